namespace Tensorflow.Keras;

/// <summary>keras.activations.</summary>
public class Activations : IActivationsApi
{
    private static readonly Activation linear = new() { Name = "linear" };

    private static readonly Activation relu = new()
    {
        Name = "relu",
        ActivationFunction = static (input, _) => Execution.Run([input], static x => x[0].relu()),
    };

    private static readonly Activation sigmoid = new()
    {
        Name = "sigmoid",
        ActivationFunction = static (input, _) =>
        {
            Tensor output = Execution.Run([input], static x => x[0].sigmoid());
            output.Logits = input;
            return output;
        },
    };

    private static readonly Activation[] all = [linear, relu, sigmoid];

    /// <inheritdoc/>
    public Activation Linear => linear;

    /// <inheritdoc/>
    public Activation Relu => relu;

    /// <inheritdoc/>
    public Activation Sigmoid => sigmoid;

    /// <inheritdoc/>
    public Activation GetActivationFromName(string name) => Array.Find(all, activation => activation.Name == name)
        ?? throw new ArgumentException($"There is no activation '{name}'; use one of {string.Join(", ", all.Select(activation => activation.Name))}.");
}
