namespace KerasVersion.Dense;

/// <summary>A dense layer with its weights.</summary>
/// <param name="Activation">What it makes of its pre-activations.</param>
/// <param name="Weights">Its kernel, shape (inputs, units).</param>
/// <param name="Bias">Shape (units).</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Layer<T>(Activation Activation, T[,] Weights, T[] Bias)
    where T : unmanaged;
