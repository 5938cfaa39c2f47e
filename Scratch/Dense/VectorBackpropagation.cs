using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>Backpropagation by vectors of one width.</summary>
internal sealed unsafe class VectorBackpropagation<V, L, T> : Backpropagation<T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Rows that are predicted at once.
    private const int Part = 256;

    private readonly DenseLayer<V, L, T>[] layers;
    private readonly Names[] names;
    private readonly OutputLoss<V, L, T> output;
    private readonly UpdateRule<V, L, T> rule;
    private readonly RowByRow<V, L, T>? row_by_row;
    private AlignedMemory<T>? gathered;
    private int capacity;

    public VectorBackpropagation(int inputs, IReadOnlyList<Layer> layers, Loss loss, Optimizer optimizer, bool stable, int threads)
    {
        var crew = new Crew(threads);
        rule = new(optimizer);
        this.layers = [.. layers.Select((layer, i) => new DenseLayer<V, L, T>(i == 0 ? inputs : layers[i - 1].Units, layer, i == layers.Count - 1, rule.States.Count, crew))];
        names = [.. layers.Select((_, i) => new Names(i, layers.Count))];
        bool from_logits = stable && loss != Loss.MeanSquaredError;
        output = new(this.layers[^1], loss, from_logits);
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

    public override NetworkState<T> State
    {
        get
        {
            var recorder = new Recorder<T>();
            rule.Record(layers, names, recorder);
            return new(rule.Steps, recorder.Quantities);
        }
        set
        {
            rule.Steps = value.Steps;
            rule.Restore(layers, names, value.Quantities.ToDictionary(quantity => quantity.Name, quantity => quantity.Values));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override T Step(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int first, int rows, Recorder<T>? recorder)
    {
        Hold(rows);
        fixed (T* all = X.Values)
        {
            T* x = Batch(all, X.Columns, order, first, rows, out nint x_row);
            Forward(x, x_row, rows, recorder);

            // From the loss back to each parameter; a layer's deltas go through its kernel before the kernel is updated.
            T loss = output.MeanAndDelta(y_true, order, first, rows, recorder);
            rule.BeginStep();
            for (int i = layers.Length - 1; i > 0; i--)
            {
                DenseLayer<V, L, T> layer = layers[i], previous = layers[i - 1];
                layer.Backward(previous.Delta, previous.Row, rows);
                rule.Update(layer, previous.Output, previous.Row, rows, recorder, names[i]);
                recorder?.Add(names[i - 1].OutputDerivative, previous.Delta, previous.Row, rows, previous.Units);
                previous.BackwardThroughActivation(rows);
                recorder?.Add(names[i - 1].InputDerivative, previous.Delta, previous.Row, rows, previous.Units);
            }
            rule.Update(layers[0], x, x_row, rows, recorder, names[0]);
            if (recorder is not null)
                rule.Record(layers, names, recorder);
            return loss;
        }
    }

    public override T Epoch(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int batch_size) =>
        batch_size == 1 && row_by_row is not null ? row_by_row.Epoch(X, y_true, order) : base.Epoch(X, y_true, order, batch_size);

    public override void Predict(Matrix<T> X, T[,] outputs)
    {
        DenseLayer<V, L, T> last = layers[^1];
        fixed (T* all = X.Values, written = outputs)
            for (int first = 0; first < X.Rows; first += Part)
            {
                int rows = ForwardPart(all, X, first);
                for (int r = 0; r < rows; r++)
                    new ReadOnlySpan<T>(last.Output + r * last.Row, last.Units).CopyTo(new(written + (first + r) * (nint)last.Units, last.Units));
            }
    }

    public override T Evaluate(Matrix<T> X, Matrix<T> y_true)
    {
        double sum = 0;
        fixed (T* all = X.Values)
            for (int first = 0; first < X.Rows; first += Part)
            {
                int rows = ForwardPart(all, X, first);
                sum += double.CreateChecked(output.MeanAndDelta(y_true, default, first, rows, null)) * rows;
            }
        return T.CreateChecked(sum / X.Rows);
    }

    private int ForwardPart(T* all, Matrix<T> X, int first)
    {
        int rows = Math.Min(Part, X.Rows - first);
        Hold(rows);
        T* x = Batch(all, X.Columns, default, first, rows, out nint row);
        Forward(x, row, rows, null);
        return rows;
    }

    private void Hold(int rows)
    {
        if (rows <= capacity)
            return;
        foreach (DenseLayer<V, L, T> layer in layers)
            layer.Hold(rows);
        output.Hold(rows);
        gathered = null;
        capacity = rows;
    }

    // The batch where it stands, or copied together.
    private T* Batch(T* all, nint columns, ReadOnlySpan<int> order, int first, int rows, out nint row)
    {
        row = columns;
        if (layers[0].IsWide && order.IsEmpty)
            return all + first * columns;
        if (!layers[0].IsWide)
            row = DenseLayer<V, L, T>.Spread(DenseLayer<V, L, T>.Vectors(columns));
        gathered ??= new(capacity * row);
        for (int r = 0; r < rows; r++)
        {
            nint from = order.IsEmpty ? first + r : order[first + r];
            new ReadOnlySpan<T>(all + from * columns, (int)columns).CopyTo(new(gathered.At + r * row, (int)columns));
        }
        return gathered.At;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(T* x, nint x_row, int rows, Recorder<T>? recorder)
    {
        for (int i = 0; i < layers.Length; i++)
        {
            DenseLayer<V, L, T> layer = layers[i];
            layer.Forward(x, x_row, rows);
            recorder?.Add(names[i].Input, layer.Input, layer.Row, rows, layer.Units);
            recorder?.Add(names[i].Output, layer.Output, layer.Row, rows, layer.Units);
            x = layer.Output;
            x_row = layer.Row;
        }
    }
}
