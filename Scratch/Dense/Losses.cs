using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>
/// The losses, as sums that are not yet divided by n, and their derivatives, which are. Every formula stands here once, for whole vectors and, with
/// <see cref="OneLane{T}"/>, for the numbers that do not fill one.
/// </summary>
internal static unsafe class Losses<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static V One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => L.All(T.One);
    }

    /// <summary>Terms of a loss from outputs p and labels y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Term(Loss loss, V p, V y)
    {
        switch (loss)
        {
            case Loss.BinaryCrossEntropy:
                return L.Subtract(default, L.Add(L.Multiply(y, L.Log(p)), L.Multiply(L.Subtract(One, y), L.Log(L.Subtract(One, p)))));
            case Loss.MeanSquaredError:
                V difference = L.Subtract(p, y);
                return L.Multiply(difference, difference);
            default:
                return L.WhereZero(y, default, L.Subtract(default, L.Multiply(y, L.Log(p))));
        }
    }

    /// <summary>Their derivatives by the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Slope(Loss loss, V p, V y) => loss switch
    {
        Loss.BinaryCrossEntropy => L.Subtract(L.Divide(L.Subtract(One, y), L.Subtract(One, p)), L.Divide(y, p)),
        Loss.MeanSquaredError => L.Multiply(L.All(T.CreateChecked(2)), L.Subtract(p, y)),
        _ => L.WhereZero(y, default, L.Subtract(default, L.Divide(y, p))),
    };

    /// <summary>Terms of binary cross-entropy from the pre-activations z of a sigmoid: max(z, 0) - z·y + log1p(exp(-|z|)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogitTerm(V z, V y) =>
        L.Add(L.Subtract(L.Max(z, default), L.Multiply(z, y)), Log1p(L.Exp(L.Subtract(default, L.Abs(z)))));

    /// <summary>A loss from the outputs, and its derivative by them.</summary>
    /// <param name="loss">Any.</param>
    /// <param name="p">Outputs.</param>
    /// <param name="y">Labels, one an output.</param>
    /// <param name="count">How many; there is room for a whole vector.</param>
    /// <param name="n">What the sum is divided by for the mean.</param>
    /// <param name="derivative">dL/dp, written; 0 behind it.</param>
    /// <returns>The sum of the terms.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T FromOutputs(Loss loss, T* p, T* y, nint count, T n, T* derivative)
    {
        V sums = default, divisor = L.All(n);
        for (nint i = 0; i < count; i += L.Count)
        {
            V output = L.Load(p + i), label = L.Load(y + i);
            V term = Term(loss, output, label), slope = L.Divide(Slope(loss, output, label), divisor);
            if (count - i < L.Count)
                (term, slope) = (Kept(term, count - i), Kept(slope, count - i));
            sums = L.Add(sums, term);
            L.Store(derivative + i, slope);
        }
        return L.Sum(sums);
    }

    /// <summary>Binary cross-entropy from pre-activations, as a sum.</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="y">Labels.</param>
    /// <param name="count">How many, a multiple of a vector's count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T BinaryFromLogits(T* z, T* y, nint count)
    {
        V sums = default;
        for (nint i = 0; i < count; i += L.Count)
        {
            V term = LogitTerm(L.Load(z + i), L.Load(y + i));
            sums = L.Add(sums, count - i < L.Count ? Kept(term, count - i) : term);
        }
        return L.Sum(sums);
    }

    /// <summary>Categorical cross-entropy of one row from the pre-activations of a softmax: Σ y·(log(Σ exp(z - max z)) - (z - max z)).</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="y">Labels.</param>
    /// <param name="units">How many, a multiple of a vector's count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T CategoricalFromLogits(T* z, T* y, nint units)
    {
        T largest = z[0];
        for (nint i = 1; i < units; i++)
            largest = T.Max(largest, z[i]);
        V exponentials = default, sums = default, shift = L.All(largest);
        for (nint i = 0; i < units; i += L.Count)
            exponentials = L.Add(exponentials, L.Exp(L.Subtract(L.Load(z + i), shift)));
        V logarithm = L.All(T.Log(L.Sum(exponentials)));
        for (nint i = 0; i < units; i += L.Count)
        {
            V label = L.Load(y + i);
            sums = L.Add(sums, L.WhereZero(label, default, L.Multiply(label, L.Subtract(logarithm, L.Subtract(L.Load(z + i), shift)))));
        }
        return L.Sum(sums);
    }

    /// <summary>(p - y) / n: the derivative by the pre-activations of a sigmoid with binary, or a softmax with categorical cross-entropy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Error(T* p, T* y, nint count, T n, T* delta)
    {
        V divisor = L.All(n);
        for (nint i = 0; i < count; i += L.Count)
            L.Store(delta + i, L.Divide(L.Subtract(L.Load(p + i), L.Load(y + i)), divisor));
    }

    // The first numbers of a vector, and 0 behind them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V Kept(V numbers, nint count)
    {
        new Span<T>((T*)&numbers + count, L.Count - (int)count).Clear();
        return numbers;
    }

    // log(1 + x) for x from 0: what rounding took from 1 + x is put back by a factor (Goldberg 1991, theorem 4).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Log1p(V x)
    {
        V sum = L.Add(One, x), kept = L.Subtract(sum, One);
        return L.WhereZero(kept, x, L.Multiply(L.Log(sum), L.Divide(x, kept)));
    }
}
