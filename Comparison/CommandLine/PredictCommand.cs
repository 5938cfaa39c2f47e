using System.CommandLine;
using System.Numerics;
using Comparison.Models;
using Comparison.Reports;
using Comparison.Sides;
using DataSets;
using DataSets.Preparing;
using Ledger.Arithmetic;

namespace Comparison.CommandLine;

/// <summary><c>predict</c>: what a trained model says of new data, as CSV.</summary>
internal static class PredictCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var arguments = new ModelArguments();
        var file = new Option<string?>("--out") { Description = "where to write [default: standard output]", HelpName = "FILE" };
        var command = new Command("predict", "Predicts the rows of a table with a trained model, as CSV: the row's number, each class's probability and the class that is chosen, or the number. The table needs no target; it is prepared as the training rows were.");
        arguments.AddTo(command);
        command.Options.Add(file);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(file) is { } path)
                AtomicFile.Check(path);
            SavedModel model = SavedModel.Open(arguments.Folder(parsed));
            IReadOnlyList<Side> sides = arguments.Sides(parsed, model);
            using Table table = arguments.Open(parsed, model.Preparation, with_target: false);
            return model.Format == FloatFormat.Float32 ? Run<float>(model, sides, table, parsed.GetValue(file)) : Run<double>(model, sides, table, parsed.GetValue(file));
        });
        return command;
    }

    private static int Run<T>(SavedModel model, IReadOnlyList<Side> sides, Table table, string? file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (Side, TrainedNetwork<T>)[] networks = [.. sides.Select(side => (side, model.Read<T>(side)))];
        PreparedData<T> data = model.Preparation.Apply<T>(table, with_labels: false);
        if (file is not null)
        {
            AtomicFile.Write(file, stream => PredictionsCsv.Write(stream, data, networks));
            return 0;
        }
        try
        {
            using Stream output = Console.OpenStandardOutput();
            PredictionsCsv.Write(output, data, networks);
        }
        catch (IOException error)
        {
            throw new InputException($"standard output: cannot be written ({error.Message.TrimEnd('.')}).");
        }
        return 0;
    }
}
