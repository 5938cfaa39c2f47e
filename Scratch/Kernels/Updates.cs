using System.Runtime.CompilerServices;

namespace Scratch.Kernels;

/// <summary>Gradient descent: w -= learning_rate·g.</summary>
/// <param name="minus_rate">-learning_rate.</param>
internal readonly unsafe struct Descent<V, L, T>(V minus_rate) : IFinish<V, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Begin(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(T* w, V g) => L.Store(w, L.MultiplyAdd(minus_rate, g, L.Load(w)));
}

/// <summary>With momentum: velocity = momentum·velocity - learning_rate·g; w += velocity, or with Nesterov's w += momentum·velocity - learning_rate·g.</summary>
/// <param name="minus_rate">-learning_rate.</param>
/// <param name="momentum">How much of the velocity stays.</param>
/// <param name="nesterov">Whether to look one step ahead.</param>
/// <param name="velocity">From a weight to its velocity.</param>
internal readonly unsafe struct MomentumDescent<V, L, T>(V minus_rate, V momentum, bool nesterov, nint velocity) : IFinish<V, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Begin(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(T* w, V g)
    {
        V v = L.MultiplyAdd(minus_rate, g, L.Multiply(momentum, L.Load(w + velocity)));
        L.Store(w + velocity, v);
        if (nesterov)
            v = L.MultiplyAdd(minus_rate, g, L.Multiply(momentum, v));
        L.Store(w, L.Add(L.Load(w), v));
    }
}

/// <summary>Adam: m += (g - m)·(1 - beta_1), v += (g² - v)·(1 - beta_2), w -= step·m/(√v + epsilon).</summary>
/// <param name="step">The learning rate with both bias corrections.</param>
/// <param name="mean">1 - beta_1.</param>
/// <param name="square">1 - beta_2.</param>
/// <param name="epsilon">What keeps the quotient finite.</param>
/// <param name="state">From a weight to its m, and from there to its v.</param>
internal readonly unsafe struct AdamDescent<V, L, T>(V step, V mean, V square, V epsilon, nint state) : IFinish<V, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Begin(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(T* w, V g)
    {
        V m = L.Load(w + state), v = L.Load(w + 2 * state);
        m = L.MultiplyAdd(L.Subtract(g, m), mean, m);
        v = L.MultiplyAdd(L.Subtract(L.Multiply(g, g), v), square, v);
        L.Store(w + state, m);
        L.Store(w + 2 * state, v);
        L.Store(w, L.Subtract(L.Load(w), L.Divide(L.Multiply(step, m), L.Add(L.Sqrt(v), epsilon))));
    }
}

/// <summary>Any update, with the gradient kept beside.</summary>
/// <param name="update">The update.</param>
/// <param name="gradient">From a weight to its gradient.</param>
internal readonly unsafe struct Noted<V, L, T, F>(F update, nint gradient) : IFinish<V, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged
    where F : unmanaged, IFinish<V, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Begin(nint column) => update.Begin(column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(T* w, V g)
    {
        L.Store(w + gradient, g);
        update.End(w, g);
    }
}
