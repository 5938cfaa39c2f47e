using Comparison.Metrics;
using CsCheck;
using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.Tests.Metrics;

/// <summary>What holds of scores of any rows.</summary>
[TestClass]
public sealed class ScoringTests
{
    private static readonly double Roundoff = Math.ScaleB(1, -53);

    // Few different outputs, so that there are ties.
    private static readonly Gen<(int Label, double Output)[]> Ranked =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 12].Select(twelfths => twelfths / 12.0)).Array[1, 40];

    [TestMethod]
    public void The_area_under_the_curve_is_the_share_of_concordant_pairs()
    {
        Ranked.Sample(rows =>
        {
            var ranking = new Ranking(rows.Length);
            foreach (var (label, output) in rows)
                ranking.Add(label == 1, output);
            double[] pairs = [.. from one in rows where one.Label == 1
                                 from zero in rows where zero.Label == 0
                                 select one.Output > zero.Output ? 1 : one.Output == zero.Output ? 0.5 : 0];
            if (pairs.Length == 0)
                Assert.IsNull(ranking.Area);
            else
                Assert.AreEqual(pairs.Sum() / pairs.Length, ranking.Area);
        });
    }

    [TestMethod]
    public void A_confusion_matrix_sums_to_the_rows_of_each_class_and_its_diagonal_to_the_accuracy()
    {
        Gen.Select(Gen.Int[2, 6], Gen.Int[0, 100_000]).SelectMany((classes, _) => Gen.Select(Gen.Int[0, classes - 1], Gen.Int[0, classes - 1]).Array[1, 50].Select(rows => (classes, rows))).Sample((classes, rows) =>
        {
            var confusion = new ConfusionMatrix(classes);
            foreach (var (label, chosen) in rows)
                confusion.Add(label, chosen);
            Assert.AreEqual(rows.Length, confusion.Rows);
            for (int label = 0; label < classes; label++)
                Assert.AreEqual(rows.Count(row => row.Item1 == label), Enumerable.Range(0, classes).Sum(chosen => confusion[label, chosen]));
            Assert.AreEqual((double)rows.Count(row => row.Item1 == row.Item2) / rows.Length, confusion.Accuracy);
        });
    }

    [TestMethod]
    public void R2_of_the_mean_is_0_of_the_labels_1_and_of_any_outputs_as_the_formula_says()
    {
        Gen.Select(Gen.Double[-1e3, 1e3], Gen.Double[-1e3, 1e3]).Array[2, 40].Where(rows => rows.Select(row => row.Item1).Distinct().Count() > 1).Sample(rows =>
        {
            double[] labels = [.. rows.Select(row => row.Item1)], outputs = [.. rows.Select(row => row.Item2)];
            double mean = labels.Average(), spread = labels.Sum(label => (label - mean) * (label - mean));
            double magnitude = labels.Max(Math.Abs);
            // A mean is off by a rounding an addition, and each square about it by twice that times its root; relative to their sum.
            double off = rows.Length * Roundoff * magnitude, relative = 4 * off * (rows.Length * off + Math.Sqrt(rows.Length * spread)) / spread + 4 * rows.Length * Roundoff;

            Assert.AreEqual(0, R2(labels, [.. labels.Select(_ => mean)]), relative);
            Assert.AreEqual(1, R2(labels, labels));
            double quotient = labels.Zip(outputs).Sum(row => (row.Second - row.First) * (row.Second - row.First)) / spread;
            Assert.AreEqual(1 - quotient, R2(labels, outputs), relative * (1 + quotient));
        });
    }

    [TestMethod]
    public void The_mean_absolute_error_is_in_the_targets_own_unit()
    {
        var scoring = new Scoring(new NumberTarget("price", DividedBy: 1000), LossFunction.MeanSquaredError, units: 1, rows: 2);
        scoring.Add([1.5], 1);
        scoring.Add([2], 4);
        Assert.AreEqual(1250, scoring.Scores.MeanAbsoluteError);
        Assert.AreEqual((0.25 + 4) / 2, scoring.Scores.Loss);
    }

    [TestMethod]
    public void An_output_of_one_half_is_class_0_and_of_equal_outputs_the_first_is_chosen()
    {
        Assert.AreEqual(0, ClassOutputs.Chosen([0.5]));
        Assert.AreEqual(1, ClassOutputs.Chosen([Math.BitIncrement(0.5)]));
        Assert.AreEqual(1, ClassOutputs.Chosen([0.1, 0.4, 0.4, 0.1]));
    }

    [TestMethod]
    public void Nothing_taken_for_class_1_gives_precision_0_and_one_class_alone_has_no_area()
    {
        Scoring scoring = OfTwo();
        scoring.Add([0.2], 0);
        Assert.AreEqual(0, scoring.Scores.Precision);
        Assert.AreEqual(0, scoring.Scores.Recall);
        Assert.IsNull(scoring.Scores.AreaUnderCurve);
    }

    [TestMethod]
    public void An_output_that_is_NaN_leaves_nothing_but_a_loss_of_NaN()
    {
        Scoring scoring = OfTwo();
        scoring.Add([0.2], 0);
        scoring.Add([double.NaN], 1);
        Assert.IsTrue(double.IsNaN(scoring.Scores.Loss));
        Assert.IsNull(scoring.Scores.Accuracy);
        Assert.IsNull(scoring.Scores.AreaUnderCurve);
    }

    [TestMethod]
    public void One_output_for_two_classes_scores_as_its_two_probabilities_do()
    {
        Ranked.Sample(rows =>
        {
            Scoring one = new(Classes(2), LossFunction.BinaryCrossentropy, units: 1, rows.Length), two = new(Classes(2), LossFunction.SparseCategoricalCrossentropy, units: 2, rows.Length);
            foreach (var (label, output) in rows.Select(row => (row.Label, row.Output)))
            {
                one.Add([output], label);
                two.Add([1 - output, output], label);
            }
            Assert.AreEqual(one.Scores.AreaUnderCurve, two.Scores.AreaUnderCurve);
            Assert.AreEqual(one.Scores.Accuracy, two.Scores.Accuracy);
            // 1 - p is rounded, which near p = 1 the clipping to 1e-7 keeps from mattering more than this.
            Assert.AreEqual(one.Scores.Loss, two.Scores.Loss, 1e7 * Roundoff);
        });
    }

    [TestMethod]
    public void What_does_not_fit_is_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new Scoring(Classes(3), LossFunction.SparseCategoricalCrossentropy, units: 1, rows: 1));
        Assert.ThrowsExactly<ArgumentException>(() => new Scoring(new NumberTarget("n", 1), LossFunction.MeanSquaredError, units: 2, rows: 1));
        Assert.ThrowsExactly<ArgumentException>(() => OfTwo().Add([0.5, 0.5], 1));
        Assert.ThrowsExactly<ArgumentException>(() => OfTwo().Add([0.5], 2));
        Assert.ThrowsExactly<ArgumentException>(() => OfTwo().Add([0.5], double.NaN));
        Assert.ThrowsExactly<InvalidOperationException>(() => new Ranking(0).Add(true, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ConfusionMatrix(1));
    }

    private static Scoring OfTwo() => new(Classes(2), LossFunction.BinaryCrossentropy, units: 1, rows: 10);

    private static ClassTarget Classes(int count) => new("target", [.. Enumerable.Range(0, count).Select(place => $"{place}")], AreTexts: false);

    private static double R2(double[] labels, double[] outputs)
    {
        var errors = new NumberErrors();
        foreach (var (label, output) in labels.Zip(outputs))
            errors.Add(output, label);
        return errors.R2!.Value;
    }
}
