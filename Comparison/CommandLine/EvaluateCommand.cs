using System.CommandLine;
using System.Numerics;
using Comparison.Models;
using Comparison.Reports;
using Comparison.Sides;
using DataSets;
using Ledger.Arithmetic;

namespace Comparison.CommandLine;

/// <summary><c>evaluate</c>: how good a trained model is on other data.</summary>
internal static class EvaluateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var arguments = new ModelArguments();
        var json = new JsonOption();
        var command = new Command("evaluate", "Scores a trained model on a table that has the target: loss, accuracy, precision, recall and area under the curve for two classes, the confusion matrix for several, mean absolute error and R2 for a number.");
        arguments.AddTo(command);
        json.AddTo(command);
        command.SetAction(parsed =>
        {
            string? file = json.File(parsed);
            SavedModel model = SavedModel.Open(arguments.Folder(parsed));
            IReadOnlyList<Side> sides = arguments.Sides(parsed, model);
            using Table table = arguments.Open(parsed, model.Preparation, with_target: true);
            Evaluation evaluation = model.Format == FloatFormat.Float32 ? Evaluate<float>(model, sides, table) : Evaluate<double>(model, sides, table);
            if (file is not null)
                AtomicFile.Write(file, EvaluationReport.Json(evaluation, model, table.Name));
            EvaluationReport.Write(evaluation, model, table.Name, Console.Out, Console.IsOutputRedirected);
            return 0;
        });
        return command;
    }

    private static Evaluation Evaluate<T>(SavedModel model, IReadOnlyList<Side> sides, Table table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Evaluation.Of(model.Preparation.Apply<T>(table), [.. sides.Select(side => (side, model.Read<T>(side)))]);
}
