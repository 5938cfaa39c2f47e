using System.Numerics;
using Comparison.Metrics;
using Comparison.Sides;
using DataSets.Preparing;

namespace Comparison.Models;

/// <summary>How good the sides' networks are on some data, and how far apart.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Sides">Each side's scores.</param>
/// <param name="Gap">The largest difference between an output of one side and of the other; null of one side alone.</param>
public sealed record Evaluation(int Rows, IReadOnlyList<(Side Side, Scores Scores)> Sides, double? Gap)
{
    /// <summary>Evaluates networks side by side, batch by batch.</summary>
    /// <param name="data">The rows, with labels.</param>
    /// <param name="networks">One network, or one of each side.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static Evaluation Of<T>(PreparedData<T> data, IReadOnlyList<(Side Side, TrainedNetwork<T> Network)> networks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Scoring[] scorings = [.. networks.Select(each => new Scoring(data.Preparation.Target, each.Network.Network.Loss, each.Network.Network.Layers[^1].Units, data.Rows))];
        double gap = 0;
        foreach (IReadOnlyList<PredictedBatch<T>> batches in Predictions.Of(data, [.. networks.Select(each => SidePredictor.Of(each.Side, each.Network))]))
            for (int row = 0; row < batches[0].Rows; row++)
            {
                double[][] outputs = [.. batches.Select(batch => batch.RowOutputs(row))];
                for (int i = 0; i < scorings.Length; i++)
                    scorings[i].Add(outputs[i], double.CreateChecked(batches[0].Labels[row]));
                gap = outputs[0].Zip(outputs[^1], (one, other) => Math.Abs(one - other)).Aggregate(gap, Math.Max);
            }
        return new(data.Rows, [.. networks.Zip(scorings, (each, scoring) => (each.Side, scoring.Scores))], networks.Count > 1 ? gap : null);
    }
}
