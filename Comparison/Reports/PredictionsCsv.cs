using System.Globalization;
using System.Numerics;
using Comparison.Metrics;
using Comparison.Models;
using Comparison.Sides;
using CsvHelper;
using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.Reports;

/// <summary>
/// Predictions as CSV: "row", the row's number in its table, from 1, and for each side, with its name in front, either
/// "probability_…" for every class ("output_0" and so on where an output is none) and the class that is chosen, called as the target, or the number.
/// </summary>
internal static class PredictionsCsv
{
    /// <summary>Writes the predictions for all rows, batch by batch.</summary>
    /// <param name="stream">Where to; it is left open.</param>
    /// <param name="data">The rows.</param>
    /// <param name="networks">The sides' networks.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static void Write<T>(Stream stream, PreparedData<T> data, IReadOnlyList<(Side Side, TrainedNetwork<T> Network)> networks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        Target target = data.Preparation.Target;
        csv.WriteRecord(["row", .. networks.SelectMany(each => Names(each.Network.Network, target).Select(name => $"{each.Side.Name()}_{name}"))]);
        foreach (IReadOnlyList<PredictedBatch<T>> batches in Predictions.Of(data, [.. networks.Select(each => SidePredictor.Of(each.Side, each.Network))]))
            for (int row = 0; row < batches[0].Rows; row++)
            {
                int number = data.TableRow(batches[0].First + row) + 1;
                csv.WriteRecord([number.ToString(CultureInfo.InvariantCulture), .. networks.Zip(batches).SelectMany(each => Cells(each.First.Network.Network, target, each.Second, row))]);
            }
    }

    private static bool HasProbabilities(Network network) => network.Layers[^1].Activation is Activation.Sigmoid or Activation.Softmax;

    private static IEnumerable<string> Names(Network network, Target target) => target switch
    {
        ClassTarget classes when HasProbabilities(network) => [.. classes.Classes.Select(name => $"probability_{name}"), target.Name],
        ClassTarget => [.. Enumerable.Range(0, network.Layers[^1].Units).Select(unit => $"output_{unit}"), target.Name],
        _ => [target.Name],
    };

    private static IEnumerable<string> Cells<T>(Network network, Target target, PredictedBatch<T> batch, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] outputs = batch.RowOutputs(row);
        if (target is not ClassTarget classes)
            return [Text<T>(outputs[0] * ((NumberTarget)target).DividedBy)];
        IEnumerable<double> shown = HasProbabilities(network) ? Enumerable.Range(0, classes.Classes.Count).Select(place => ClassOutputs.Of(outputs, place)) : outputs;
        return [.. shown.Select(Text<T>), classes.Classes[ClassOutputs.Chosen(outputs)]];
    }

    // The fewest digits that give the same number of the network's dtype.
    private static string Text<T>(double number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.CreateChecked(number).ToString(null, CultureInfo.InvariantCulture);
}
