namespace KerasVersion.Dense;

/// <summary>How parameters follow their gradients. What is said of numbers is said by <see cref="HyperParameter"/> and <see cref="KerasVersion.LearningRate"/>.</summary>
/// <param name="LearningRate">Step size.</param>
public abstract record Optimizer(double LearningRate);

/// <summary>keras.optimizers.SGD.</summary>
/// <param name="LearningRate">Step size.</param>
/// <param name="Momentum">How much of the velocity stays, from 0 to 1.</param>
/// <param name="Nesterov">Whether the momentum looks one step ahead.</param>
public sealed record Sgd(double LearningRate = 0.01, double Momentum = 0, bool Nesterov = false) : Optimizer(LearningRate);

/// <summary>keras.optimizers.Adam.</summary>
/// <param name="LearningRate">Step size.</param>
/// <param name="Beta1">How much of the mean gradient stays.</param>
/// <param name="Beta2">How much of the mean square stays.</param>
/// <param name="Epsilon">What is added to the root of the mean square.</param>
public sealed record Adam(double LearningRate = 0.001, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-7) : Optimizer(LearningRate);
