using System.Numerics;
using KerasVersion.Dense;
using Tensorflow;
using Tensorflow.Gradients;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace KerasVersion.Tracing;

/// <summary>Trains a model of dense layers step by step with a tape, in the same bits as its <c>fit</c>, and records every step.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class TracedTraining<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const string FusedLoss = "the framework computes the cross-entropy from the logits behind the output's activation, so the output's own gradient is never formed";
    private const string FusedActivation = "the framework goes from the output's gradient to the pre-activation's in one operation";

    /// <summary>The model, which is changed.</summary>
    public required Sequential Model { get; init; }

    /// <summary>What the model's layers have as their activations.</summary>
    public required IReadOnlyList<RecordedActivation> Activations { get; init; }

    /// <summary>The last layer's activation.</summary>
    public required Activation Last { get; init; }

    /// <summary>The loss that the model was compiled with.</summary>
    public required RecordedLoss<T> LossFunction { get; init; }

    /// <summary>What that loss is.</summary>
    public required Loss Loss { get; init; }

    /// <summary>How the framework computes it, if it is a cross-entropy.</summary>
    public required LossFormula Formula { get; init; }

    /// <summary>The optimizer that the model was compiled with.</summary>
    public required IOptimizer Optimizer { get; init; }

    /// <summary>What it remembers of each parameter.</summary>
    public IReadOnlyList<string> State { get; init; } = [];

    private LayerNames[] Names => [.. Activations.Select((_, i) => new LayerNames(i, Activations.Count))];

    private bool IsFused => Formula == LossFormula.FromLogits && Loss != Loss.MeanSquaredError;

    private string[] Parameters => [.. Names.SelectMany(names => names.Parameters)];

    /// <summary>Trains batch after batch; each step is trained when it is asked for.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <param name="labels">Shape (rows, units of the last layer), or (rows, 1) for class numbers.</param>
    /// <param name="batch_size">Rows a batch; the last batch may be smaller.</param>
    /// <param name="epochs">Passes over the rows.</param>
    /// <param name="order">The order in which every epoch takes the rows; as they stand unless given.</param>
    public IEnumerable<TracedStep<T>> Train(T[,] inputs, T[,] labels, int batch_size, int epochs, IReadOnlyList<int>? order)
    {
        order ??= [.. Enumerable.Range(0, inputs.GetLength(0))];
        for (int epoch = 0; epoch < epochs; epoch++)
            foreach (int[] rows in order.Chunk(Math.Min(batch_size, order.Count)))
                yield return Step(rows, Matrices.Take(inputs, rows), Matrices.Take(labels, rows));
    }

    private static void Record(Dictionary<string, TracedArray<T>> quantities, string name, Tensor value) =>
        quantities[name] = new([.. value.dims.Select(dimension => (int)dimension)], value.ToArray<T>());

    private TracedStep<T> Step(int[] rows, T[,] inputs, T[,] labels)
    {
        var recorded = new Dictionary<string, TracedArray<T>>();
        var derived = new Dictionary<string, TracedArray<T>>();
        var not_computed = new Dictionary<string, string>();
        NDArray x = np.array(inputs);
        Tensor y = np.array(labels);

        using var tape = tf.GradientTape(persistent: true);
        Tensor p = Model.Apply(x, training: true);
        Tensor loss = LossFunction.Call(y, p);
        Tensor[] before = [.. Activations.Select(activation => activation.Input)], after = [.. Activations.Select(activation => activation.Output)];
        Tensor? document_loss = IsFused ? DocumentLoss(labels, p) : null;

        LayerNames[] names = Names;
        for (int i = 0; i < names.Length; i++)
        {
            Record(recorded, names[i].Input, before[i]);
            Record(recorded, names[i].Output, after[i]);
        }
        Record(recorded, "loss", loss);
        RecordOutputGradients(tape, loss, document_loss, p, before[^1], recorded, derived, not_computed);
        for (int i = names.Length - 1; i >= 0; i--)
        {
            if (i < names.Length - 1)
                Record(recorded, names[i].OutputGradient, tape.gradient(loss, after[i]));
            Record(recorded, names[i].InputGradient, tape.gradient(loss, before[i]));
        }

        List<IVariableV1> variables = Model.TrainableVariables;
        Tensor[] gradients = tape.gradient(loss, variables);
        foreach (var (parameter, gradient) in Parameters.Zip(gradients))
            Record(recorded, $"dL_d{parameter}", gradient);

        Optimizer.apply_gradients(zip(gradients, variables));
        foreach (string state in State)
            foreach (var (parameter, variable) in Parameters.Zip(variables))
                Record(recorded, $"{state}_{parameter}", Optimizer.add_slot(variable, Engine.Current.Slots[state]).numpy());
        foreach (var (parameter, weights) in Parameters.Zip(Model.get_weights()))
            Record(recorded, parameter, weights);
        return new(rows, recorded, derived, not_computed);
    }

    // What the gradient of the document's loss gives is shown where the framework's own computation has nothing.
    private void RecordOutputGradients(
        GradientTape tape, Tensor loss, Tensor? document_loss, Tensor p, Tensor z,
        Dictionary<string, TracedArray<T>> recorded, Dictionary<string, TracedArray<T>> derived, Dictionary<string, string> not_computed)
    {
        if (document_loss is not null)
        {
            not_computed["dL_doutput"] = FusedLoss;
            Record(derived, "dL_doutput", tape.gradient(document_loss, p));
        }
        else
        {
            Record(recorded, "dL_doutput", tape.gradient(loss, p));
        }
        // A softmax's derivative is a matrix for each row, and no quantity of a step.
        if (Last == Activation.Softmax)
            return;
        not_computed["doutput_dz_out"] = IsFused ? FusedLoss : FusedActivation;
        Record(derived, "doutput_dz_out", tape.gradient(p, z));
    }

    // The cross-entropy as the document would write it: only on this path does dL/d(output) exist everywhere.
    private Tensor DocumentLoss(T[,] labels, Tensor p)
    {
        int units = (int)p.dims[1];
        Tensor y = np.array(Loss == Loss.SparseCategoricalCrossentropy ? OneHot(labels, units) : labels);
        return Loss == Loss.BinaryCrossentropy
            ? tf.reduce_mean(-(y * tf.math.log(p) + (1f - y) * tf.math.log(1f - p)))
            // The mean over rows of sums over units.
            : tf.reduce_mean(-(y * tf.math.log(p))) * units;
    }

    private static T[,] OneHot(T[,] labels, int classes)
    {
        var one_hot = new T[labels.GetLength(0), classes];
        for (int row = 0; row < one_hot.GetLength(0); row++)
            one_hot[row, int.CreateChecked(labels[row, 0])] = T.One;
        return one_hot;
    }
}
