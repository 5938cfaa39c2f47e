namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a <see cref="Engine.Sequential"/> is made from.</summary>
public class SequentialArgs : ModelArgs
{
    /// <summary>The first layers, if any.</summary>
    public List<ILayer>? Layers { get; set; }
}
