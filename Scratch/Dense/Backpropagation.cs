using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>Forward pass, loss, backward pass and update of a dense network.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal abstract class Backpropagation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The fastest for this processor.</summary>
    public static Backpropagation<T> Create(int inputs, IReadOnlyList<Layer> layers, Loss loss, Optimizer optimizer, bool stable, int threads) =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated
            ? new Backpropagation<System.Runtime.Intrinsics.Vector512<T>, Lanes512<T>, T>(inputs, layers, loss, optimizer, stable, threads)
            : new Backpropagation<Vector<T>, LanesOfVector<T>, T>(inputs, layers, loss, optimizer, stable, threads);

    /// <summary>The parameters of every layer; getting and setting copy.</summary>
    public abstract IReadOnlyList<LayerParameters<T>> Parameters { get; set; }

    /// <summary>One step on some rows.</summary>
    /// <param name="X">All inputs, shape (n, inputs).</param>
    /// <param name="y_true">All labels, shape (n, units), or (n, 1) for class numbers.</param>
    /// <param name="order">The order in which rows are taken; empty for the order in which they stand.</param>
    /// <param name="first">The first, in that order.</param>
    /// <param name="rows">How many.</param>
    /// <param name="recorder">What records the step; null for nothing.</param>
    /// <returns>The loss before the update.</returns>
    public abstract T Step(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int first, int rows, Recorder<T>? recorder);

    /// <summary>A step on each batch, in order.</summary>
    /// <param name="X">All inputs.</param>
    /// <param name="y_true">All labels.</param>
    /// <param name="order">The order in which rows are taken; empty for the order in which they stand.</param>
    /// <param name="batch_size">Rows a batch; the last may be smaller.</param>
    /// <returns>The mean of the batches' losses, weighted by their rows.</returns>
    public virtual T Epoch(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int batch_size)
    {
        double sum = 0;
        for (int first = 0; first < X.Rows; first += batch_size)
        {
            int rows = Math.Min(batch_size, X.Rows - first);
            sum += double.CreateChecked(Step(X, y_true, order, first, rows, null)) * rows;
        }
        return T.CreateChecked(sum / X.Rows);
    }

    /// <summary>The forward pass alone.</summary>
    /// <param name="X">Shape (n, inputs).</param>
    /// <param name="output">Shape (n, units), written.</param>
    public abstract void Predict(Matrix<T> X, T[,] output);

    /// <summary>The loss without an update.</summary>
    public abstract T Evaluate(Matrix<T> X, Matrix<T> y_true);
}

/// <summary>The same with vectors of one width.</summary>
internal sealed unsafe class Backpropagation<V, L, T> : Backpropagation<T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Rows that are predicted at once.
    private const int Part = 256;

    /// <summary>So few numbers are computed one by one.</summary>
    public const int Few = 4;

    private readonly DenseLayer<V, L, T>[] layers;
    private readonly Names[] names;
    private readonly DenseLayer<V, L, T> last;
    private readonly Loss loss;
    private readonly bool from_logits;
    private readonly RowByRow<V, L, T>? row_by_row;
    private readonly UpdateRule<V, L, T> rule;
    private AlignedMemory<T>? inputs;
    private AlignedMemory<T> labels = new(0);
    private int capacity;

    public Backpropagation(int inputs, IReadOnlyList<Layer> layers, Loss loss, Optimizer optimizer, bool stable, int threads)
    {
        var crew = new Crew(threads);
        this.loss = loss;
        rule = new(optimizer);
        this.layers = [.. layers.Select((layer, i) => new DenseLayer<V, L, T>(i == 0 ? inputs : layers[i - 1].Units, layer, i == layers.Count - 1, rule.States.Count, crew))];
        names = [.. layers.Select((_, i) => new Names(i, layers.Count))];
        last = this.layers[^1];
        from_logits = stable && loss != Loss.MeanSquaredError;
        row_by_row = RowByRow<V, L, T>.For(this.layers, loss, from_logits, optimizer);
    }

    public override IReadOnlyList<LayerParameters<T>> Parameters
    {
        get => [.. layers.Select(layer => layer.Get(0))];
        set
        {
            for (int i = 0; i < layers.Length; i++)
                layers[i].Set(value[i]);
        }
    }

    private bool PadsInputs => !DenseLayer<V, L, T>.NeedsNoPadding(layers[0].Inputs, layers[0].Units);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override T Step(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int first, int rows, Recorder<T>? recorder)
    {
        Hold(rows);
        fixed (T* all = X.Values)
        {
            T* x = Batch(all, X.Columns, order, first, rows, out nint x_row);
            TakeLabels(y_true, order, first, rows);
            Forward(x, x_row, rows, recorder);
            T mean = LossAndOutputDelta(rows, recorder);
            rule.BeginStep();
            for (int i = layers.Length - 1; i > 0; i--)
            {
                DenseLayer<V, L, T> layer = layers[i], previous = layers[i - 1];
                layer.Backward(previous.Delta, previous.Row, rows);
                rule.Update(layer, previous.Output, previous.Row, rows, recorder, names[i]);
                Record(recorder, names[i - 1].OutputDerivative, previous.Delta, previous, rows);
                BackwardThroughActivation(previous, rows);
                Record(recorder, names[i - 1].InputDerivative, previous.Delta, previous, rows);
            }
            rule.Update(layers[0], x, x_row, rows, recorder, names[0]);
            if (recorder is not null)
                rule.Record(layers, names, recorder);
            return mean;
        }
    }

    public override T Epoch(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int batch_size) =>
        batch_size == 1 && row_by_row is not null ? row_by_row.Epoch(X, y_true, order) : base.Epoch(X, y_true, order, batch_size);

    public override void Predict(Matrix<T> X, T[,] output)
    {
        fixed (T* all = X.Values, outputs = output)
            for (int first = 0; first < X.Rows; first += Part)
            {
                int rows = Math.Min(Part, X.Rows - first);
                ForwardRows(all, X.Columns, default, first, rows);
                for (int r = 0; r < rows; r++)
                    new ReadOnlySpan<T>(last.Output + r * last.Row, last.Units).CopyTo(new(outputs + (first + r) * (nint)last.Units, last.Units));
            }
    }

    public override T Evaluate(Matrix<T> X, Matrix<T> y_true)
    {
        double sum = 0;
        fixed (T* all = X.Values)
            for (int first = 0; first < X.Rows; first += Part)
            {
                int rows = Math.Min(Part, X.Rows - first);
                ForwardRows(all, X.Columns, default, first, rows);
                TakeLabels(y_true, default, first, rows);
                sum += double.CreateChecked(LossAndOutputDelta(rows, null)) * rows;
            }
        return T.CreateChecked(sum / X.Rows);
    }

    private static void Record(Recorder<T>? recorder, string name, T* at, DenseLayer<V, L, T> layer, int rows) =>
        recorder?.Add(name, at, layer.Row, rows, layer.Units);

    private void Hold(int rows)
    {
        if (rows <= capacity)
            return;
        foreach (DenseLayer<V, L, T> layer in layers)
            layer.Hold(rows);
        labels = new(DenseLayer<V, L, T>.Padded(rows * last.Row));
        inputs = null;
        capacity = rows;
    }

    private void ForwardRows(T* all, nint columns, ReadOnlySpan<int> order, int first, int rows)
    {
        Hold(rows);
        T* x = Batch(all, columns, order, first, rows, out nint row);
        Forward(x, row, rows, null);
    }

    // The batch where it stands, or copied together.
    private T* Batch(T* all, nint columns, ReadOnlySpan<int> order, int first, int rows, out nint row)
    {
        row = columns;
        if (!PadsInputs && order.IsEmpty)
            return all + first * columns;
        row = PadsInputs ? DenseLayer<V, L, T>.OffPage(DenseLayer<V, L, T>.Vectors(columns)) : columns;
        inputs ??= new(capacity * row);
        for (int r = 0; r < rows; r++)
        {
            nint from = order.IsEmpty ? first + r : order[first + r];
            new ReadOnlySpan<T>(all + from * columns, (int)columns).CopyTo(new(inputs.At + r * row, (int)columns));
        }
        return inputs.At;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeLabels(Matrix<T> y_true, ReadOnlySpan<int> order, int first, int rows)
    {
        if (order.IsEmpty && last.Row == y_true.Columns)
        {
            y_true.Values.Slice(first * y_true.Columns, rows * y_true.Columns).CopyTo(new(labels.At, rows * y_true.Columns));
            return;
        }
        for (int r = 0; r < rows; r++)
        {
            int from = order.IsEmpty ? first + r : order[first + r];
            var row = new Span<T>(labels.At + r * last.Row, last.Units);
            if (loss == Loss.SparseCategoricalCrossEntropy)
            {
                row.Clear();
                row[int.CreateChecked(y_true.Values[from])] = T.One;
            }
            else
                y_true.Values.Slice(from * y_true.Columns, y_true.Columns).CopyTo(row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(T* x, nint x_row, int rows, Recorder<T>? recorder)
    {
        for (int i = 0; i < layers.Length; i++)
        {
            DenseLayer<V, L, T> layer = layers[i];
            layer.Forward(x, x_row, rows);
            Record(recorder, names[i].Input, layer.Input, layer, rows);
            Activate(layer, rows);
            Record(recorder, names[i].Output, layer.Output, layer, rows);
            x = layer.Output;
            x_row = layer.Row;
        }
    }

    private static void Activate(DenseLayer<V, L, T> layer, int rows)
    {
        nint count = rows * layer.Row;
        if (layer.Activation == Activation.Softmax)
            for (int r = 0; r < rows; r++)
                Activations<V, L, T>.Softmax(layer.Input + r * layer.Row, layer.Output + r * layer.Row, layer.Units);
        else if (count <= Few)
            Activations<T, OneLane<T>, T>.Apply(layer.Activation, layer.Input, layer.Output, count);
        else
            Activations<V, L, T>.Apply(layer.Activation, layer.Input, layer.Output, count);
        if (layer.Activation == Activation.Sigmoid && layer.Row > layer.Units)
            for (int r = 0; r < rows; r++)
                new Span<T>(layer.Output + r * layer.Row + layer.Units, (int)layer.Row - layer.Units).Clear();
    }

    private static void BackwardThroughActivation(DenseLayer<V, L, T> layer, int rows)
    {
        nint count = rows * layer.Row;
        if (layer.Activation == Activation.Softmax)
            for (int r = 0; r < rows; r++)
                Activations<V, L, T>.SoftmaxBackward(layer.Output + r * layer.Row, layer.Delta + r * layer.Row, layer.Units);
        else if (count <= Few)
            Activations<T, OneLane<T>, T>.Backward(layer.Activation, layer.Output, layer.Delta, count);
        else
            Activations<V, L, T>.Backward(layer.Activation, layer.Output, layer.Delta, count);
    }

    // The mean loss; the output layer's deltas are left in its Delta.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T LossAndOutputDelta(int rows, Recorder<T>? recorder)
    {
        T n = T.CreateChecked(loss is Loss.BinaryCrossEntropy or Loss.MeanSquaredError ? (long)rows * last.Units : rows), sum = T.Zero;
        // Where units stand without gaps, the batch is one long row.
        bool has_gaps = last.Row > last.Units;
        nint count = has_gaps ? last.Units : rows * last.Row, whole = count / L.Count * L.Count;
        for (int part = 0; part < (has_gaps ? rows : 1); part++)
        {
            nint at = part * last.Row;
            if (whole > 0)
                sum += LossOf<V, L>(at, whole, n);
            if (count > whole)
                sum += LossOf<T, OneLane<T>>(at + whole, count - whole, n);
        }
        if (from_logits && last.Activation == Activation.Softmax)
            sum = SoftmaxLoss(rows);
        T mean = sum / n;
        recorder?.Add("loss", mean);
        if (!from_logits)
        {
            Record(recorder, "dL_doutput", last.Delta, last, rows);
            if (last.Activation != Activation.Softmax)
                recorder?.Add("doutput_dz_out", [rows, last.Units], OutputDerivatives(rows));
            BackwardThroughActivation(last, rows);
        }
        Record(recorder, "dL_dz_out", last.Delta, last, rows);
        return mean;
    }

    private T LossOf<U, K>(nint at, nint count, T n)
        where U : unmanaged
        where K : ILanes<U, T>
    {
        T* z = last.Input + at, p = last.Output + at, y = labels.At + at, delta = last.Delta + at;
        if (!from_logits)
            return Losses<U, K, T>.FromOutputs(loss, p, y, count, n, delta);
        Losses<U, K, T>.Error(p, y, count, n, delta);
        return last.Activation == Activation.Sigmoid ? Losses<U, K, T>.BinaryFromLogits(z, y, count) : T.Zero;
    }

    private T SoftmaxLoss(int rows)
    {
        T sum = T.Zero;
        for (int r = 0; r < rows; r++)
            sum += Losses<T, OneLane<T>, T>.CategoricalFromLogits(last.Input + r * last.Row, labels.At + r * last.Row, last.Units);
        return sum;
    }

    private T[] OutputDerivatives(int rows)
    {
        var derivatives = new T[rows * last.Units];
        for (int i = 0; i < derivatives.Length; i++)
        {
            T a = last.Output[i / last.Units * last.Row + i % last.Units];
            derivatives[i] = last.Activation switch
            {
                Activation.Relu => Relu<T, OneLane<T>, T>.Derivative(a),
                Activation.Sigmoid => Sigmoid<T, OneLane<T>, T>.Derivative(a),
                Activation.Tanh => Tanh<T, OneLane<T>, T>.Derivative(a),
                _ => T.One,
            };
        }
        return derivatives;
    }
}
