using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>The activations and their derivatives, a vector of numbers at a time.</summary>
internal static unsafe class Activations<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Each activation from its pre-activation, in whole vectors.</summary>
    /// <param name="activation">Any but softmax.</param>
    /// <param name="z">Pre-activations.</param>
    /// <param name="a">Activations, written.</param>
    /// <param name="count">How many; there is room for a whole vector.</param>
    public static void Apply(Activation activation, T* z, T* a, nint count)
    {
        switch (activation)
        {
            case Activation.Relu: Apply<Relu<V, L, T>>(z, a, count); break;
            case Activation.Sigmoid: Apply<Sigmoid<V, L, T>>(z, a, count); break;
            case Activation.Tanh: Apply<Tanh<V, L, T>>(z, a, count); break;
            default: Apply<Linear<V, L, T>>(z, a, count); break;
        }
    }

    /// <summary>The loss's derivatives by the activations become those by the pre-activations, in place.</summary>
    /// <param name="activation">Any but softmax.</param>
    /// <param name="a">Activations.</param>
    /// <param name="delta">The derivatives.</param>
    /// <param name="count">How many; there is room for a whole vector.</param>
    public static void Backward(Activation activation, T* a, T* delta, nint count)
    {
        switch (activation)
        {
            case Activation.Relu: Backward<Relu<V, L, T>>(a, delta, count); break;
            case Activation.Sigmoid: Backward<Sigmoid<V, L, T>>(a, delta, count); break;
            case Activation.Tanh: Backward<Tanh<V, L, T>>(a, delta, count); break;
        }
    }

    /// <summary>Softmax of one row: exp(z - max z) over its sum. Places behind the units become 0.</summary>
    /// <param name="z">Pre-activations, one vector's room behind the units.</param>
    /// <param name="a">Activations.</param>
    /// <param name="units">How many.</param>
    /// <returns>The largest pre-activation, and the sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Largest, T Sum) Softmax(T* z, T* a, nint units)
    {
        T largest = Largest(z, units);
        T* end = z + (units + L.Count - 1) / L.Count * L.Count;
        for (T* pad = z + units; pad < end; pad++)
            *pad = T.NegativeInfinity;
        V sums = default, shift = L.All(largest);
        for (nint i = 0; i < units; i += L.Count)
        {
            V e = L.Exp(L.Subtract(L.Load(z + i), shift));
            L.Store(a + i, e);
            sums = L.Add(sums, e);
        }
        T sum = L.Sum(sums);
        for (nint i = 0; i < units; i += L.Count)
            L.Store(a + i, L.Divide(L.Load(a + i), L.All(sum)));
        return (largest, sum);
    }

    /// <summary>Through softmax, one row: delta = a·(delta - Σ delta·a).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftmaxBackward(T* a, T* delta, nint units)
    {
        V sums = default;
        for (nint i = 0; i < units; i += L.Count)
            sums = L.MultiplyAdd(L.Load(a + i), L.Load(delta + i), sums);
        V sum = L.All(L.Sum(sums));
        for (nint i = 0; i < units; i += L.Count)
            L.Store(delta + i, L.Multiply(L.Load(a + i), L.Subtract(L.Load(delta + i), sum)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply<A>(T* z, T* a, nint count)
        where A : IActivation<V>
    {
        for (nint i = 0; i < count; i += L.Count)
            L.Store(a + i, A.Of(L.Load(z + i)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward<A>(T* a, T* delta, nint count)
        where A : IActivation<V>
    {
        for (nint i = 0; i < count; i += L.Count)
            L.Store(delta + i, A.Through(L.Load(a + i), L.Load(delta + i)));
    }

    // NaN if one is.
    private static T Largest(T* z, nint units)
    {
        T largest = z[0];
        for (nint i = 1; i < units; i++)
            largest = T.Max(largest, z[i]);
        return largest;
    }
}
