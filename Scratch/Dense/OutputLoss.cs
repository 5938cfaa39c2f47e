using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>The loss of a batch, and where the backward pass begins: its derivatives by the last pre-activations.</summary>
/// <param name="layer">The output layer.</param>
/// <param name="loss">Which loss.</param>
/// <param name="from_logits">Whether it is computed from the pre-activations, with the last activation as a part of it.</param>
internal sealed unsafe class OutputLoss<V, L, T>(DenseLayer<V, L, T> layer, Loss loss, bool from_logits)
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Laid out as the outputs are.
    private AlignedMemory<T> labels = new(0);

    /// <summary>Makes room for a batch.</summary>
    public void Hold(int rows) => labels = new(DenseLayer<V, L, T>.Padded(rows * layer.Row));

    /// <summary>The mean loss; the layer's Delta becomes its derivatives by the pre-activations.</summary>
    /// <param name="y_true">All labels.</param>
    /// <param name="order">The order in which rows are taken; empty for the order in which they stand.</param>
    /// <param name="first">The batch's first, in that order.</param>
    /// <param name="rows">How many.</param>
    /// <param name="recorder">What records the quantities; null for nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T MeanAndDelta(Matrix<T> y_true, ReadOnlySpan<int> order, int first, int rows, Recorder<T>? recorder)
    {
        TakeLabels(y_true, order, first, rows);
        T n = T.CreateChecked(loss is Loss.BinaryCrossEntropy or Loss.MeanSquaredError ? (long)rows * layer.Units : rows), sum = T.Zero;
        // Where units stand without gaps, the batch is one long row.
        bool has_gaps = layer.Row > layer.Units;
        nint count = has_gaps ? layer.Units : rows * layer.Row;
        for (nint part = 0; part < (has_gaps ? rows : 1); part++)
            sum += count <= DenseLayer<V, L, T>.Few ? SumAndDerivative<T, OneLane<T>>(part * layer.Row, count, n) : SumAndDerivative<V, L>(part * layer.Row, count, n);
        if (from_logits && layer.Activation == Activation.Softmax)
            sum = SoftmaxLoss(rows);
        T mean = sum / n;
        recorder?.Add("loss", mean);
        if (!from_logits)
        {
            recorder?.Add("dL_doutput", layer.Delta, layer.Row, rows, layer.Units);
            if (layer.Activation != Activation.Softmax)
                recorder?.Add("doutput_dz_out", [rows, layer.Units], Derivatives(rows));
            layer.BackwardThroughActivation(rows);
        }
        recorder?.Add("dL_dz_out", layer.Delta, layer.Row, rows, layer.Units);
        return mean;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeLabels(Matrix<T> y_true, ReadOnlySpan<int> order, int first, int rows)
    {
        if (order.IsEmpty && layer.Row == y_true.Columns)
        {
            y_true.Values.Slice(first * y_true.Columns, rows * y_true.Columns).CopyTo(new(labels.At, rows * y_true.Columns));
            return;
        }
        for (int r = 0; r < rows; r++)
        {
            int from = order.IsEmpty ? first + r : order[first + r];
            var row = new Span<T>(labels.At + r * layer.Row, layer.Units);
            if (loss == Loss.SparseCategoricalCrossEntropy)
            {
                row.Clear();
                row[int.CreateChecked(y_true.Values[from])] = T.One;
            }
            else
                y_true.Values.Slice(from * y_true.Columns, y_true.Columns).CopyTo(row);
        }
    }

    // The sum of some terms. Delta becomes the derivatives by the outputs, or from logits by the pre-activations.
    private T SumAndDerivative<U, K>(nint at, nint count, T n)
        where U : unmanaged
        where K : ILanes<U, T>
    {
        T* p = layer.Output + at, y = labels.At + at, delta = layer.Delta + at;
        if (!from_logits)
            return Losses<U, K, T>.FromOutputs(loss, p, y, count, n, delta);
        Losses<U, K, T>.Error(p, y, count, n, delta);
        return layer.Activation == Activation.Sigmoid ? Losses<U, K, T>.BinaryFromLogits(layer.Input + at, y, count) : T.Zero;
    }

    private T SoftmaxLoss(int rows)
    {
        T sum = T.Zero;
        for (int r = 0; r < rows; r++)
            sum += Losses<T, OneLane<T>, T>.CategoricalFromLogits(layer.Input + r * layer.Row, labels.At + r * layer.Row, layer.Units);
        return sum;
    }

    private T[] Derivatives(int rows)
    {
        var derivatives = new T[rows * layer.Units];
        for (int i = 0; i < derivatives.Length; i++)
        {
            T a = layer.Output[i / layer.Units * layer.Row + i % layer.Units];
            derivatives[i] = layer.Activation switch
            {
                Activation.Relu => Relu<T, OneLane<T>, T>.Derivative(a),
                Activation.Sigmoid => Sigmoid<T, OneLane<T>, T>.Derivative(a),
                Activation.Tanh => Tanh<T, OneLane<T>, T>.Derivative(a),
                _ => Linear<T, OneLane<T>, T>.Derivative(a),
            };
        }
        return derivatives;
    }
}
