namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What every optimizer is made from.</summary>
public class OptimizerV2Args
{
    /// <summary>The step size.</summary>
    public float LearningRate { get; set; } = 0.001f;

    /// <summary>How fast the step size falls: step t uses learning_rate / (1 + decay * t), t counted from 0.</summary>
    public float InitialDecay { get; set; }
}
