using System.Diagnostics.CodeAnalysis;

namespace Tensorflow;

/// <summary>What a program using this library has at hand under <c>using static Tensorflow.Binding</c>.</summary>
public static class Binding
{
    private static TextWriter? redirected;

    /// <summary>TensorFlow's functions.</summary>
    public static tensorflow tf { get; } = new();

    /// <summary>Where summaries and progress are printed: the console, until another writer is set; null sets it back.</summary>
    [AllowNull]
    public static TextWriter tf_output_redirect
    {
        get => redirected ?? Console.Out;
        set => redirected = value;
    }

    /// <summary>Pairs of elements at the same places, as many as the shorter list has.</summary>
    /// <param name="t1">The first elements.</param>
    /// <param name="t2">The second elements.</param>
    public static IEnumerable<(T1, T2)> zip<T1, T2>(IList<T1> t1, IList<T2> t2) => t1.Zip(t2);
}
