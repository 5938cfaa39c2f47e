using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ledger.Judging;
using Ledger.Mistakes;

namespace Comparison.Reports;

/// <summary>What the ledger says, as JSON: NaN and infinities as strings.</summary>
internal static class LedgerJson
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>verdict, reason, first, causes, pattern, ruled_out, invisible, smallest_errors.</summary>
    public static JsonObject Of(LedgerWord word) => new()
    {
        ["verdict"] = word.Judgement.Verdict.Name(),
        ["reason"] = word.Judgement.Reason,
        ["first"] = (word.Diagnosis?.First ?? word.Judgement.First) is { } first ? First(word, first) : null,
        ["causes"] = new JsonArray([.. (word.Diagnosis?.Causes ?? []).Select(CauseNode)]),
        ["pattern"] = word.Diagnosis?.Pattern,
        ["ruled_out"] = new JsonArray([.. (word.Power?.RuledOut ?? []).Select(name => (JsonNode)name)]),
        ["invisible"] = new JsonArray([.. (word.Power?.Invisible ?? []).Select(InvisibleNode)]),
        ["smallest_errors"] = new JsonObject((word.Power?.Sensitivities ?? []).Select(sensitivity =>
            KeyValuePair.Create(sensitivity.Quantity, (JsonNode?)Number(sensitivity.RelativeError)))),
    };

    /// <summary>A number, NaN and infinities as strings.</summary>
    public static JsonNode Number(double value) => JsonSerializer.SerializeToNode(value, Layout)!;

    /// <summary>A mistake that a network does not show.</summary>
    public static JsonObject InvisibleNode(Invisible mistake) => new()
    {
        ["name"] = mistake.Name,
        ["because"] = mistake.Because,
        ["reveal"] = mistake.Reveal,
    };

    /// <summary>The settings of a mistake: numbers, and choices as text.</summary>
    public static JsonObject Parameters(IReadOnlyDictionary<string, object> parameters) => new(parameters.Select(item =>
        KeyValuePair.Create(item.Key, (JsonNode?)(item.Value is double number ? Number(number) : JsonValue.Create($"{item.Value}")))));

    /// <summary>The text of a whole file, ending in a line break.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Layout) + "\n";

    private static JsonObject First(LedgerWord word, Finding first) => new()
    {
        ["side"] = first.Side,
        ["step"] = first.Step,
        ["quantity"] = first.Quantity,
        ["index"] = new JsonArray([.. first.Index.Select(index => (JsonNode)index)]),
        ["value"] = Number(first.Value),
        ["other"] = word.Other(first) is { } other ? Number(other) : null,
        ["exact"] = Number(first.Exact),
        ["budget"] = Number(first.Budget),
    };

    private static JsonObject CauseNode(Cause cause) => new()
    {
        ["name"] = cause.Name,
        ["proved"] = cause.Proved,
        ["parameters"] = Parameters(cause.Parameters),
        ["same_as"] = new JsonArray([.. cause.SameAs.Select(name => (JsonNode)name)]),
        ["explanation"] = cause.Explanation,
    };
}
