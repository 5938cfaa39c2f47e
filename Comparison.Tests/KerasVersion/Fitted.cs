using System.Numerics;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Traces;
using Dense = KerasVersion.Dense;

namespace Comparison.Tests.KerasVersion;

/// <summary>What <c>fit</c> and <c>predict</c> give: the losses, the parameters and the predictions by their names.</summary>
internal static class Fitted
{
    /// <summary>Of the document's model.</summary>
    public static Dictionary<string, double[]> Document(Problem problem) =>
        problem.Format == FloatFormat.Float32 ? Document<float>(problem) : Document<double>(problem);

    /// <summary>Of the model of dense layers.</summary>
    /// <param name="problem">What it trains.</param>
    /// <param name="order">The order of the rows; as they stand if not given.</param>
    /// <param name="is_recorded">Whether the model could also be traced.</param>
    public static Dictionary<string, double[]> Dense(Problem problem, IReadOnlyList<int>? order = null, bool is_recorded = true) =>
        problem.Format == FloatFormat.Float32 ? Dense<float>(problem, order, is_recorded) : Dense<double>(problem, order, is_recorded);

    /// <summary>
    /// Asserts that an array ended where Keras's did, normwise: within eight times the gap that one ULP in the start weights
    /// opens, and 8u of the largest weight.
    /// </summary>
    /// <param name="name">Of which recording.</param>
    /// <param name="problem">What was trained.</param>
    /// <param name="fit">Trains it.</param>
    /// <param name="expected">Where Keras ended.</param>
    public static void EndsAsRecorded(string name, Problem problem, Func<Problem, Dictionary<string, double[]>> fit, IReadOnlyDictionary<string, double[]> expected)
    {
        Dictionary<string, double[]> ours = fit(problem), twin = fit(RecordedProblem.Twin(problem));
        double u = problem.Format.UnitRoundoff, largest_weight = problem.Network.Parameters.Max(parameter => expected[parameter.Name].Max(Math.Abs));
        foreach (var (array, theirs) in expected)
        {
            if (theirs.Length == 0)
                continue;
            // Keras keeps the running loss of an epoch in the dtype: two roundings a batch, and a division.
            double roundings = array == "losses" ? 8 + 2 * Math.Ceiling(problem.Rows / (double)problem.BatchSize) + 1 : 8;
            double bound = 8 * Distance(ours[array], twin[array]) + roundings * u * Math.Max(largest_weight, theirs.Max(Math.Abs));
            double distance = Distance(ours[array], theirs);
            Assert.IsTrue(distance <= bound, $"{name}, {array} after {problem.Epochs} epochs: off by {distance:G3}, bound {bound:G3}");
        }
    }

    private static double Distance(double[] one, double[] other)
    {
        Assert.AreEqual(one.Length, other.Length);
        return one.Zip(other, (a, b) => Math.Abs(a - b)).Max();
    }

    private static Dictionary<string, double[]> Document<T>(Problem problem)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var model = KerasSide.Model<T>(problem);
        T[,] inputs = Matrix<T>(problem.Inputs);
        double[] losses = model.Fit(inputs, Matrix<T>(problem.Labels), problem.BatchSize, problem.Epochs);
        var (hidden_weights, hidden_bias, output_weights, output_bias) = model.Parameters;
        return new()
        {
            ["losses"] = losses,
            ["hidden_weights"] = Widened(hidden_weights.Cast<T>()),
            ["hidden_bias"] = Widened(hidden_bias),
            ["output_weights"] = Widened(output_weights.Cast<T>()),
            ["output_bias"] = Widened(output_bias),
            ["predictions"] = Widened(model.Predict(inputs)),
        };
    }

    private static Dictionary<string, double[]> Dense<T>(Problem problem, IReadOnlyList<int>? order, bool is_recorded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dense.DenseModel<T> model = KerasSide.DenseModel(problem.StartNetwork<T>(), is_recorded);
        T[,] inputs = Matrix<T>(problem.Inputs);
        var fitted = new Dictionary<string, double[]> { ["losses"] = model.Fit(inputs, Matrix<T>(problem.Labels), problem.BatchSize, problem.Epochs, order) };
        foreach (var (names, layer) in problem.Network.Names.Zip(model.Layers))
        {
            fitted[names.Weights] = Widened(layer.Weights.Cast<T>());
            fitted[names.Bias] = Widened(layer.Bias);
        }
        fitted["predictions"] = Widened(model.Predict(inputs).Cast<T>());
        return fitted;
    }

    private static double[] Widened<T>(IEnumerable<T> values) where T : INumberBase<T> => [.. values.Select(double.CreateChecked)];

    /// <summary>A matrix of the training's dtype.</summary>
    public static T[,] Matrix<T>(NumberArray array) where T : INumberBase<T>
    {
        var matrix = new T[array.Rows, array.Columns];
        for (int i = 0; i < array.Values.Length; i++)
            matrix[i / array.Columns, i % array.Columns] = T.CreateChecked(array.Values[i]);
        return matrix;
    }
}
