using System.Numerics;
using System.Runtime.Intrinsics;

namespace Benchmarks.Processor;

/// <summary>What measuring the peak needs of vectors.</summary>
internal interface IVectors<V, T>
    where V : struct
{
    static abstract int Count { get; }

    static abstract V All(T value);

    static abstract V MultiplyAdd(V a, V b, V c);
}

internal readonly struct Vectors512<T> : IVectors<Vector512<T>, T>
    where T : IFloatingPointIeee754<T>
{
    public static int Count => Vector512<T>.Count;

    public static Vector512<T> All(T value) => Vector512.Create(value);

    public static Vector512<T> MultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c) => typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
}

internal readonly struct WidestVectors<T> : IVectors<Vector<T>, T>
    where T : IFloatingPointIeee754<T>
{
    public static int Count => Vector<T>.Count;

    public static Vector<T> All(T value) => new(value);

    public static Vector<T> MultiplyAdd(Vector<T> a, Vector<T> b, Vector<T> c) => typeof(T) == typeof(float)
        ? Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
        : Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
}
