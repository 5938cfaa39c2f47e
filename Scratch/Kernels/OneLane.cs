using System.Numerics;
using System.Runtime.CompilerServices;

namespace Scratch.Kernels;

/// <summary>One number at a time: the same formulas where there are too few numbers to fill a vector.</summary>
internal readonly unsafe struct OneLane<T> : ILanes<T, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => 1;

    public static int TileRows => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(T* from) => *from;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* to, T value) => *to = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T All(T value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T a, T b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Subtract(T a, T b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Multiply(T a, T b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide(T a, T b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd(T a, T b, T c) => T.MultiplyAddEstimate(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(T a, T b) => T.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Abs(T a) => T.Abs(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sqrt(T a) => T.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp(T a) => T.Exp(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log(T a) => T.Log(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T WherePositive(T condition, T value, T otherwise) => condition > T.Zero ? value : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T WhereZero(T condition, T value, T otherwise) => condition == T.Zero ? value : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(T a) => a;
}
