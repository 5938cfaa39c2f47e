using DataSets;
using DataSets.Preparing;

namespace Comparison.Tests.DataSets.Preparing;

/// <summary>The tables in reference.</summary>
[TestClass]
public sealed class ReferenceTablesTests
{
    [TestMethod]
    [DataRow("breast_cancer", 569, 30, 2)]
    [DataRow("iris", 150, 4, 3)]
    [DataRow("digits", 1797, 64, 10)]
    public void A_reference_table_is_split_and_prepared_the_same_in_memory_and_through_its_binary_file(string name, int rows, int inputs, int classes)
    {
        using var folder = new TemporaryFolder();
        using Table kept = Tables.Open(Recordings.Table(name)), mapped = Tables.Open(Recordings.Table(name), new() { CacheFrom = 0, CacheFolder = folder.Path });
        PreparationOptions options = new() { Target = "target", Standardize = true };

        Selection selection = new(kept, options), other = new(mapped, options);
        Split split = Split.Of(selection, 0.2, seed: 7, stratify: true), other_split = Split.Of(other, 0.2, seed: 7, stratify: true);
        Preparation preparation = Preparation.Fit(selection, split.Training);
        var data = (LoadedData<float>)preparation.Apply<float>(kept, split.HeldOut);

        Assert.AreEqual(rows, kept.Rows);
        Assert.AreEqual(inputs, data.Inputs);
        Assert.HasCount(classes, ((ClassTarget)preparation.Target).Classes);
        CollectionAssert.AreEqual(split.HeldOut.ToArray(), other_split.HeldOut.ToArray());
        Assert.AreEqual(preparation.ToJson(), Preparation.Fit(other, other_split.Training).ToJson());
        CollectionAssert.AreEqual(data.AllInputs, ((LoadedData<float>)preparation.Apply<float>(mapped, split.HeldOut)).AllInputs);
    }

    [TestMethod]
    public void A_table_that_would_not_fit_in_memory_is_prepared_as_it_is_read()
    {
        // 7,000 texts become as many inputs: 12,000 rows of them would take 336 MB.
        using var folder = new TemporaryFolder();
        using Table table = Tables.Open(folder.Write("t.csv", "t,x,y\n" + string.Concat(Enumerable.Range(0, 12_000).Select(row => $"t{row % 7000},{row},{row % 2}\n"))));
        Selection selection = new(table, new() { Target = "y", Standardize = true });
        Preparation preparation = Preparation.Fit(selection, selection.Rows);
        int[] rows = [11_999, 0, 7001];

        PreparedData<float> streamed = preparation.Apply<float>(table), loaded = preparation.Apply<float>(table, rows);

        Assert.IsNotInstanceOfType<LoadedData<float>>(streamed);
        Assert.IsInstanceOfType<LoadedData<float>>(loaded);
        var (inputs, labels) = (new float[3 * streamed.Inputs], new float[3]);
        streamed.Read(rows, inputs, labels);
        CollectionAssert.AreEqual(((LoadedData<float>)loaded).AllInputs, inputs);
        CollectionAssert.AreEqual(((LoadedData<float>)loaded).AllLabels, labels);
        Preparation narrow = Preparation.Fit(selection, [0, 1, 2]);
        Refusal.Of(() => narrow.Apply<float>(table), "line 5, column \"t\": \"t3\" was not in the training rows");
    }
}
