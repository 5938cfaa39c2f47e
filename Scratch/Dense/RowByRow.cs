using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>
/// Batches of one row, where every call would cost more than its arithmetic, for networks of one hidden layer and one output by
/// plain gradient descent. A row's whole step is one method; its formulas and their order are those of
/// <see cref="VectorBackpropagation{V, L, T}"/>, and so are its bits.
/// </summary>
internal sealed unsafe class RowByRow<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Activation activation, output_activation;
    private readonly Loss loss;
    private readonly bool from_logits;
    private readonly T minus_rate;
    // Parameters where the layers have them; "a" holds a row's activations.
    private readonly nint inputs, units, vectors, kernel_row;
    private readonly T* kernel, bias, output_weights, output_bias, a;
    private readonly AlignedMemory<T> activations;

    private RowByRow(DenseLayer<V, L, T> hidden, DenseLayer<V, L, T> output, Loss loss, bool from_logits, double learning_rate)
    {
        (activation, output_activation, this.loss, this.from_logits) = (hidden.Activation, output.Activation, loss, from_logits);
        minus_rate = -T.CreateChecked(learning_rate);
        (inputs, units, vectors, kernel_row) = (hidden.Inputs, hidden.Units, DenseLayer<V, L, T>.Vectors(hidden.Units), hidden.KernelRow);
        kernel = hidden.Kernel;
        bias = hidden.Bias;
        output_weights = output.Kernel;
        output_bias = output.Bias;
        activations = new(DenseLayer<V, L, T>.Padded(units));
        a = activations.At;
    }

    /// <summary>It, for the networks that it can train; null for all others.</summary>
    public static RowByRow<V, L, T>? For(DenseLayer<V, L, T>[] layers, Loss loss, bool from_logits, Optimizer optimizer) =>
        layers is [{ IsWide: true, Activation: not Activation.Softmax } hidden, { IsWide: false, Units: 1, Activation: not Activation.Softmax } output]
        && DenseLayer<V, L, T>.Vectors(hidden.Units) > DenseLayer<V, L, T>.Few
        && hidden.Inputs * (nint)hidden.Units < Products<V, L, T>.Small
        && loss is Loss.BinaryCrossEntropy or Loss.MeanSquaredError
        && optimizer is Sgd { Momentum: 0 }
            ? new(hidden, output, loss, from_logits, optimizer.LearningRate)
            : null;

    /// <inheritdoc cref="Backpropagation{T}.Epoch"/>
    public T Epoch(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order) => activation switch
    {
        Activation.Relu => Epoch<Relu<V, L, T>>(X, y_true, order),
        Activation.Sigmoid => Epoch<Sigmoid<V, L, T>>(X, y_true, order),
        Activation.Tanh => Epoch<Tanh<V, L, T>>(X, y_true, order),
        _ => Epoch<Linear<V, L, T>>(X, y_true, order),
    };

    private T Epoch<H>(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order) where H : IActivation<V> => output_activation switch
    {
        Activation.Relu => Epoch<H, Relu<T, OneLane<T>, T>>(X, y_true, order),
        Activation.Sigmoid => Epoch<H, Sigmoid<T, OneLane<T>, T>>(X, y_true, order),
        Activation.Tanh => Epoch<H, Tanh<T, OneLane<T>, T>>(X, y_true, order),
        _ => Epoch<H, Linear<T, OneLane<T>, T>>(X, y_true, order),
    };

    // Not inlined: in a larger method the compiler would no longer inline all that this one calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private T Epoch<H, O>(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order)
        where H : IActivation<V>
        where O : IActivation<T>
    {
        double sum = 0;
        fixed (T* all = X.Values, labels = y_true.Values)
            for (int i = 0; i < X.Rows; i++)
            {
                nint row = order.IsEmpty ? i : order[i];
                T* x = all + row * inputs;
                V products = default;
                for (nint unit = 0; unit < vectors; unit += Panel)
                    products = vectors - unit > L.Count ? Forward<H, Two>(x, unit, products) : Forward<H, One>(x, unit, products);
                // A sigmoid makes 1/2 of the zeros behind the units.
                if (typeof(H) == typeof(Sigmoid<V, L, T>))
                    new Span<T>(a + units, (int)(vectors - units)).Clear();
                T z = L.Sum(products) + *output_bias;
                T p = O.Of(z), y = labels[row];
                T delta = from_logits ? p - y : O.Through(p, Losses<T, OneLane<T>, T>.Slope(loss, p, y));
                for (nint unit = 0; unit < vectors; unit += Panel)
                    if (vectors - unit > L.Count)
                        Backward<H, Two>(x, unit, delta);
                    else
                        Backward<H, One>(x, unit, delta);
                *output_bias = T.MultiplyAddEstimate(minus_rate, delta, *output_bias);
                sum += double.CreateChecked(from_logits ? Losses<T, OneLane<T>, T>.LogitTerm(z, y) : Losses<T, OneLane<T>, T>.Term(loss, p, y));
            }
        return T.CreateChecked(sum / X.Rows);
    }

    private static nint Panel => Tile<V, L, T>.Panel;

    // The activations of a panel, and what they add to the products with the output's weights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Forward<H, W>(T* x, nint unit, V products)
        where H : IActivation<V>
        where W : struct, ISize
    {
        Tile<V, L, T>.Row<W> z = Tile<V, L, T>.RowAlone<W>(bias + unit, x, kernel + unit * inputs, kernel_row, inputs);
        V left = H.Of(z.Left);
        L.Store(a + unit, left);
        products = L.MultiplyAdd(left, L.Load(output_weights + unit), products);
        if (W.Count == 1)
            return products;
        V right = H.Of(z.Right);
        L.Store(a + unit + L.Count, right);
        return L.MultiplyAdd(right, L.Load(output_weights + unit + L.Count), products);
    }

    // The updates of a panel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Backward<H, W>(T* x, nint unit, T output_delta)
        where H : IActivation<V>
        where W : struct, ISize
    {
        V rate = L.All(minus_rate), left = Delta<H>(unit, output_delta), right = W.Count == 2 ? Delta<H>(unit + L.Count, output_delta) : default;
        T* weights = kernel + unit * inputs;
        nint step = kernel_row;
        for (nint left_over = inputs; left_over > 0; left_over--, x++, weights += step)
        {
            V input = L.All(*x);
            L.Store(weights, L.MultiplyAdd(rate, L.Multiply(input, left), L.Load(weights)));
            if (W.Count == 2)
                L.Store(weights + L.Count, L.MultiplyAdd(rate, L.Multiply(input, right), L.Load(weights + L.Count)));
        }
    }

    // The deltas of a vector of units; its biases and the output's weights on it are updated.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Delta<H>(nint unit, T output_delta)
        where H : IActivation<V>
    {
        V rate = L.All(minus_rate), through = L.All(output_delta), output = L.Load(a + unit), weights = L.Load(output_weights + unit);
        V delta = H.Through(output, L.Multiply(through, weights));
        L.Store(output_weights + unit, L.MultiplyAdd(rate, L.Multiply(through, output), weights));
        L.Store(bias + unit, L.MultiplyAdd(rate, delta, L.Load(bias + unit)));
        return delta;
    }
}
