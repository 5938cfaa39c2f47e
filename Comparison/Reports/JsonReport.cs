using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Comparison.Sides;
using KerasVersion;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Reports;

/// <summary>The result as JSON: float32 numbers widened, NaN and infinities as strings.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole report, ending in a line break.</summary>
    public static string Of(TwoRuns runs) => new JsonObject
    {
        ["engine"] = Engine.Current.ToString(),
        ["dtype"] = runs.Problem.Format.Name,
        ["y_true"] = runs.Problem.DocumentLabel,
        ["epochs"] = new JsonArray([.. runs.Scratch.Losses.Zip(runs.Keras.Losses).Select((losses, index) => new JsonObject
        {
            ["epoch"] = index + 1,
            ["scratch"] = new JsonObject { ["loss"] = Number(losses.First) },
            ["keras"] = new JsonObject { ["loss"] = Number(losses.Second) },
        })]),
        ["final"] = new JsonObject { ["scratch"] = Final(runs.Scratch), ["keras"] = Final(runs.Keras) },
        ["max_ulps"] = runs.Judgement.MaxUlps,
        ["verdict"] = runs.Judgement.Verdict.Name(),
        ["reason"] = runs.Judgement.Reason,
    }.ToJsonString(Layout) + "\n";

    // The shapes are the document's: output_weights is a vector and output_bias a scalar.
    private static JsonObject Final(SideRun side) => new()
    {
        ["hidden_weights"] = Matrix(side.Final("hidden_weights")),
        ["hidden_bias"] = Vector(side.Final("hidden_bias").Values),
        ["output_weights"] = Vector(side.Final("output_weights").Values),
        ["output_bias"] = Number(side.Final("output_bias").Values[0]),
    };

    private static JsonArray Matrix(NumberArray array) => new([.. array.Values.Chunk(array.Columns).Select(Vector)]);

    private static JsonArray Vector(double[] values) => new([.. values.Select(Number)]);

    private static JsonNode Number(double value) => JsonSerializer.SerializeToNode(value, Layout)!;
}
