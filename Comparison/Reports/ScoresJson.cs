using System.Text.Json.Nodes;
using Comparison.Metrics;
using DataSets.Preparing;

namespace Comparison.Reports;

/// <summary>Scores as JSON.</summary>
internal static class ScoresJson
{
    /// <summary>The numbers by name, and of classes the confusion matrix, a list for each label; null for what is not defined.</summary>
    public static JsonObject Of(Scores scores, Target target)
    {
        var numbers = new JsonObject(Scores.Names(target).Zip(scores.Numbers(target), (name, number) => KeyValuePair.Create(name, number is { } value ? LedgerJson.Number(value) : null)));
        if (scores.Confusion is { } matrix)
            numbers["confusion"] = new JsonArray([.. Enumerable.Range(0, matrix.Classes).Select(label =>
                new JsonArray([.. Enumerable.Range(0, matrix.Classes).Select(chosen => (JsonNode)matrix[label, chosen])]))]);
        return numbers;
    }
}
