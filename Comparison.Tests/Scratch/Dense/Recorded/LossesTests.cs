using System.Text.Json;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense.Recorded;

[TestClass]
public sealed class LossesTests
{
    private const string file = "losses.json";

    // What Keras clips probabilities to, that far from 0 and 1.
    private const double epsilon = 1e-7;

    public static IEnumerable<object[]> Runs => PassedOver.Compared(file);

    [TestMethod]
    public void How_many_losses_are_compared() => PassedOver.Report(file);

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Values_and_derivatives_agree_with_Keras(int index, string name)
    {
        JsonElement run = Recordings.Cases(file)[index];
        Loss loss = Enum.Parse<Loss>(run.Text("loss").Replace("_", ""), ignoreCase: true);
        bool from_logits = run.GetProperty("args").TryGetProperty("from_logits", out JsonElement argument) && argument.GetBoolean();
        if (from_logits)
            FromLogits(run, loss, name);
        else if (loss == Loss.MeanSquaredError)
            FromOutputs(run, loss, run.Numbers("y_pred"), _ => true, name);
        else if (loss == Loss.BinaryCrossEntropy)
            Clipped(run, name);
        else
            Normalised(run, loss, name);
    }

    private static void FromLogits(JsonElement run, Loss loss, string name)
    {
        Activation activation = loss == Loss.BinaryCrossEntropy ? Activation.Sigmoid : Activation.Softmax;
        var layer = OneLayer.Of(run, activation, loss, stable: true, run.Numbers("y_pred"), Units(run), run.Numbers("y_true"));

        double[] value = layer.Apart("loss"), slopes = layer.Apart("dL_dz_out"), outputs = layer.Apart("output");
        Near.Each([run.Number("value")], layer["loss"], i => value[i], $"{name}: value");
        // Each subtracts the label from its own output.
        Near.Each(run.Numbers("gradient"), layer["dL_dz_out"], i => slopes[i] + outputs[i], $"{name}: derivative");
    }

    // Scratch clips nothing: it is given what Keras clips, and where that is flat Keras's derivative is 0.
    private static void Clipped(JsonElement run, string name)
    {
        double[] given = run.Numbers("y_pred"), clipped = [.. given.Select(p => Math.Clamp(p, epsilon, 1 - epsilon))];
        FromOutputs(run, Loss.BinaryCrossEntropy, clipped, i => given[i] == clipped[i], name);
        Assert.IsTrue(run.Numbers("gradient").Zip(given, clipped).All(each => each.Second == each.Third || each.First == 0), name);
    }

    private static void FromOutputs(JsonElement run, Loss loss, double[] outputs, Predicate<int> is_compared, string name)
    {
        var layer = OneLayer.Of(run, Activation.Linear, loss, stable: false, outputs, Units(run), run.Numbers("y_true"));

        double[] value = layer.Apart("loss"), slopes = layer.Apart("dL_doutput"), gradient = run.Numbers("gradient"), actual = layer["dL_doutput"];
        Near.Each([run.Number("value")], layer["loss"], i => value[i], $"{name}: value");
        Near.Each([.. gradient.Where((_, i) => is_compared(i))], [.. actual.Where((_, i) => is_compared(i))], i => slopes.Where((_, j) => is_compared(j)).ElementAt(i), $"{name}: derivative");
    }

    // Keras divides probabilities by their row's sum s first, so that its derivative by q is that by p = q / s, less its mean by p, over s.
    private static void Normalised(JsonElement run, Loss loss, string name)
    {
        int units = Units(run);
        double[] q = run.Numbers("y_pred"), sums = [.. q.Chunk(units).Select(row => row.Sum())], p = [.. q.Select((number, i) => number / sums[i / units])];
        var layer = OneLayer.Of(run, Activation.Linear, loss, stable: false, p, units, run.Numbers("y_true"));

        double[] value = layer.Apart("loss"), g = layer["dL_doutput"], gradient = run.Numbers("gradient");
        double roundoff = OneLayer.Roundoff(run), rows = sums.Length;
        // An output that is off by some roundings, those of its sum and of its division, moves its logarithm by as many parts of 1.
        Near.Each([run.Number("value")], layer["loss"], i => value[i] + 2 * (units + 2) * roundoff, $"{name}: value");
        for (int r = 0; r < rows; r++)
        {
            int[] row = [.. Enumerable.Range(r * units, units)];
            double mean = row.Sum(i => g[i] * p[i]), terms = row.Sum(i => Math.Abs(g[i] * p[i]));
            Near.Each(
                [.. row.Select(i => gradient[i])], [.. row.Select(i => (g[i] - mean) / sums[r])],
                i => 2 * (2 * units + 10) * roundoff * (Math.Abs(g[row[i]]) + terms) / sums[r], $"{name}: derivative in row {r}");
        }
    }

    private static int Units(JsonElement run) => run.GetProperty("y_pred")[0].GetArrayLength();
}
