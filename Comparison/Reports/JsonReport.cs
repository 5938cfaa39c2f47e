using System.Text.Json.Nodes;
using Comparison.Problems;
using Comparison.Sides;
using Comparison.Studies;
using KerasVersion;
using Ledger.Traces;
using static Comparison.Reports.LedgerJson;

namespace Comparison.Reports;

/// <summary>The result as JSON: float32 numbers widened, NaN and infinities as strings.</summary>
public static class JsonReport
{
    /// <summary>The whole report, ending in a line break.</summary>
    public static string Of(TwoRuns runs)
    {
        var report = new JsonObject
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
            ["final"] = new JsonObject { ["scratch"] = Final(runs.Problem, runs.Scratch), ["keras"] = Final(runs.Problem, runs.Keras) },
            ["max_ulps"] = runs.Word.Judgement.MaxUlps,
        };
        foreach (var (name, value) in LedgerJson.Of(runs.Word))
            report[name] = value?.DeepClone();
        report["learning_rate"] = Number(runs.Problem.LearningRate.Used);
        if (runs.Twins is { } twins)
            report["twins"] = Of(twins);
        return LedgerJson.Text(report);
    }

    /// <summary>How far apart each parameter array ended.</summary>
    internal static JsonArray Gaps(TwinsResult twins) => new([.. twins.Gaps.Select(gap => new JsonObject
    {
        ["parameter"] = gap.Name,
        ["sides"] = Number(gap.OfSides),
        ["twins"] = Number(gap.OfTwins),
        ["bound"] = Number(gap.Bound),
    })]);

    private static JsonObject Of(TwinsResult twins) => new()
    {
        ["like_twins"] = twins.AreLikeTwins,
        ["steps"] = twins.Steps,
        ["gaps"] = Gaps(twins),
        ["sentence"] = twins.Sentence,
    };

    // Of the document's kind the shapes are the document's: output_weights is a vector and output_bias a scalar.
    private static JsonObject Final(Problem problem, SideRun side) => new(problem.Network.Parameters.Select(parameter =>
    {
        NumberArray array = side.Final(parameter.Name);
        return KeyValuePair.Create(parameter.Name, (JsonNode?)(parameter.Name switch
        {
            "output_weights" when problem.Network.IsDocuments => Vector(array.Values),
            "output_bias" when problem.Network.IsDocuments => Number(array.Values[0]),
            _ => array.Shape.Count == 1 ? Vector(array.Values) : Matrix(array),
        }));
    }));

    private static JsonArray Matrix(NumberArray array) => new([.. array.Values.Chunk(array.Columns).Select(Vector)]);

    private static JsonArray Vector(double[] values) => new([.. values.Select(Number)]);
}
