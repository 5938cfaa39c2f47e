using System.Numerics;

namespace Scratch.Dense;

/// <summary>What a network refuses, before anything is changed.</summary>
internal static class Check
{
    // Labels of several classes are shares that sum to 1, up to the rounding of whoever made them.
    private const double ShareRounding = 1e-3;

    public static void Sizes(int inputs, IReadOnlyList<Layer> layers)
    {
        if (inputs < 1)
            throw new ArgumentException($"A network has at least 1 input, not {inputs}.", nameof(inputs));
        Sizes(layers);
    }

    public static void Sizes(IReadOnlyList<Layer> layers)
    {
        if (layers.Count == 0)
            throw new ArgumentException("A network has at least one layer.", nameof(layers));
        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Units < 1)
                throw new ArgumentException($"Layer {i + 1} has {layers[i].Units} units; a layer has at least 1.", nameof(layers));
            if (!Enum.IsDefined(layers[i].Activation))
                throw new ArgumentException($"Layer {i + 1} has an unknown activation ({layers[i].Activation}).", nameof(layers));
        }
    }

    /// <summary>How many inputs the first layer's weights are for.</summary>
    public static int Inputs<T>(IReadOnlyList<LayerParameters<T>> start, IReadOnlyList<Layer> layers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (start.Count != layers.Count)
            throw new ArgumentException($"There are parameters of {start.Count} layers, but {layers.Count} layers.", nameof(start));
        T[,] weights = start[0].Weights;
        if (weights.GetLength(0) == 0)
            throw new ArgumentException(
                $"The weights of layer 1 have shape (0, {weights.GetLength(1)}), where (inputs, {layers[0].Units}) with at least one input is needed.", nameof(start));
        return weights.GetLength(0);
    }

    public static void Output(Loss loss, bool stable, Layer last)
    {
        if (!Enum.IsDefined(loss))
            throw new ArgumentException($"{loss} is no known loss.", nameof(loss));
        bool of_classes = loss is Loss.CategoricalCrossEntropy or Loss.SparseCategoricalCrossEntropy;
        if (of_classes && last.Units < 2)
            throw new ArgumentException($"{loss} needs an output for each of at least 2 classes, not {last.Units}.", nameof(loss));
        if (stable && loss == Loss.BinaryCrossEntropy && last.Activation != Activation.Sigmoid)
            throw new ArgumentException($"{loss} from logits needs a sigmoid as the last activation, not {last.Activation}.", nameof(stable));
        if (stable && of_classes && last.Activation != Activation.Softmax)
            throw new ArgumentException($"{loss} from logits needs a softmax as the last activation, not {last.Activation}.", nameof(stable));
    }

    public static void Numbers<T>(Optimizer optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T rate = T.CreateChecked(optimizer.LearningRate);
        if (!(rate > T.Zero) || !T.IsFinite(rate))
            throw new ArgumentException($"The learning rate must be a positive number, also when rounded to {typeof(T).Name}, not {optimizer.LearningRate}.", nameof(optimizer));
        switch (optimizer)
        {
            case Sgd { Momentum: not (>= 0 and <= 1) } sgd:
                throw new ArgumentException($"The momentum must lie in [0, 1], not at {sgd.Momentum}.", nameof(optimizer));
            case Sgd { Nesterov: true, Momentum: 0 }:
                throw new ArgumentException("Nesterov's step needs a momentum above 0.", nameof(optimizer));
            case Adam { Beta1: not (>= 0 and < 1) } adam:
                throw new ArgumentException($"beta_1 must lie in [0, 1), not at {adam.Beta1}.", nameof(optimizer));
            case Adam { Beta2: not (>= 0 and < 1) } adam:
                throw new ArgumentException($"beta_2 must lie in [0, 1), not at {adam.Beta2}.", nameof(optimizer));
            case Adam { Epsilon: not (>= 0 and < double.PositiveInfinity) } adam:
                throw new ArgumentException($"epsilon must be a number from 0 up, not {adam.Epsilon}.", nameof(optimizer));
        }
    }

    public static void Parameters<T>(IReadOnlyList<LayerParameters<T>> start, int inputs, IReadOnlyList<Layer> layers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < layers.Count; i++)
        {
            int units = layers[i].Units;
            var (weights, bias) = start[i];
            if (weights.GetLength(0) != inputs || weights.GetLength(1) != units)
                throw new ArgumentException(
                    $"The weights of layer {i + 1} have shape ({weights.GetLength(0)}, {weights.GetLength(1)}), where ({inputs}, {units}) is needed.", nameof(start));
            if (bias.Length != units)
                throw new ArgumentException($"The bias of layer {i + 1} has shape ({bias.Length}), where ({units}) is needed.", nameof(start));
            if (weights.Cast<T>().Concat(bias).Any(number => !T.IsFinite(number)))
                throw new ArgumentException($"The parameters of layer {i + 1}, shapes ({inputs}, {units}) and ({units}), hold NaN or infinity.", nameof(start));
            inputs = units;
        }
    }

    public static void State<T>(NetworkState<T> given, NetworkState<T> own)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (given.Steps < 0)
            throw new ArgumentException($"A state is that after {given.Steps} steps, where 0 or more are possible.", nameof(given));
        foreach (Quantity<T> needed in own.Quantities)
        {
            Quantity<T> found = given.Quantities.FirstOrDefault(quantity => quantity.Name == needed.Name)
                ?? throw new ArgumentException($"The state lacks {needed.Name}.", nameof(given));
            if (!found.Shape.SequenceEqual(needed.Shape) || found.Values.Length != needed.Values.Length)
                throw new ArgumentException($"The state's {needed.Name} has shape ({string.Join(", ", found.Shape)}), where ({string.Join(", ", needed.Shape)}) is needed.", nameof(given));
        }
        if (given.Quantities.Count != own.Quantities.Count)
            throw new ArgumentException($"The state has {given.Quantities.Count} quantities, where {own.Quantities.Count} are needed: it is of another optimizer or network.", nameof(given));
    }

    public static void Rows<T>(Matrix<T> X, int inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (X.Rows == 0 || X.Columns != inputs)
            throw new ArgumentException($"X has shape {X.Shape}, where (rows, {inputs}) with at least one row is needed.", nameof(X));
        if (FirstNonFinite(X.Values) is int at and >= 0)
            throw new ArgumentException($"X of shape {X.Shape} holds {X.Values[at]} at [{at / X.Columns}, {at % X.Columns}].", nameof(X));
    }

    public static void Labels<T>(Matrix<T> y_true, int rows, int units, Loss loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int columns = loss == Loss.SparseCategoricalCrossEntropy ? 1 : units;
        if (y_true.Rows != rows || y_true.Columns != columns)
            throw new ArgumentException($"y_true has shape {y_true.Shape}, where ({rows}, {columns}) is needed: a row for each row of X.", nameof(y_true));
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> labels = y_true.Values.Slice(row * columns, columns);
            T sum = T.Zero;
            for (int unit = 0; unit < columns; unit++)
            {
                if (!IsAllowed(labels[unit], loss, units))
                    throw new ArgumentException($"y_true of shape {y_true.Shape} holds {labels[unit]} at [{row}, {unit}]; {Allowed(loss, units)}.", nameof(y_true));
                sum += labels[unit];
            }
            if (loss == Loss.CategoricalCrossEntropy && Math.Abs(double.CreateChecked(sum) - 1) > ShareRounding)
                throw new ArgumentException($"y_true of shape {y_true.Shape} sums to {sum} in row {row}; the labels of a row must sum to 1.", nameof(y_true));
        }
    }

    public static void Batches(int batch_size, int rows)
    {
        if (batch_size < 1 || batch_size > rows)
            throw new ArgumentException($"batch_size is {batch_size}, where 1 to {rows} is possible: the shape of X has {rows} rows.", nameof(batch_size));
    }

    public static void Epochs(int epochs)
    {
        if (epochs < 0)
            throw new ArgumentException($"epochs is {epochs}, where 0 or more is possible.", nameof(epochs));
    }

    public static void Order(ReadOnlySpan<int> order, int rows)
    {
        if (order.Length != rows)
            throw new ArgumentException($"order has shape ({order.Length}), where ({rows}) is needed.", nameof(order));
        foreach (int row in order)
            if (row < 0 || row >= rows)
                throw new ArgumentException($"order of shape ({rows}) names row {row}; rows are 0 to {rows - 1}.", nameof(order));
    }

    public static void Threads(int? threads)
    {
        if (threads < 1)
            throw new ArgumentException($"A step needs at least 1 thread, not {threads}.", nameof(threads));
    }

    private static bool IsAllowed<T>(T label, Loss loss, int units) where T : IBinaryFloatingPointIeee754<T> => loss switch
    {
        Loss.MeanSquaredError => T.IsFinite(label),
        Loss.SparseCategoricalCrossEntropy => T.IsInteger(label) && label >= T.Zero && label < T.CreateChecked(units),
        _ => label >= T.Zero && label <= T.One,
    };

    private static string Allowed(Loss loss, int units) => loss switch
    {
        Loss.MeanSquaredError => "a label must be finite",
        Loss.SparseCategoricalCrossEntropy => $"a label must be the whole number of a class, 0 to {units - 1}",
        _ => "a label must lie in [0, 1]",
    };

    // The place of the first NaN or infinity; -1 if there is none. x - x is 0 for every other number.
    private static int FirstNonFinite<T>(ReadOnlySpan<T> values) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        var zeros = Vector<T>.Zero;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var some = new Vector<T>(values[i..]);
            if (some - some != zeros)
                break;
        }
        for (; i < values.Length; i++)
            if (!T.IsFinite(values[i]))
                return i;
        return -1;
    }
}
