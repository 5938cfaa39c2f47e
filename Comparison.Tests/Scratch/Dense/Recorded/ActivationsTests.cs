using System.Text.Json;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense.Recorded;

[TestClass]
public sealed class ActivationsTests
{
    private const string file = "activations.json";

    public static IEnumerable<object[]> Runs => PassedOver.Compared(file);

    [TestMethod]
    public void How_many_activations_are_compared() => PassedOver.Report(file);

    [TestMethod]
    [DynamicData(nameof(Runs))]
    public void Values_and_derivatives_on_a_grid_agree_with_Keras(int index, string name)
    {
        JsonElement run = Recordings.Cases(file)[index];
        Activation activation = Enum.Parse<Activation>(run.Text("activation"), ignoreCase: true);
        double[] x = run.Numbers("x"), values = run.Numbers("value");
        int units = activation == Activation.Softmax ? run.GetProperty("x")[0].GetArrayLength() : 1;

        var layer = OneLayer.Of(run, activation, Loss.MeanSquaredError, stable: false, x, units, labels: new double[x.Length]);

        double[] apart = layer.Apart("output");
        Near.Each(values, layer["output"], i => apart[i], $"{name}: value");
        if (run.GetProperty("gradient").ValueKind == JsonValueKind.Null)
            return;
        double[] slopes = layer.Apart("doutput_dz_out");
        // Each takes the derivative from its own value, which turns it by its own second derivative.
        Near.Each(run.Numbers("gradient"), layer["doutput_dz_out"], i => slopes[i] + apart[i] * activation switch
        {
            Activation.Sigmoid => Math.Abs(1 - 2 * values[i]),
            Activation.Tanh => 2 * Math.Abs(values[i]),
            _ => 0,
        }, $"{name}: derivative");
    }
}
