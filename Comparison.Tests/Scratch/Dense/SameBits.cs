using System.Numerics;
using System.Runtime.InteropServices;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>Asserts that numbers are the same bit for bit, zeros with their signs and NaN included.</summary>
internal static class SameBits
{
    public static void Of<T>(T expected, T actual, string what) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of([expected], [actual], what);

    public static void Of<T>(IReadOnlyList<LayerParameters<T>> expected, IReadOnlyList<LayerParameters<T>> actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.HasCount(expected.Count, actual, what);
        for (int i = 0; i < expected.Count; i++)
        {
            Of(expected[i].Weights.Cast<T>().ToArray(), actual[i].Weights.Cast<T>().ToArray(), $"{what}: weights of layer {i + 1}");
            Of(expected[i].Bias, actual[i].Bias, $"{what}: bias of layer {i + 1}");
        }
    }

    public static void Of<T>(T[] expected, T[] actual, string what) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.HasCount(expected.Length, actual, what);
        if (MemoryMarshal.AsBytes<T>(expected).SequenceEqual(MemoryMarshal.AsBytes<T>(actual)))
            return;
        int at = Enumerable.Range(0, expected.Length).First(i => !MemoryMarshal.AsBytes<T>(expected.AsSpan(i, 1)).SequenceEqual(MemoryMarshal.AsBytes<T>(actual.AsSpan(i, 1))));
        Assert.Fail($"{what}: {actual[at]:R} is not {expected[at]:R} at {at} of {expected.Length}.");
    }
}
