using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Optimizers;

/// <summary>keras.optimizers.</summary>
public class OptimizerApi : IOptimizerApi
{
    /// <inheritdoc/>
    public IOptimizer SGD(float learning_rate = 0.01f, float momentum = 0f) => new SGD(learning_rate, momentum);
}
