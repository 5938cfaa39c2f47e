namespace Scratch.Dense;

/// <summary>A dense layer: activation(inputs · weights + bias).</summary>
/// <param name="Units">How many numbers it gives a row, from 1.</param>
/// <param name="Activation">What it makes of them.</param>
public sealed record Layer(int Units, Activation Activation);
