using System.Runtime.CompilerServices;

namespace Scratch.Kernels;

/// <summary>What the sums of a product begin with, and what becomes of them while they are still in registers.</summary>
internal unsafe interface IFinish<V, T>
    where V : unmanaged
    where T : unmanaged
{
    /// <summary>What the sums of some columns begin with.</summary>
    V Begin(nint column);

    /// <summary>Puts finished sums where they belong.</summary>
    void End(T* place, V sums);
}

/// <summary>The product itself.</summary>
internal readonly unsafe struct Stored<V, L, T> : IFinish<V, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Begin(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(T* place, V sums) => L.Store(place, sums);
}

/// <summary>The product and a bias for each column.</summary>
/// <param name="bias">One number a column.</param>
internal readonly unsafe struct Biased<V, L, T>(T* bias) : IFinish<V, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Begin(nint column) => L.Load(bias + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(T* place, V sums) => L.Store(place, sums);
}
