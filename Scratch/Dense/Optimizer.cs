namespace Scratch.Dense;

/// <summary>How parameters follow their gradients g.</summary>
/// <param name="LearningRate">Step size, above 0.</param>
public abstract record Optimizer(double LearningRate)
{
    /// <summary>
    /// Whether a float64 training takes those constants that Keras rounds to float32 on their way (the momentum of
    /// <see cref="Sgd"/>, and the betas inside the powers of <see cref="Adam"/>) as Keras does; otherwise it follows the mathematics.
    /// </summary>
    public bool Float32Constants { get; init; }
}

/// <summary>
/// Gradient descent: w -= learning_rate·g. With momentum: velocity = momentum·velocity - learning_rate·g, w += velocity;
/// with Nesterov's: w += momentum·velocity - learning_rate·g.
/// </summary>
/// <param name="LearningRate">Step size, above 0.</param>
/// <param name="Momentum">How much of the velocity stays, in [0, 1].</param>
/// <param name="Nesterov">Whether to look one step ahead.</param>
public sealed record Sgd(double LearningRate = 0.01, double Momentum = 0, bool Nesterov = false) : Optimizer(LearningRate);

/// <summary>
/// Adam (Kingma and Ba 2015, in the form before section 2.1, as Keras has it): m += (g - m)·(1 - beta_1), v += (g² - v)·(1 - beta_2),
/// w -= learning_rate·√(1 - beta_2ᵗ)/(1 - beta_1ᵗ) · m/(√v + epsilon) at step t, from 1.
/// </summary>
/// <param name="LearningRate">Step size, above 0.</param>
/// <param name="Beta1">How much of the mean gradient m stays, in [0, 1).</param>
/// <param name="Beta2">How much of the mean square v stays, in [0, 1).</param>
/// <param name="Epsilon">What keeps the quotient finite, from 0.</param>
public sealed record Adam(double LearningRate = 0.001, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-7) : Optimizer(LearningRate);
