using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Traces;

namespace Comparison.Problems;

/// <summary>Problems as files, in the form that <see cref="ProblemSource.File"/> reads.</summary>
public static class ProblemFile
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>The JSON of a problem, ending in a line break; reading it back gives the same problem, bit for bit.</summary>
    public static string Text(Problem problem) => new JsonObject
    {
        ["dtype"] = problem.Format.Name,
        ["inputs"] = Array(problem.Inputs),
        ["labels"] = Array(problem.Labels),
        ["start"] = new JsonObject(problem.Network.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Array(problem.Start[parameter.Name])))),
        ["learning_rate"] = problem.LearningRate.Requested,
        ["batch_size"] = problem.BatchSize,
        ["epochs"] = problem.Epochs,
    }.ToJsonString(Layout) + "\n";

    private static JsonArray Array(NumberArray array) => array.Shape.Count == 1
        ? Vector(array.Values)
        : new([.. array.Values.Chunk(array.Columns).Select(Vector)]);

    private static JsonArray Vector(double[] values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
