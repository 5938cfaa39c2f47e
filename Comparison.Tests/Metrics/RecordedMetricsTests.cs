using System.Text.Json;
using Comparison.Metrics;
using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.Tests.Metrics;

/// <summary>Scores beside Python Keras's metrics over the same rows.</summary>
[TestClass]
public sealed class RecordedMetricsTests
{
    private static readonly double FloatRoundoff = Math.ScaleB(1, -24);

    [TestMethod]
    public void Two_classes_score_as_in_Keras()
    {
        int compared = 0;
        foreach (JsonElement run in Recordings.Cases("metrics.json").Where(run => run.TryGetProperty("binary_accuracy", out _)))
        {
            double[] labels = run.Numbers("y_true"), outputs = run.Numbers("y_pred");
            Scores cross_entropy = ScoresOf(labels, outputs, units: 1, classes: 2, LossFunction.BinaryCrossentropy);

            Near(run.Number("binary_accuracy"), cross_entropy.Accuracy);
            Near(run.Number("precision"), cross_entropy.Precision);
            Near(run.Number("recall"), cross_entropy.Recall);
            Assert.AreEqual(run.Number("true_positives"), cross_entropy.Confusion![1, 1]);
            Assert.AreEqual(run.Number("false_positives"), cross_entropy.Confusion[0, 1]);
            // Keras clips in float, where 1 - 1e-7 is 1 - 2^-23: a label of 0 whose output is 1 costs less there.
            int clipped = outputs.Where((output, row) => output == 1 && labels[row] == 0).Count();
            double more = clipped * Math.Log(Math.ScaleB(1, -23) / 1e-7) / labels.Length;
            Mean(run.Number("binary_crossentropy") + more, cross_entropy.Loss, labels.Length);
            Mean(run.Number("mean_squared_error"), ScoresOf(labels, outputs, units: 1, classes: 2, LossFunction.MeanSquaredError).Loss, labels.Length);
            Area(run.Number("auc"), cross_entropy.AreaUnderCurve!.Value, labels, outputs);
            compared++;
        }
        Assert.AreNotEqual(0, compared);
    }

    [TestMethod]
    public void Several_classes_score_as_in_Keras()
    {
        int compared = 0;
        foreach (JsonElement run in Recordings.Cases("metrics.json").Where(run => run.TryGetProperty("sparse_categorical_accuracy", out _)))
        {
            double[] labels = run.Numbers("y_true"), outputs = run.Numbers("y_pred");
            int classes = outputs.Length / labels.Length;
            Scores scores = ScoresOf(labels, outputs, classes, classes, LossFunction.SparseCategoricalCrossentropy);

            Near(run.Number("sparse_categorical_accuracy"), scores.Accuracy);
            Near(run.Number("categorical_accuracy"), scores.Accuracy);
            Assert.IsNull(scores.Precision);
            compared++;
        }
        Assert.AreNotEqual(0, compared);
    }

    private static Scores ScoresOf(double[] labels, double[] outputs, int units, int classes, LossFunction loss)
    {
        var scoring = new Scoring(new ClassTarget("target", [.. Enumerable.Range(0, classes).Select(place => $"{place}")], AreTexts: false), loss, units, labels.Length);
        for (int row = 0; row < labels.Length; row++)
            scoring.Add(outputs.AsSpan(row * units, units), labels[row]);
        return scoring.Scores;
    }

    // A quotient of counts, rounded to float.
    private static void Near(double expected, double? share) => Assert.AreEqual(expected, share!.Value, 2 * FloatRoundoff);

    // A sum of terms of one sign in float: a rounding an addition, the division, and some a term: its logarithms, products and difference from 1 (where a term is small by 1 - p, p's own rounding is recorded).
    private static void Mean(double expected, double mean, int rows) => Assert.AreEqual(expected, mean, (rows + 20) * FloatRoundoff * Math.Max(1, mean));

    // Keras takes 200 thresholds: outputs that lie between the same two of them count as tied, half either way.
    private static void Area(double expected, double area, double[] labels, double[] outputs)
    {
        double[] ones = [.. outputs.Where((_, row) => labels[row] == 1)], zeros = [.. outputs.Where((_, row) => labels[row] == 0)];
        int near = ones.Sum(one => zeros.Count(zero => one != zero && Math.Abs(one - zero) <= 1.0 / 199));
        Assert.AreEqual(expected, area, 0.5 * near / (ones.Length * zeros.Length) + (200 + 20) * FloatRoundoff);
    }
}
