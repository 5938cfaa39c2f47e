using Tensorflow;
using static Tensorflow.KerasApi;

namespace KerasVersion;

/// <summary>
/// Guards the framework's floatx. It belongs to the whole process, and models and optimizers read it while they are made;
/// so models of different dtypes may train at the same time, but are made one after the other.
/// </summary>
internal static class DefaultDtype
{
    /// <summary>Held from setting floatx until what reads it is made.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>Sets floatx; the gate must be held.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="NotSupportedException">The engine does not train in this dtype.</exception>
    public static void Set<T>() where T : unmanaged
    {
        if (typeof(T) == typeof(double) && !Engine.Current.HasFloat64)
            throw new NotSupportedException($"float64 is not supported by this engine ({Engine.Current}); use float32.");
        keras.backend.set_floatx(typeof(T) == typeof(double) ? TF_DataType.TF_DOUBLE : TF_DataType.TF_FLOAT);
    }
}
