using System.Globalization;
using CsCheck;
using DataSets;
using DataSets.Preparing;

namespace Comparison.Tests.DataSets;

/// <summary>Which rows are held out.</summary>
[TestClass]
public sealed class SplitTests
{
    private static readonly Gen<(int[] Labels, double Share, ulong Seed)> Cases =
        from classes in Gen.Int[2, 6]
        from labels in Gen.Int[0, classes - 1].Array[4, 120]
        from share in Gen.Double[0.05, 0.95]
        from seed in Gen.ULong
        where labels.Distinct().Count() > 1
        select (labels, share, seed);

    [TestMethod]
    public void The_parts_are_all_rows_and_as_many_as_the_share_says() => Cases.Sample(drawn =>
    {
        using Table table = Of(drawn.Labels);
        // One row is always left to train on.
        int wanted = Math.Min((int)(drawn.Share * drawn.Labels.Length + 0.5), drawn.Labels.Length - 1);
        if (wanted == 0)
            return;

        Split split = Split.Of(Selected(table), drawn.Share, drawn.Seed, stratify: false);

        Assert.HasCount(wanted, split.HeldOut);
        CollectionAssert.AreEqual(Enumerable.Range(0, table.Rows).ToArray(), split.Training.Concat(split.HeldOut).Order().ToArray());
        CollectionAssert.AreEqual(split.Training.Order().ToArray(), split.Training.ToArray());
        CollectionAssert.AreEqual(split.HeldOut.Order().ToArray(), split.HeldOut.ToArray());
    });

    [TestMethod]
    public void A_stratified_split_holds_out_each_class_within_one_row_of_its_share_and_trains_on_all() => Cases.Sample(drawn =>
    {
        using Table table = Of(drawn.Labels);
        Split split;
        try
        {
            split = Split.Of(Selected(table), drawn.Share, drawn.Seed, stratify: true);
        }
        catch (InputException)
        {
            // Few rows, of which no class can give one.
            Assert.IsTrue(drawn.Labels.CountBy(label => label).All(pair => drawn.Share * pair.Value < 1));
            return;
        }

        foreach (var (label, count) in drawn.Labels.CountBy(label => label))
        {
            int held_out = split.HeldOut.Count(row => drawn.Labels[row] == label);
            Assert.IsLessThan(1, Math.Abs(held_out - drawn.Share * count));
            Assert.IsGreaterThan(0, count - held_out);
        }
        CollectionAssert.AreEqual(Enumerable.Range(0, table.Rows).ToArray(), split.Training.Concat(split.HeldOut).Order().ToArray());
    });

    [TestMethod]
    public void Every_row_is_as_likely_to_be_held_out()
    {
        using Table table = Of([.. Enumerable.Range(0, 10).Select(row => row % 2)]);
        const int splits = 4000;
        foreach (bool stratify in new[] { false, true })
        {
            var counts = new int[table.Rows];
            for (ulong seed = 0; seed < splits; seed++)
                foreach (int row in Split.Of(Selected(table), 0.4, seed, stratify).HeldOut)
                    counts[row]++;
            // Four deviations of a count of splits·0.4·0.6.
            foreach (int count in counts)
                Assert.AreEqual(0.4 * splits, count, 4 * Math.Sqrt(0.24 * splits));
        }
    }

    [TestMethod]
    public void The_script_in_the_documentation_gives_the_same_splits()
    {
        using var folder = new TemporaryFolder();
        string script = File.ReadAllText(Path.Combine(Recordings.Root, "docs", "random_numbers.py"));
        var random = new Random(1);
        for (int i = 0; i < 10; i++)
        {
            int[] labels = [.. Enumerable.Range(0, 5 + random.Next(60)).Select(row => row < 2 ? row : random.Next(4))];
            double share = 0.1 + 0.8 * random.NextDouble();
            ulong seed = (ulong)random.NextInt64();
            bool stratify = i % 2 == 0;
            string line = string.Create(CultureInfo.InvariantCulture,
                $"training, held_out = split([{string.Join(", ", labels)}], {share:R}, {seed}, {(stratify ? "True" : "False")})\nprint(*training, '|', *held_out)\n");
            if (PythonProgram.Run(folder.Path, $"{script}\n{line}") is not { } printed)
            {
                Assert.Inconclusive("No python3 was found.");
                return;
            }
            using Table table = Of(labels);

            Split split = Split.Of(Selected(table), share, seed, stratify);

            Assert.AreEqual(printed.Trim(), $"{string.Join(' ', split.Training)} | {string.Join(' ', split.HeldOut)}");
        }
    }

    [TestMethod]
    public void Texts_and_the_same_classes_as_numbers_are_split_alike() => Cases.Sample(drawn =>
    {
        int[] labels = [0, 1, 2, .. drawn.Labels, .. drawn.Labels];
        using Table numbers = Of(labels), texts = Of(labels, label => $"{(char)('a' + label)}");

        Split split = Split.Of(Selected(numbers), 0.3, drawn.Seed, stratify: true), other = Split.Of(Selected(texts), 0.3, drawn.Seed, stratify: true);

        CollectionAssert.AreEqual(split.HeldOut.ToArray(), other.HeldOut.ToArray());
    }, iter: 30);

    [TestMethod]
    public void What_cannot_be_split_is_refused()
    {
        using Table table = Of([0, 1, 0]);
        foreach (double share in new[] { 0, 1, -0.1, 2, double.NaN })
            Refusal.Of(() => Split.Of(Selected(table), share, 1, stratify: false), "between 0 and 1");
        Refusal.Of(() => Split.Of(Selected(table), 0.1, 1, stratify: false), "none held out");
        var as_number = new Selection(table, new() { Target = "label", TargetKind = TargetKind.Number });
        Refusal.Of(() => Split.Of(as_number, 0.5, 1, stratify: true), "column \"label\" holds numbers, not classes");
    }

    private static Selection Selected(Table table) => new(table, new() { Target = "label", TargetKind = TargetKind.Classes });

    private static Table Of(int[] labels, Func<int, string>? text = null)
    {
        using var folder = new TemporaryFolder();
        return Tables.Open(folder.Write("t.csv", "x,label\n" + string.Concat(labels.Select((label, row) => $"{row},{text?.Invoke(label) ?? $"{label}"}\n"))), new() { Reading = new(Header: true) });
    }
}
