namespace Tensorflow.Keras;

/// <summary>keras.activations; each property gives an object of its own.</summary>
public class Activations : IActivationsApi
{
    /// <inheritdoc/>
    public Activation Linear => new() { Name = "linear" };

    /// <inheritdoc/>
    public Activation Relu => new()
    {
        Name = "relu",
        ActivationFunction = static (input, _) => Execution.Run([input], static x => x[0].relu()),
    };

    /// <inheritdoc/>
    public Activation Sigmoid => new()
    {
        Name = "sigmoid",
        ActivationFunction = static (input, _) =>
        {
            Tensor output = Execution.Run([input], static x => x[0].sigmoid());
            output.Logits = input;
            return output;
        },
    };

    /// <inheritdoc/>
    public Activation GetActivationFromName(string name) => name switch
    {
        "linear" => Linear,
        "relu" => Relu,
        "sigmoid" => Sigmoid,
        _ => throw new ArgumentException($"There is no activation '{name}'; use one of linear, relu, sigmoid."),
    };
}
