using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Optimizers;

namespace KerasVersion;

/// <summary>
/// A learning rate on its way through an API whose hyper-parameters are <see cref="float"/>. Both sides of a comparison
/// must train with <see cref="Used"/>.
/// </summary>
/// <param name="Given">What the optimizer is constructed with.</param>
/// <param name="Used">What the optimizer multiplies by, widened to double.</param>
public readonly record struct LearningRate(float Given, double Used)
{
    /// <summary>
    /// In float32 the float itself. In float64 an engine reads a float by its shortest decimal, so that 0.01f means 0.01;
    /// a rate that has more digits than a float can carry is used as the widened float.
    /// </summary>
    /// <param name="requested">The rate asked for.</param>
    /// <typeparam name="T">The dtype of the training.</typeparam>
    public static LearningRate For<T>(double requested) where T : unmanaged
    {
        float given = (float)requested;
        return new(given, typeof(T) == typeof(double) && HyperParameter.ShortestDecimal(given) == requested ? requested : given);
    }

    /// <summary>Has an optimizer that was constructed with <see cref="Given"/> step by <see cref="Used"/>.</summary>
    /// <typeparam name="T">The dtype of the training.</typeparam>
    internal void SetIn<T>(IOptimizer optimizer) where T : unmanaged
    {
        if (typeof(T) == typeof(double) && HyperParameter.ShortestDecimal(Given) != Used)
            ((OptimizerV2)optimizer).lr.assign(Used);
    }
}
