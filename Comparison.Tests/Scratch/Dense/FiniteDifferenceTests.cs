using CsCheck;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>The hand-written derivatives against differences of the loss, in float64.</summary>
[TestClass]
public sealed class FiniteDifferenceTests
{
    private const double H = 1.0 / 1024;

    // Roundings on the way through one layer besides those of its sum: the bias, a sigmoid or the exponentials and the sum of a softmax.
    private const int LayerRoundings = 20;

    private static readonly double Roundoff = Math.ScaleB(1, -53);

    [TestMethod]
    public void Every_derivative_is_what_differences_of_the_loss_give()
    {
        int compared = 0, at_kinks = 0, sharp = 0;
        DrawnTraining.Small.Sample(
            training =>
            {
                double[,] X = training.X<double>(), labels = training.Labels<double>();
                Dictionary<string, double[]> recorded = Recorded(training, training.Start<double>(), X, labels);
                double rounding = LossRounding(training, recorded, X);
                for (int layer = 0; layer < training.Layers.Count; layer++)
                    foreach (bool is_bias in new[] { false, true })
                    {
                        double[] derivatives = recorded[$"dL_d{ReferenceStep.Name(layer, training.Layers.Count)}_{(is_bias ? "bias" : "weights")}"];
                        for (int i = 0; i < derivatives.Length; i++)
                        {
                            if (!IsSmooth(training, layer, is_bias, i, X, labels, recorded))
                            {
                                at_kinks++;
                                continue;
                            }
                            double[] slopes = [.. new[] { 1, 2, 4, 8 }.Select(factor => Slope(training, layer, is_bias, i, X, labels, factor * H))];
                            // The error of each is a series in h², so that of two the term in h² can be taken away.
                            double[] better = [.. slopes.Zip(slopes[1..], (near, far) => (4 * near - far) / 3)];
                            double bound = Math.Abs(better[0] - better[1]) + Math.Abs(better[1] - better[2]) / 16 + 1.5 * rounding / H;
                            if (!(Math.Abs(derivatives[i] - better[0]) <= bound))
                                Assert.Fail($"Layer {layer + 1}, {(is_bias ? "bias" : "weight")} {i}: {derivatives[i]:R}, by differences {better[0]:R} within {bound:E2}; {training}");
                            compared++;
                            sharp += bound <= 1e-6 * Math.Abs(derivatives[i]) + 1e-9 ? 1 : 0;
                        }
                    }
            },
            iter: 150, threads: 1);
        Console.WriteLine($"{compared} derivatives compared, {sharp} of them to a millionth, {at_kinks} at a ReLU's kink left out");
        Assert.IsGreaterThan(8 * at_kinks, compared);
        Assert.IsGreaterThan(compared * 9 / 10, sharp);
    }

    private static double Slope(DrawnTraining training, int layer, bool is_bias, int i, double[,] X, double[,] labels, double h) =>
        (training.Network(Moved(training, layer, is_bias, i, h)).Evaluate(X, labels) - training.Network(Moved(training, layer, is_bias, i, -h)).Evaluate(X, labels)) / (2 * h);

    // Where a ReLU's input crosses 0 on the way, the loss bends there, and differences give the slope of neither side.
    private static bool IsSmooth(
        DrawnTraining training, int layer, bool is_bias, int i, double[,] X, double[,] labels, Dictionary<string, double[]> recorded)
    {
        return new[] { -8 * H, 8 * H }.All(h => Masks(Recorded(training, Moved(training, layer, is_bias, i, h), X, labels)).SequenceEqual(Masks(recorded)));

        IEnumerable<bool> Masks(Dictionary<string, double[]> quantities) => training.Layers.Index()
            .Where(each => each.Item.Activation == Activation.Relu)
            .SelectMany(each => quantities[$"{ReferenceStep.Name(each.Index, training.Layers.Count)}_layer_input"].Select(z => z > 0));
    }

    private static LayerParameters<double>[] Moved(DrawnTraining training, int layer, bool is_bias, int i, double h)
    {
        LayerParameters<double>[] start = training.Start<double>();
        var (weights, bias) = start[layer];
        if (is_bias)
            bias[i] += h;
        else
            weights[i / bias.Length, i % bias.Length] += h;
        return start;
    }

    private static Dictionary<string, double[]> Recorded(DrawnTraining training, IReadOnlyList<LayerParameters<double>> start, double[,] X, double[,] labels) =>
        training.Network(start).TrainTraced(X, labels).ToDictionary(quantity => quantity.Name, quantity => quantity.Values);

    // How far a computed loss may be off: it is the exact loss for weights that are off by a layer's roundings, other ones for each
    // row, and each of these counts by the row's part of the derivative; then the loss's own roundings.
    private static double LossRounding(DrawnTraining training, Dictionary<string, double[]> recorded, double[,] X)
    {
        LayerParameters<double>[] start = training.Start<double>();
        int rows = training.Rows, last = training.Layers.Count - 1;
        double[] x = [.. X.Cast<double>()];
        double sum = (rows * training.Layers[last].Units + LayerRoundings) * (1 + Math.Abs(recorded["loss"][0]) + recorded["output_layer_input"].Max(z => Math.Abs(z)));
        for (int layer = 0; layer <= last; layer++)
        {
            string name = ReferenceStep.Name(layer, training.Layers.Count);
            double[] delta = recorded[layer == last ? "dL_dz_out" : $"dL_dz_{name}"];
            var (weights, bias) = start[layer];
            int inputs = weights.GetLength(0), units = bias.Length;
            for (int r = 0; r < rows; r++)
                for (int j = 0; j < units; j++)
                {
                    double terms = Math.Abs(bias[j]);
                    for (int i = 0; i < inputs; i++)
                        terms += Math.Abs(x[r * inputs + i] * weights[i, j]);
                    sum += (inputs + LayerRoundings) * terms * Math.Abs(delta[r * units + j]);
                }
            x = layer == last ? x : recorded[$"{name}_layer_output"];
        }
        return sum * Roundoff;
    }
}
