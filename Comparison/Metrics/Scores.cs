using System.Numerics;
using Comparison.Models;
using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.Metrics;

/// <summary>How good the outputs for some rows are. What does not apply to the target, or is not defined for these rows, is null.</summary>
/// <param name="Loss">The mean of <see cref="RowLoss"/>.</param>
public sealed record Scores(double Loss)
{
    /// <summary>The share of rows whose class was chosen.</summary>
    public double? Accuracy => Confusion?.Accuracy;

    /// <summary>Of two classes: <see cref="ConfusionMatrix.Precision"/>.</summary>
    public double? Precision => Confusion is { Classes: 2 } two ? two.Precision : null;

    /// <summary>Of two classes: <see cref="ConfusionMatrix.Recall"/>.</summary>
    public double? Recall => Confusion is { Classes: 2 } two ? two.Recall : null;

    /// <summary>Of two classes: <see cref="Ranking.Area"/>.</summary>
    public double? AreaUnderCurve { get; init; }

    /// <summary>Of classes: which was taken for which.</summary>
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>Of a number: <see cref="NumberErrors.MeanAbsolute"/>, in the target's own unit.</summary>
    public double? MeanAbsoluteError { get; init; }

    /// <summary>Of a number: <see cref="NumberErrors.R2"/>.</summary>
    public double? R2 { get; init; }

    /// <summary>The names of the numbers that a target has, in the order of <see cref="Numbers"/>.</summary>
    public static IReadOnlyList<string> Names(Target target) => target switch
    {
        ClassTarget { Classes.Count: 2 } => ["loss", "accuracy", "precision", "recall", "area_under_curve"],
        ClassTarget => ["loss", "accuracy"],
        _ => ["loss", "mean_absolute_error", "r2"],
    };

    /// <summary>The numbers of <see cref="Names"/>; null where one is not defined.</summary>
    public IReadOnlyList<double?> Numbers(Target target) => target switch
    {
        ClassTarget { Classes.Count: 2 } => [Loss, Accuracy, Precision, Recall, AreaUnderCurve],
        ClassTarget => [Loss, Accuracy],
        _ => [Loss, MeanAbsoluteError, R2],
    };

    /// <summary>Scores a network's outputs for all rows of some data, batch by batch.</summary>
    /// <param name="data">The rows, with labels.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="predict">Gives outputs (rows, units) for inputs (rows, inputs).</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">There are no labels or no rows, or the outputs do not go with the target.</exception>
    public static Scores Of<T>(PreparedData<T> data, LossFunction loss, Func<T[,], T[,]> predict)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!data.HasLabels || data.Rows == 0)
            throw new ArgumentException("Scores need rows with labels.", nameof(data));
        Scoring? scoring = null;
        foreach (PredictedBatch<T> batch in Predictions.Of(data, predict))
        {
            scoring ??= new(data.Preparation.Target, loss, batch.Outputs.GetLength(1), data.Rows);
            for (int row = 0; row < batch.Rows; row++)
                scoring.Add(batch.RowOutputs(row), double.CreateChecked(batch.Labels[row]));
        }
        return scoring!.Scores;
    }
}
