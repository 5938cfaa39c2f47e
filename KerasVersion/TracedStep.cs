using System.Numerics;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace KerasVersion;

/// <summary>An array of a trace under its name.</summary>
/// <param name="Shape">Its dimensions; empty for a scalar.</param>
/// <param name="Values">Its numbers, rows first.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TracedArray<T>(int[] Shape, T[] Values);

/// <summary>Every quantity of one training step, by the document's names.</summary>
/// <param name="FirstRow">Index of the batch's first row.</param>
/// <param name="Rows">Rows in the batch.</param>
/// <param name="Recorded">What the training itself computed, its gradients being the ones that were applied.</param>
/// <param name="Derived">Shown from gradients of the document's own loss on the same tape; the training does not use them.</param>
/// <param name="NotComputed">Names of quantities that this computation does not have, each with the reason.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TracedStep<T>(
    int FirstRow,
    int Rows,
    IReadOnlyDictionary<string, TracedArray<T>> Recorded,
    IReadOnlyDictionary<string, TracedArray<T>> Derived,
    IReadOnlyDictionary<string, string> NotComputed);

/// <summary>Trains a <see cref="DocumentModel{T}"/> step by step with a tape, in the same bits as its <c>Fit</c>, and records every step.</summary>
public static class TracedTraining
{
    private const string FusedLoss = "the framework computes the cross-entropy from the logits behind the sigmoid, so the output's own gradient is never formed";
    private const string FusedSigmoid = "the framework goes from the output's gradient to the logit's in one operation";

    /// <summary>Trains batch after batch, in the order of the rows; each step is trained when it is asked for.</summary>
    /// <param name="model">The model, which is changed.</param>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <param name="labels">Shape (rows, 1), each in [0, 1].</param>
    /// <param name="batch_size">Rows a batch; the last batch may be smaller.</param>
    /// <param name="epochs">Passes over the rows.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static IEnumerable<TracedStep<T>> Train<T>(this DocumentModel<T> model, T[,] inputs, T[,] labels, int batch_size, int epochs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = inputs.GetLength(0), count;
        for (int epoch = 0; epoch < epochs; epoch++)
            for (int first = 0; first < rows; first += count)
            {
                count = Math.Min(batch_size, rows - first);
                yield return Step(model, first, RowsOf(inputs, first, count), RowsOf(labels, first, count));
            }
    }

    private static TracedStep<T> Step<T>(DocumentModel<T> model, int first, T[,] inputs, T[,] labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var recorded = new Dictionary<string, TracedArray<T>>();
        var derived = new Dictionary<string, TracedArray<T>>();
        var not_computed = new Dictionary<string, string>();
        NDArray x = np.array(inputs);
        Tensor y = np.array(labels);

        using var tape = tf.GradientTape(persistent: true);
        Tensor p = model.Model.Apply(x, training: true);
        Tensor loss = model.Loss.Call(y, p);
        Tensor hidden_layer_input = model.Hidden.Input, hidden_layer_output = model.Hidden.Output, output_layer_input = model.Output.Input;
        // The document's loss, written as the document writes it: only on this path does dL/d(output) exist everywhere.
        Tensor document_loss = tf.reduce_mean(-(y * tf.math.log(p) + (1f - y) * tf.math.log(1f - p)));

        Record(recorded, "hidden_layer_input", hidden_layer_input);
        Record(recorded, "hidden_layer_output", hidden_layer_output);
        Record(recorded, "output_layer_input", output_layer_input);
        Record(recorded, "output", p);
        Record(recorded, "loss", loss);
        if (model.Formula == LossFormula.FromLogits)
        {
            not_computed["dL_doutput"] = FusedLoss;
            not_computed["doutput_dz_out"] = FusedLoss;
            Record(derived, "dL_doutput", tape.gradient(document_loss, p));
        }
        else
        {
            Record(recorded, "dL_doutput", tape.gradient(loss, p));
            not_computed["doutput_dz_out"] = FusedSigmoid;
        }
        Record(derived, "doutput_dz_out", tape.gradient(p, output_layer_input));
        Record(recorded, "dL_dz_out", tape.gradient(loss, output_layer_input));
        Record(recorded, "dL_dhidden_output", tape.gradient(loss, hidden_layer_output));
        Record(recorded, "dL_dz_hidden", tape.gradient(loss, hidden_layer_input));

        List<IVariableV1> variables = model.Model.TrainableVariables;
        Tensor[] gradients = tape.gradient(loss, variables);
        string[] gradient_names = ["dL_dhidden_weights", "dL_dhidden_bias", "dL_doutput_weights", "dL_doutput_bias"];
        foreach (var (name, gradient) in gradient_names.Zip(gradients))
            Record(recorded, name, gradient);

        model.Optimizer.apply_gradients(zip(gradients, variables));
        string[] parameter_names = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];
        foreach (var (name, weights) in parameter_names.Zip(model.Model.get_weights()))
            Record(recorded, name, weights);
        return new(first, inputs.GetLength(0), recorded, derived, not_computed);
    }

    private static void Record<T>(Dictionary<string, TracedArray<T>> quantities, string name, Tensor value) where T : unmanaged =>
        quantities[name] = new([.. value.dims.Select(dimension => (int)dimension)], value.ToArray<T>());

    private static T[,] RowsOf<T>(T[,] matrix, int first, int count) where T : unmanaged
    {
        int columns = matrix.GetLength(1);
        var rows = new T[count, columns];
        Array.Copy(matrix, (long)first * columns, rows, 0, (long)count * columns);
        return rows;
    }
}
