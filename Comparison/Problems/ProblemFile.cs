using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.Problems;

/// <summary>Problems as files, in the form that <see cref="ProblemSource.File"/> reads.</summary>
public static class ProblemFile
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>The JSON of a problem, ending in a line break; reading it back gives the same problem, bit for bit.</summary>
    public static string Text(Problem problem)
    {
        var text = new JsonObject
        {
            ["dtype"] = problem.Format.Name,
            ["inputs"] = Array(problem.Inputs),
            ["labels"] = Array(problem.Labels),
        };
        foreach (var (name, value) in problem.Network.IsDocuments ? OfDocument(problem) : OfLayers(problem))
            text[name] = value;
        text["batch_size"] = problem.BatchSize;
        text["epochs"] = problem.Epochs;
        return text.ToJsonString(Layout) + "\n";
    }

    private static IEnumerable<(string Name, JsonNode? Value)> OfDocument(Problem problem) =>
    [
        ("start", new JsonObject(problem.Network.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Array(problem.Start[parameter.Name]))))),
        ("learning_rate", problem.LearningRate.Requested),
    ];

    private static IEnumerable<(string Name, JsonNode? Value)> OfLayers(Problem problem)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
            NetworkText.Write(writer, problem.Network, problem.LearningRate.Requested);
        foreach (var (name, value) in JsonNode.Parse(text.ToArray())!.AsObject())
            yield return (name, value!.DeepClone());
        yield return ("start", new JsonArray([.. problem.Network.Parameters.Select(parameter => problem.Start[parameter.Name]).Chunk(2).Select(layer => new JsonObject
        {
            ["weights"] = Array(layer[0]),
            ["bias"] = Array(layer[1]),
        })]));
    }

    private static JsonArray Array(NumberArray array) => array.Shape.Count == 1
        ? Vector(array.Values)
        : new([.. array.Values.Chunk(array.Columns).Select(Vector)]);

    private static JsonArray Vector(double[] values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
