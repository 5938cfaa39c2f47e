using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>An activation that takes each number by itself.</summary>
/// <typeparam name="V">A vector of numbers.</typeparam>
internal interface IActivation<V>
{
    /// <summary>The activation of z.</summary>
    static abstract V Of(V z);

    /// <summary>Its derivative by z, from the activation a.</summary>
    static abstract V Derivative(V a);

    /// <summary>The loss's derivative by z, from that by the activation a.</summary>
    static abstract V Through(V a, V derivative);
}

/// <summary>z, with the derivative 1.</summary>
internal readonly struct Linear<V, L, T> : IActivation<V>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Of(V z) => z;

    public static V Derivative(V a) => L.All(T.One);

    public static V Through(V a, V derivative) => derivative;
}

/// <summary>max(0, z), with the derivative 1 above 0 and otherwise 0: where it is off nothing passes, not even infinity or NaN.</summary>
internal readonly struct Relu<V, L, T> : IActivation<V>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of(V z) => L.Max(z, default);

    public static V Derivative(V a) => L.WherePositive(a, L.All(T.One), default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Through(V a, V derivative) => L.WherePositive(a, derivative, default);
}

/// <summary>1 / (1 + exp(-z)), with the derivative a·(1 - a).</summary>
internal readonly struct Sigmoid<V, L, T> : IActivation<V>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of(V z) => L.Divide(L.All(T.One), L.Add(L.All(T.One), L.Exp(L.Subtract(default, z))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Derivative(V a) => L.Multiply(a, L.Subtract(L.All(T.One), a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Through(V a, V derivative) => L.Multiply(derivative, Derivative(a));
}

/// <summary>tanh(z), with the derivative 1 - a².</summary>
internal readonly struct Tanh<V, L, T> : IActivation<V>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Near 0, where 1 - 2 / (exp(2|z|) + 1) would cancel, by Lambert's continued fraction z / (1 + z² / (3 + z² / (5 + …))).
    private const double Near = 0.625;

    // The last term that still matters up to there: with it the fraction is off by 2e-12 and 6e-18.
    private static int LastTerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 11 : 15;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of(V z)
    {
        V one = L.All(T.One), two = L.All(T.CreateChecked(2)), magnitude = L.Abs(z), square = L.Multiply(z, z);
        V fraction = L.All(T.CreateChecked(LastTerm));
        for (int term = LastTerm - 2; term > 0; term -= 2)
            fraction = L.Add(L.All(T.CreateChecked(term)), L.Divide(square, fraction));
        V far = L.Subtract(one, L.Divide(two, L.Add(one, L.Exp(L.Multiply(two, magnitude)))));
        far = L.WherePositive(z, far, L.Subtract(default, far));
        return L.WherePositive(L.Subtract(magnitude, L.All(T.CreateChecked(Near))), far, L.Divide(z, fraction));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Derivative(V a) => L.Subtract(L.All(T.One), L.Multiply(a, a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Through(V a, V derivative) => L.Multiply(derivative, Derivative(a));
}
