using System.Text.Json;
using Comparison.Problems;
using Ledger.Arithmetic;

namespace Comparison.Tests;

/// <summary>Recorded cases as problems, and their twins.</summary>
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

    /// <summary>The same problem whose every start weight is the next number up.</summary>
    public static Problem Twin(Problem problem) => problem with
    {
        Start = problem.Start.ToDictionary(parameter => parameter.Key, parameter => parameter.Value with
        {
            Values = Array.ConvertAll(parameter.Value.Values,
                value => problem.Format == FloatFormat.Float32 ? MathF.BitIncrement((float)value) : Math.BitIncrement(value)),
        }),
    };
}
