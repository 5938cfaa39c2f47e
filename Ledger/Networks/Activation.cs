namespace Ledger.Networks;

/// <summary>What a layer makes of its sums.</summary>
public enum Activation
{
    /// <summary>The sum itself.</summary>
    Linear,

    /// <summary>max(0, z).</summary>
    Relu,

    /// <summary>1 / (1 + exp(-z)).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>exp(z), divided by the sum of it over the row's units.</summary>
    Softmax,
}

/// <summary>The names by which activations are printed and written, Keras's.</summary>
public static class ActivationNames
{
    /// <summary>linear, relu, sigmoid, tanh or softmax.</summary>
    public static string Name(this Activation activation) => activation switch
    {
        Activation.Linear => "linear",
        Activation.Relu => "relu",
        Activation.Sigmoid => "sigmoid",
        Activation.Tanh => "tanh",
        _ => "softmax",
    };
}
