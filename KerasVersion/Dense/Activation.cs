namespace KerasVersion.Dense;

/// <summary>What a layer makes of its pre-activation.</summary>
public enum Activation
{
    /// <summary>Nothing: the pre-activation itself.</summary>
    Linear,

    /// <summary>keras.activations.Relu.</summary>
    Relu,

    /// <summary>keras.activations.Sigmoid.</summary>
    Sigmoid,

    /// <summary>keras.activations.Tanh.</summary>
    Tanh,

    /// <summary>keras.activations.Softmax, over the units of a row.</summary>
    Softmax,
}
