using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Comparison.Sides;
using Comparison.Training;
using DataSets.Preparing;
using KerasVersion;
using Ledger.Judging;
using Ledger.Networks;
using static Comparison.Reports.LedgerJson;

namespace Comparison.Reports;

/// <summary>A training on a table as files: its report as JSON, its epochs as CSV.</summary>
internal static class TrainingJson
{
    /// <summary>Everything that is printed, ending in a line break; NaN and infinities as strings, null for what is not defined.</summary>
    public static string Of(TrainingResult result) => LedgerJson.Text(new JsonObject
    {
        ["engine"] = Engine.Current.ToString(),
        ["plan"] = JsonNode.Parse(result.Plan.ToJson()),
        ["rows"] = new JsonObject { ["training"] = result.TrainingRows, ["held_out"] = result.HeldOutRows },
        ["inputs"] = new JsonArray([.. result.Preparation.InputNames.Select(name => (JsonNode)name)]),
        ["target"] = result.Preparation.Target.Name,
        ["network"] = result.Network.ToString(),
        ["loss"] = result.Network.Loss.Name(),
        ["learning_rate"] = Number(result.LearningRate.Used),
        ["epochs"] = result.Sides[0].History.Count,
        ["steps"] = result.Verdict.Steps,
        ["stopped_early"] = result.Plan.Patience is null ? null : result.Stopping.IsOver,
        ["best_epoch"] = result.Plan.Patience is null ? null : result.Stopping.BestEpoch + 1,
        ["sides"] = new JsonObject(result.Sides.Select(side => KeyValuePair.Create(side.Side.Name(), (JsonNode?)new JsonObject
        {
            ["seconds"] = side.Seconds,
            ["training"] = ScoresJson.Of(side.Training, result.Preparation.Target),
            ["held_out"] = side.HeldOut is { } held_out ? ScoresJson.Of(held_out, result.Preparation.Target) : null,
        }))),
        ["verdict"] = result.Verdict.Verdict.Name(),
        ["reason"] = result.Verdict.Reason,
        ["steps_judged"] = result.Verdict.StepsJudged,
        ["causes"] = new JsonArray([.. result.Verdict.Causes.Select(cause => (JsonNode)cause)]),
        ["smallest_errors"] = new JsonObject(result.Verdict.SmallestErrors.Select(error => KeyValuePair.Create(error.Key, (JsonNode?)Number(error.Value)))),
        ["ruled_out"] = new JsonArray([.. result.Verdict.RuledOut.Select(name => (JsonNode)name)]),
        ["loss_gap"] = Optional(result.LossGap),
        ["twin_loss_gap"] = Optional(result.TwinLossGap),
        ["twins"] = result.Twins is { } twins ? JsonReport.Gaps(twins) : null,
    });

    /// <summary>A line for each epoch, in columns as scratch_loss and keras_val_loss.</summary>
    public static string History(TrainingResult result)
    {
        var text = new StringBuilder("epoch");
        string score = result.Preparation.Target is ClassTarget ? "accuracy" : "mean_absolute_error";
        bool has_held_out = result.HeldOutRows > 0;
        foreach (SideResult side in result.Sides)
        {
            string name = side.Side.Name();
            text.Append(has_held_out ? $",{name}_loss,{name}_val_loss,{name}_val_{score}" : $",{name}_loss");
        }
        text.Append('\n');
        for (int epoch = 0; epoch < result.Sides[0].History.Count; epoch++)
        {
            text.Append(epoch + 1);
            foreach (EpochNumbers numbers in result.Sides.Select(side => side.History[epoch]))
                foreach (double? number in has_held_out ? [numbers.Loss, numbers.HeldOutLoss, numbers.HeldOutScore] : new double?[] { numbers.Loss })
                    text.Append(CultureInfo.InvariantCulture, $",{number:R}");
            text.Append('\n');
        }
        return text.ToString();
    }

    private static JsonNode? Optional(double? number) => number is { } value ? Number(value) : null;
}
