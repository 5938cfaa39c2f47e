using System.Text.Json;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Tests.KerasVersion;

/// <summary>Recorded cases as problems, and the Keras side trained on them with <c>fit</c>.</summary>
internal static class RecordedProblem
{
    private static readonly string[] Parameters = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];

    /// <summary>A case of random_networks.json.</summary>
    public static Problem OfNetwork(JsonElement network)
    {
        using var folder = new TemporaryFolder();
        return ProblemSource.File(folder.Write("network.json", network.GetRawText()), new());
    }

    /// <summary>A case of document.json, for some epochs.</summary>
    public static Problem OfDocument(JsonElement document, int epochs)
    {
        JsonElement start = document.GetProperty("start");
        FloatFormat format = document.Format();
        return new()
        {
            Format = format,
            Inputs = start.Array("inputs", format),
            Labels = new([1, 1], [document.Number("y_true")]),
            Start = Parameters.ToDictionary(name => name, name => start.Array(name, format)),
            LearningRate = LearningRate.For(start.Number("learning_rate"), format),
            BatchSize = 1,
            Epochs = epochs,
        };
    }

    /// <summary>The losses, weights and predictions that <c>fit</c> and <c>predict</c> give.</summary>
    public static Dictionary<string, double[]> Fit(Problem problem) =>
        problem.Format == FloatFormat.Float32 ? Fit<float>(problem) : Fit<double>(problem);

    /// <summary>The same problem whose every start weight is the next number up.</summary>
    public static Problem Twin(Problem problem) => problem with
    {
        Start = problem.Start.ToDictionary(parameter => parameter.Key, parameter => parameter.Value with
        {
            Values = Array.ConvertAll(parameter.Value.Values,
                value => problem.Format == FloatFormat.Float32 ? MathF.BitIncrement((float)value) : Math.BitIncrement(value)),
        }),
    };

    private static Dictionary<string, double[]> Fit<T>(Problem problem)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var model = KerasSide.Model<T>(problem);
        T[,] inputs = Matrix(problem.Inputs);
        double[] losses = model.Fit(inputs, Matrix(problem.Labels), problem.BatchSize, problem.Epochs);
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

        static double[] Widened(IEnumerable<T> values) => [.. values.Select(double.CreateChecked)];

        static T[,] Matrix(NumberArray array)
        {
            var matrix = new T[array.Rows, array.Columns];
            for (int i = 0; i < array.Values.Length; i++)
                matrix[i / array.Columns, i % array.Columns] = T.CreateChecked(array.Values[i]);
            return matrix;
        }
    }
}
