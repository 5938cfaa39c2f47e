using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras;

/// <summary>keras.optimizers.</summary>
public interface IOptimizerApi
{
    /// <summary>Gradient descent, with momentum if asked.</summary>
    /// <inheritdoc cref="Optimizers.SGD(float, float, bool, float)"/>
    IOptimizer SGD(float learning_rate = 0.01f, float momentum = 0f);
}
