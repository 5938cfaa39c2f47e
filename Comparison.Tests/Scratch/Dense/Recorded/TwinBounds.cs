using System.Numerics;
using Comparison.Problems;
using Comparison.Sides;
using Comparison.Tests.KerasVersion;
using Ledger.Arithmetic;
using Ledger.Traces;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense.Recorded;

/// <summary>
/// How near Scratch has to come to a recorded training. That is measured: two twins start from weights that are all the next number
/// up, or down. How far they get away is what one rounding of every weight does to this training. Every step rounds them again; so
/// many differences of random signs add up to the square root of their number times one, and four times that is what Scratch may be
/// away (eight times at least), and eight roundings of the largest number farther where the twins come back.
/// </summary>
internal static class TwinBounds
{
    /// <summary>How many times its bound Scratch is away from the recorded numbers, by name.</summary>
    public static IReadOnlyDictionary<string, double> Parts(RecordedTraining training) =>
        training.Problem.Format == FloatFormat.Float32 ? Parts<float>(training) : Parts<double>(training);

    private static Dictionary<string, double> Parts<T>(RecordedTraining training) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Problem problem = training.Problem;
        Dictionary<string, double[]> actual = Trained<T>(training, weight => weight), higher = Trained<T>(training, T.BitIncrement), lower = Trained<T>(training, T.BitDecrement);
        double largest_weight = problem.Network.Parameters.Max(parameter => Largest(actual[parameter.Name]));
        return training.Expected.Where(quantity => quantity.Value.Length > 0).ToDictionary(quantity => quantity.Key, quantity =>
        {
            var (name, recorded) = quantity;
            Assert.HasCount(recorded.Length, actual[name], name);
            double gap = new[] { higher, lower }.Max(twin => Largest(Differences(actual[name], twin[name])));
            double bound = Math.Max(8, 4 * Math.Sqrt(problem.Steps)) * gap + 8 * problem.Format.UnitRoundoff * Math.Max(largest_weight, Largest(recorded));
            return Largest(Differences(recorded, actual[name])) / bound;
        });
    }

    private static Dictionary<string, double[]> Trained<T>(RecordedTraining training, Func<T, T> moved) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Problem problem = training.Problem;
        Dictionary<string, NumberArray> start = problem.Start.ToDictionary(array => array.Key, array => array.Value with
        {
            Values = Array.ConvertAll(array.Value.Values, weight => double.CreateChecked(moved(T.CreateChecked(weight)))),
        });
        DenseNetwork<T> network = ScratchSide.DenseNetwork((problem with { Start = start }).StartNetwork<T>(), is_stable: true);
        T[,] x = Fitted.Matrix<T>(problem.Inputs), labels = Fitted.Matrix<T>(problem.Labels);
        int[] order = training.Order is null ? [.. Enumerable.Range(0, problem.Rows)] : [.. training.Order];
        var results = new Dictionary<string, double[]>
        {
            ["losses"] = [.. Enumerable.Range(0, problem.Epochs).Select(_ => double.CreateChecked(network.TrainEpoch(x, labels, problem.BatchSize, order)))],
        };
        results["predictions"] = [.. network.Predict(x).Cast<T>().Select(double.CreateChecked)];
        foreach (var (names, layer) in problem.Network.Names.Zip(network.Parameters))
        {
            results[names.Weights] = [.. layer.Weights.Cast<T>().Select(double.CreateChecked)];
            results[names.Bias] = [.. layer.Bias.Select(double.CreateChecked)];
        }
        return results;
    }

    private static double Largest(IEnumerable<double> numbers) => numbers.Max(Math.Abs);

    private static IEnumerable<double> Differences(double[] left, double[] right) => left.Zip(right, (a, b) => a - b);
}
