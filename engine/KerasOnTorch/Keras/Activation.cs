namespace Tensorflow.Keras;

/// <summary>What a layer does to its outputs.</summary>
public class Activation
{
    /// <summary>Its name, as in "relu".</summary>
    public string Name { get; set; } = "";

    /// <summary>From a tensor, and a name for the operation, to a tensor.</summary>
    public Func<Tensor, string, Tensor> ActivationFunction { get; set; } = static (input, _) => input;

    /// <summary>An activation of one's own.</summary>
    public static implicit operator Activation(Func<Tensor, string, Tensor> func) => new() { ActivationFunction = func };

    /// <summary>Applies it.</summary>
    /// <param name="input">Any tensor.</param>
    /// <param name="name">A name for the operation; the activation's unless given.</param>
    public Tensor Apply(Tensor input, string? name = null) => ActivationFunction(input, name ?? Name);
}
