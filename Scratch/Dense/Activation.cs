namespace Scratch.Dense;

/// <summary>What a layer makes of its pre-activation z.</summary>
public enum Activation
{
    /// <summary>z.</summary>
    Linear,

    /// <summary>max(0, z); its derivative at 0 is 0.</summary>
    Relu,

    /// <summary>1 / (1 + exp(-z)).</summary>
    Sigmoid,

    /// <summary>tanh(z).</summary>
    Tanh,

    /// <summary>exp(z) divided by the row's sum of exp(z).</summary>
    Softmax,
}
