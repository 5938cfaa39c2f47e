using System.Numerics;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>
/// The losses, as sums that are not yet divided by n, and their derivatives, which are. Every formula stands here once, for whole vectors and, with
/// <see cref="OneLane{T}"/>, for the numbers that do not fill one.
/// </summary>
internal static unsafe class Losses<V, L, T>
    where V : struct
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static V One => L.All(T.One);

    /// <summary>A loss from the outputs, and its derivative by them.</summary>
    /// <param name="loss">Any.</param>
    /// <param name="p">Outputs.</param>
    /// <param name="y">Labels, one an output.</param>
    /// <param name="count">How many, a multiple of a vector's count.</param>
    /// <param name="n">What the sum is divided by for the mean.</param>
    /// <param name="derivative">dL/dp, written.</param>
    /// <returns>The sum of the terms.</returns>
    public static T FromOutputs(Loss loss, T* p, T* y, nint count, T n, T* derivative)
    {
        V sums = default, divisor = L.All(n), two = L.All(T.CreateChecked(2));
        for (nint i = 0; i < count; i += L.Count)
        {
            V output = L.Load(p + i), label = L.Load(y + i), term, slope;
            switch (loss)
            {
                case Loss.BinaryCrossEntropy:
                    V other = L.Subtract(One, output), other_label = L.Subtract(One, label);
                    term = L.Subtract(default, L.Add(L.Multiply(label, L.Log(output)), L.Multiply(other_label, L.Log(other))));
                    slope = L.Subtract(L.Divide(other_label, other), L.Divide(label, output));
                    break;
                case Loss.MeanSquaredError:
                    V difference = L.Subtract(output, label);
                    term = L.Multiply(difference, difference);
                    slope = L.Multiply(two, difference);
                    break;
                default:
                    term = L.WhereZero(label, default, L.Subtract(default, L.Multiply(label, L.Log(output))));
                    slope = L.WhereZero(label, default, L.Subtract(default, L.Divide(label, output)));
                    break;
            }
            sums = L.Add(sums, term);
            L.Store(derivative + i, L.Divide(slope, divisor));
        }
        return L.Sum(sums);
    }

    /// <summary>Binary cross-entropy from the pre-activations of a sigmoid: max(z, 0) - z·y + log1p(exp(-|z|)).</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="y">Labels.</param>
    /// <param name="count">How many, a multiple of a vector's count.</param>
    public static T BinaryFromLogits(T* z, T* y, nint count)
    {
        V sums = default;
        for (nint i = 0; i < count; i += L.Count)
        {
            V logit = L.Load(z + i);
            V linear = L.Subtract(L.Max(logit, default), L.Multiply(logit, L.Load(y + i)));
            sums = L.Add(sums, L.Add(linear, Log1p(L.Exp(L.Subtract(default, L.Abs(logit))))));
        }
        return L.Sum(sums);
    }

    /// <summary>Categorical cross-entropy of one row from the pre-activations of a softmax: Σ y·(log(Σ exp(z - max z)) - (z - max z)).</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="y">Labels.</param>
    /// <param name="units">How many, a multiple of a vector's count.</param>
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
    public static void Error(T* p, T* y, nint count, T n, T* delta)
    {
        V divisor = L.All(n);
        for (nint i = 0; i < count; i += L.Count)
            L.Store(delta + i, L.Divide(L.Subtract(L.Load(p + i), L.Load(y + i)), divisor));
    }

    // log(1 + x) for x from 0: what rounding took from 1 + x is put back by a factor (Goldberg 1991, theorem 4).
    private static V Log1p(V x)
    {
        V sum = L.Add(One, x), kept = L.Subtract(sum, One);
        return L.WhereZero(kept, x, L.Multiply(L.Log(sum), L.Divide(x, kept)));
    }
}
