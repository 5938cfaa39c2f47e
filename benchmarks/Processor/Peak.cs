using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Benchmarks.Processor;

/// <summary>
/// How many multiply-adds one core can do: a loop of twelve that do not depend on each other, on the widest vectors, nothing
/// being loaded or stored.
/// </summary>
internal static class Peak
{
    private const int Sums = 12;

    // About a millisecond.
    private const int Turns = 400_000;

    /// <summary>The peak at this moment.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <returns>GFLOPS; a multiply-add counts as two.</returns>
    public static double Gflops<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector512.IsHardwareAccelerated ? Gflops<Vector512<T>, Vectors512<T>, T>() : Gflops<Vector<T>, WidestVectors<T>, T>();

    private static double Gflops<V, S, T>()
        where V : struct
        where S : IVectors<V, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        long start = Stopwatch.GetTimestamp();
        Turn<V, S, T>(S.All(T.CreateChecked(0.999)), S.All(T.CreateChecked(0.001)));
        return 2.0 * Sums * Turns * S.Count / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    // Not inlined, so that the loop cannot be left out.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V Turn<V, S, T>(V a, V b)
        where V : struct
        where S : IVectors<V, T>
    {
        V s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (int turn = 0; turn < Turns; turn++)
        {
            s0 = S.MultiplyAdd(s0, a, b);
            s1 = S.MultiplyAdd(s1, a, b);
            s2 = S.MultiplyAdd(s2, a, b);
            s3 = S.MultiplyAdd(s3, a, b);
            s4 = S.MultiplyAdd(s4, a, b);
            s5 = S.MultiplyAdd(s5, a, b);
            s6 = S.MultiplyAdd(s6, a, b);
            s7 = S.MultiplyAdd(s7, a, b);
            s8 = S.MultiplyAdd(s8, a, b);
            s9 = S.MultiplyAdd(s9, a, b);
            s10 = S.MultiplyAdd(s10, a, b);
            s11 = S.MultiplyAdd(s11, a, b);
        }
        return S.MultiplyAdd(s0, s1, S.MultiplyAdd(s2, s3, S.MultiplyAdd(s4, s5, S.MultiplyAdd(s6, s7, S.MultiplyAdd(s8, s9, S.MultiplyAdd(s10, s11, a))))));
    }
}
