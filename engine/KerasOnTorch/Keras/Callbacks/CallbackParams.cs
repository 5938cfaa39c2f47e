using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Callbacks;

/// <summary>What callbacks know of the training they are told of.</summary>
public class CallbackParams
{
    /// <summary>The model being trained.</summary>
    public IModel? Model { get; set; }

    /// <summary>What is printed: 0 nothing, 1 progress, 2 a line an epoch.</summary>
    public int Verbose { get; set; }

    /// <summary>Number of the epoch to train up to.</summary>
    public int Epochs { get; set; }

    /// <summary>Batches an epoch.</summary>
    public long Steps { get; set; }
}
