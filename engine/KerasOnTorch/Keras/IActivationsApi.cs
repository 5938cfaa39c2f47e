namespace Tensorflow.Keras;

/// <summary>keras.activations.</summary>
public interface IActivationsApi
{
    /// <summary>The input as it is.</summary>
    Activation Linear { get; }

    /// <summary>max(x, 0); its derivative at 0 is 0.</summary>
    Activation Relu { get; }

    /// <summary>1 / (1 + exp(-x)). Binary cross-entropy of its output is computed from x.</summary>
    Activation Sigmoid { get; }

    /// <summary>The activation of a name.</summary>
    /// <param name="name">linear, relu or sigmoid.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    Activation GetActivationFromName(string name);
}
