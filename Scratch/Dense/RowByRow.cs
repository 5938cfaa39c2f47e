using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>
/// The smallest networks, where every call would cost more than its arithmetic: one hidden layer that fills no more than a vector, one
/// output, plain gradient descent, batches of one row. A row's whole step happens in registers; its formulas and their order are
/// those of <see cref="VectorBackpropagation{V, L, T}"/>, and so are its bits.
/// </summary>
internal sealed unsafe class RowByRow<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly DenseLayer<V, L, T> hidden, output;
    private readonly Loss loss;
    private readonly bool from_logits;
    private readonly T minus_rate;

    private RowByRow(DenseLayer<V, L, T> hidden, DenseLayer<V, L, T> output, Loss loss, bool from_logits, double learning_rate)
    {
        (this.hidden, this.output, this.loss, this.from_logits) = (hidden, output, loss, from_logits);
        minus_rate = -T.CreateChecked(learning_rate);
    }

    /// <summary>It, for the networks that it can train; null for all others.</summary>
    public static RowByRow<V, L, T>? For(DenseLayer<V, L, T>[] layers, Loss loss, bool from_logits, Optimizer optimizer) =>
        layers is [{ IsWide: true, Activation: not Activation.Softmax } hidden, { IsWide: false, Units: 1, Activation: not Activation.Softmax } output]
        && hidden.Units <= L.Count && L.Count > DenseLayer<V, L, T>.Few
        && loss is Loss.BinaryCrossEntropy or Loss.MeanSquaredError
        && optimizer is Sgd { Momentum: 0 }
            ? new(hidden, output, loss, from_logits, optimizer.LearningRate)
            : null;

    /// <inheritdoc cref="Backpropagation{T}.Epoch"/>
    public T Epoch(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order) => hidden.Activation switch
    {
        Activation.Relu => Epoch<Relu<V, L, T>>(X, y_true, order),
        Activation.Sigmoid => Epoch<Sigmoid<V, L, T>>(X, y_true, order),
        Activation.Tanh => Epoch<Tanh<V, L, T>>(X, y_true, order),
        _ => Epoch<Linear<V, L, T>>(X, y_true, order),
    };

    private T Epoch<H>(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order) where H : IActivation<V> => output.Activation switch
    {
        Activation.Relu => Epoch<H, Relu<T, OneLane<T>, T>>(X, y_true, order),
        Activation.Sigmoid => Epoch<H, Sigmoid<T, OneLane<T>, T>>(X, y_true, order),
        Activation.Tanh => Epoch<H, Tanh<T, OneLane<T>, T>>(X, y_true, order),
        _ => Epoch<H, Linear<T, OneLane<T>, T>>(X, y_true, order),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T Epoch<H, O>(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order)
        where H : IActivation<V>
        where O : IActivation<T>
    {
        double sum = 0;
        nint inputs = hidden.Inputs, kernel_row = hidden.KernelRow;
        T* hidden_weights = hidden.Kernel;
        V hidden_bias = L.Load(hidden.Bias), output_weights = L.Load(output.Kernel), rate = L.All(minus_rate);
        T output_bias = *output.Bias;
        // 0 behind the units, where a sigmoid is 1/2, so that no weights grow there.
        V output_rate = default;
        for (int unit = 0; unit < hidden.Units; unit++)
            ((T*)&output_rate)[unit] = minus_rate;
        fixed (T* all = X.Values, labels = y_true.Values)
            for (int i = 0; i < X.Rows; i++)
            {
                nint row = order.IsEmpty ? i : order[i];
                T* x = all + row * inputs;
                V a = H.Of(Tile<V, L, T>.Row1(hidden_bias, x, hidden_weights, kernel_row, inputs));
                T z = L.Sum(L.Multiply(a, output_weights)) + output_bias;
                T p = O.Of(z), y = labels[row];
                T delta = from_logits ? p - y : O.Through(p, Losses<T, OneLane<T>, T>.Slope(loss, p, y));
                V hidden_delta = H.Through(a, L.Multiply(L.All(delta), output_weights));
                output_weights = L.MultiplyAdd(output_rate, L.Multiply(L.All(delta), a), output_weights);
                output_bias = T.MultiplyAddEstimate(minus_rate, delta, output_bias);
                hidden_bias = L.MultiplyAdd(rate, hidden_delta, hidden_bias);
                T* weights = hidden_weights;
                for (nint input = 0; input < inputs; input++, weights += kernel_row)
                    L.Store(weights, L.MultiplyAdd(rate, L.Multiply(L.All(x[input]), hidden_delta), L.Load(weights)));
                sum += double.CreateChecked(from_logits ? Losses<T, OneLane<T>, T>.LogitTerm(z, y) : Losses<T, OneLane<T>, T>.Term(loss, p, y));
            }
        L.Store(hidden.Bias, hidden_bias);
        L.Store(output.Kernel, output_weights);
        *output.Bias = output_bias;
        return T.CreateChecked(sum / X.Rows);
    }
}
