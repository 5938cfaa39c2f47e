using System.Globalization;
using System.Text.Json.Nodes;
using Comparison.Metrics;
using Comparison.Models;
using Comparison.Sides;
using KerasVersion;
using Spectre.Console;

namespace Comparison.Reports;

/// <summary>How good a trained model is on other data, for people and as JSON.</summary>
internal static class EvaluationReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="evaluation">What was found.</param>
    /// <param name="model">The model.</param>
    /// <param name="data">What the data are called.</param>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it: no colours, no cursor, a fixed width.</param>
    public static void Write(Evaluation evaluation, SavedModel model, string data, TextWriter output, bool plain)
    {
        IAnsiConsole console = Tables.On(output, plain);
        (string, Scores)[] columns = [.. evaluation.Sides.Select(side => (side.Side.Title(), side.Scores))];
        if (evaluation.Sides.Any(side => side.Side == Side.Keras))
            output.WriteLine(Engine.Current.Announcement);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model.Folder} on {data}: {evaluation.Rows:N0} rows, \"{model.Preparation.Target.Name}\", {model.Format}"));
        console.Write(ScoresTable.Of(model.Preparation.Target, columns));
        foreach (var (title, matrix) in ScoresTable.Confusions(model.Preparation.Target, columns))
        {
            output.WriteLine(title);
            console.Write(matrix);
        }
        if (evaluation.Gap is { } gap)
            output.WriteLine($"Outputs of the two sides are at most {Tables.Size(gap)} apart.");
    }

    /// <summary>The same as JSON, ending in a line break; NaN and infinities as strings, null for what is not defined.</summary>
    public static string Json(Evaluation evaluation, SavedModel model, string data) => LedgerJson.Text(new JsonObject
    {
        ["engine"] = Engine.Current.ToString(),
        ["model"] = model.Folder,
        ["data"] = data,
        ["rows"] = evaluation.Rows,
        ["target"] = model.Preparation.Target.Name,
        ["dtype"] = model.Format.Name,
        ["sides"] = new JsonObject(evaluation.Sides.Select(side => KeyValuePair.Create(side.Side.Name(), (JsonNode?)ScoresJson.Of(side.Scores, model.Preparation.Target)))),
        ["largest_gap"] = evaluation.Gap is { } gap ? LedgerJson.Number(gap) : null,
    });
}
