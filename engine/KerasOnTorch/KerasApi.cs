using Tensorflow.Keras;

namespace Tensorflow;

/// <summary>The entrance to Keras: <c>using static Tensorflow.KerasApi</c>, then <c>keras.Sequential()</c>.</summary>
public static class KerasApi
{
    /// <summary>Keras's functions.</summary>
    public static KerasInterface keras { get; } = new();
}
