namespace KerasVersion;

/// <summary>
/// Guards the framework's floatx. It belongs to the whole process, and models and optimizers read it while they are made;
/// so models of different dtypes may train at the same time, but are made one after the other.
/// </summary>
internal static class DefaultDtype
{
    /// <summary>Held from setting floatx until what reads it is made.</summary>
    public static Lock Gate { get; } = new();
}
