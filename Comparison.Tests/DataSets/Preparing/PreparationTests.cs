using CsCheck;
using DataSets;
using DataSets.Preparing;

namespace Comparison.Tests.DataSets.Preparing;

/// <summary>What is learned from training rows, and what it makes of rows.</summary>
[TestClass]
public sealed class PreparationTests
{
    private const string People = "age,city,bought\n30,Rome,no\n,Bern,yes\n50,?,no\n40,Rome,yes\n30,Oslo,no\n";

    [TestMethod]
    public void Texts_become_an_input_each_and_missing_values_are_filled()
    {
        using Table table = Open(People);

        Preparation mean = Fit(table, new() { Target = "bought", Missing = MissingPolicy.Mean });
        Preparation frequent = Fit(table, new() { Target = "bought", Missing = MissingPolicy.MostFrequent });

        CollectionAssert.AreEqual(new[] { "age", "city=Bern", "city=Oslo", "city=Rome" }, mean.InputNames.ToArray());
        var data = (LoadedData<double>)mean.Apply<double>(table);
        CollectionAssert.AreEqual(new double[] { 30, 0, 0, 1, 37.5, 1, 0, 0, 50, 0, 0, 1, 40, 0, 0, 1, 30, 0, 1, 0 }, data.AllInputs);
        CollectionAssert.AreEqual(new double[] { 0, 1, 0, 1, 0 }, data.AllLabels);
        Assert.AreEqual(30, ((LoadedData<double>)frequent.Apply<double>(table)).AllInputs[4]);
    }

    [TestMethod]
    public void All_rows_come_as_arrays_in_any_order()
    {
        using Table table = Open("a,b,y\n1,2,no\n3,4,yes\n5,6,no\n");
        Preparation preparation = Fit(table, new() { Target = "y" });

        var (inputs, labels) = preparation.Apply<float>(table).ToArrays([2, 0, 1]);
        var (bare, none) = preparation.Apply<double>(table, with_labels: false).ToArrays();

        CollectionAssert.AreEqual(new float[,] { { 5, 6 }, { 1, 2 }, { 3, 4 } }, inputs);
        CollectionAssert.AreEqual(new float[,] { { 0 }, { 0 }, { 1 } }, labels);
        CollectionAssert.AreEqual(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, bare);
        Assert.AreEqual(0, none.Length);
    }

    [TestMethod]
    public void The_least_of_several_most_frequent_values_is_taken()
    {
        using Table table = Open("n,t,y\n2,b,0\n1,a,1\n1,a,1\n2,b,1\n3,c,0\n,,0\n");
        Preparation preparation = Fit(table, new() { Target = "y", Missing = MissingPolicy.MostFrequent });

        CollectionAssert.AreEqual(new double[] { 1, 1, 0, 0 }, ((LoadedData<double>)preparation.Apply<double>(table, [5])).AllInputs);
    }

    [TestMethod]
    public void Rows_that_lack_a_value_are_dropped_where_the_value_is_used()
    {
        using Table table = Open("a,b,c,y\n1,2,,0\n,2,3,1\n1,2,3,\n4,5,6,1\n");

        Selection all = new(table, new() { Target = "y", Missing = MissingPolicy.Drop, LeftOut = ["c"] });

        CollectionAssert.AreEqual(new[] { 0, 3 }, all.Rows.ToArray());
        PreparedData<float> data = Preparation.Fit(all, all.Rows).Apply<float>(table);
        Assert.AreEqual(2, data.Rows);
        Assert.AreEqual(3, data.TableRow(1));
        // Without labels a missing one is no matter.
        Assert.AreEqual(3, Preparation.Fit(all, all.Rows).Apply<float>(table, with_labels: false).Rows);
    }

    [TestMethod]
    public void A_row_without_a_value_is_refused_by_line_and_column()
    {
        using Table table = Open(People);
        Refusal.Of(() => Fit(table, new() { Target = "bought" }), "line 3, column \"age\": the value is missing", "mean");
        Refusal.Of(() => Fit(table, new() { Target = "age", Missing = MissingPolicy.Mean }), "line 3, column \"age\": the target is missing");
        Preparation preparation = Preparation.Fit(new(table, new() { Target = "bought" }), [0, 3, 4]);
        Refusal.Of(() => preparation.Apply<float>(table), "line 3, column \"age\": the value is missing");
        using Table empty = Open("a,b,y\n,1,0\n,2,1\n");
        Refusal.Of(() => Fit(empty, new() { Target = "y", Missing = MissingPolicy.Mean }), "column \"a\" has no value in the training rows");
        Refusal.Of(() => Fit(empty, new() { Target = "y", Missing = MissingPolicy.Drop }), "every row lacks a value");
    }

    [TestMethod]
    public void Statistics_come_from_the_training_rows_alone()
    {
        using Table table = Open("n,t,y\n1,a,0\n3,b,1\n100,a,1\n");

        Preparation preparation = Preparation.Fit(new(table, new() { Target = "y", Standardize = true, Missing = MissingPolicy.Mean }), [0, 1]);

        Assert.AreEqual(new NumberColumn("n", 2, 2, 1), preparation.Inputs[0]);
        Assert.AreEqual(98, ((LoadedData<double>)preparation.Apply<double>(table, [2])).AllInputs[0]);
    }

    [TestMethod]
    public void A_constant_column_becomes_0_whatever_comes_later()
    {
        using Table table = Open("n,m,y\n0.1,1,0\n0.1,2,1\n0.1,3,1\n7,4,1\n");

        Preparation preparation = Preparation.Fit(new(table, new() { Target = "y", Standardize = true }), [0, 1, 2]);

        foreach (int row in new[] { 0, 3 })
            Assert.AreEqual(0, ((LoadedData<double>)preparation.Apply<double>(table, [row])).AllInputs[0]);
    }

    [TestMethod]
    public void Standardised_training_columns_have_mean_0_and_deviation_1() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[2, 200], Gen.Double[-1e3, 1e3]).Sample((spread, middle) =>
        {
            double[] numbers = Array.ConvertAll(spread, number => middle + number);
            if (numbers.Distinct().Count() < 2)
                return;
            using Table table = Open("x,y\n" + string.Concat(numbers.Select((number, row) => $"{number:R},{row % 2}\n")));

            Preparation preparation = Fit(table, new() { Target = "y", TargetKind = TargetKind.Classes, Standardize = true });

            double[] standard = ((LoadedData<double>)preparation.Apply<double>(table)).AllInputs;
            double deviation = ((NumberColumn)preparation.Inputs[0]).Deviation, u = Math.Pow(2, -53);
            int n = standard.Length;
            // The mean is off by its own rounding, 2u of the largest number, and this sum by n roundings; each number by two.
            double largest = numbers.Max(Math.Abs);
            double mean_bound = 2 * u * largest / deviation + (n + 3) * u * standard.Average(Math.Abs);
            Assert.AreEqual(0, standard.Average(), mean_bound);
            // Squares: n roundings of the sum and six of each term; the deviation's own, and the mean's error twice over.
            double square_bound = (2 * n + 20) * u + 2 * mean_bound;
            Assert.AreEqual(1, standard.Average(number => number * number), square_bound);
        }, iter: 300);

    [TestMethod]
    public void Targets_are_found_out()
    {
        using Table table = Open("x,text,two,several,number,many\n" + string.Concat(Enumerable.Range(0, 30).Select(row =>
            $"{row},{(row % 2 == 0 ? "b" : "a")},{(row % 2 == 0 ? 5 : -1)},{row % 3 * 10},{row * 0.5},{row}\n")));

        Target Of(string name) => Fit(table, new() { Target = name, TargetDividedBy = 4 }).Target;
        double[] Labels(string name) => ((LoadedData<double>)Fit(table, new() { Target = name, TargetDividedBy = 4 }).Apply<double>(table)).AllLabels[..4];

        CollectionAssert.AreEqual(new[] { "a", "b" }, ((ClassTarget)Of("text")).Classes.ToArray());
        CollectionAssert.AreEqual(new[] { "-1", "5" }, ((ClassTarget)Of("two")).Classes.ToArray());
        CollectionAssert.AreEqual(new[] { "0", "10", "20" }, ((ClassTarget)Of("several")).Classes.ToArray());
        Assert.AreEqual(new NumberTarget("number", 4), Of("number"));
        Assert.AreEqual(new NumberTarget("many", 4), Of("many"));
        CollectionAssert.AreEqual(new double[] { 1, 0, 1, 0 }, Labels("text"));
        CollectionAssert.AreEqual(new double[] { 1, 0, 1, 0 }, Labels("two"));
        CollectionAssert.AreEqual(new double[] { 0, 1, 2, 0 }, Labels("several"));
        CollectionAssert.AreEqual(new[] { 0, 0.125, 0.25, 0.375 }, Labels("number"));
        Assert.AreEqual(30, ((ClassTarget)Fit(table, new() { Target = "many", TargetKind = TargetKind.Classes }).Target).Classes.Count);
        Assert.IsInstanceOfType<NumberTarget>(Fit(table, new() { Target = "two", TargetKind = TargetKind.Number }).Target);
    }

    [TestMethod]
    public void Targets_that_cannot_be_learned_are_refused()
    {
        using Table table = Open("x,one,word,id,text\n" + string.Concat(Enumerable.Range(0, 10_001).Select(row => $"{row},7,same,i{row},{(row == 0 ? "a" : "b")}\n")));

        Refusal.Of(() => Fit(table, new() { Target = "one", LeftOut = ["id"] }), "column \"one\" is 7 in every row", "one class");
        Refusal.Of(() => Fit(table, new() { Target = "word", LeftOut = ["id"] }), "column \"word\" is \"same\" in every row");
        Refusal.Of(() => Fit(table, new() { Target = "x", LeftOut = ["id"], TargetKind = TargetKind.Classes }), "more than 10000 classes");
        Refusal.Of(() => Fit(table, new() { Target = "text", LeftOut = ["id"], TargetKind = TargetKind.Number }), "line 2, column \"text\"", "where numbers are needed");
        Refusal.Of(() => Preparation.Fit(new(table, new() { Target = "text", LeftOut = ["id"] }), [1, 2, 3]), "column \"text\" has one class only (b) in the training rows");
        Refusal.Of(() => Fit(table, new() { Target = "text" }), "column \"id\" holds more different texts", "leave it out");
        Refusal.Of(() => Fit(table, new() { Target = "id" }), "column \"id\"");
        Refusal.Of(() => Fit(table, new() { Target = "txt" }), "no column \"txt\"; there are x, one, word, id, text");
        Refusal.Of(() => Fit(table, new() { Target = "text", Inputs = ["x", "text"] }), "column \"text\" is the target and an input too");
        Refusal.Of(() => Fit(table, new() { Target = "text", Inputs = ["xx"] }), "no column \"xx\"");
        Refusal.Of(() => Fit(table, new() { Target = "text", LeftOut = ["x", "one", "word", "id"] }), "no column is left");
        Refusal.Of(() => Fit(table, new() { Target = "x", Inputs = ["one"], TargetDividedBy = 0 }), "cannot be divided by 0");
    }

    [TestMethod]
    public void What_training_did_not_see_is_refused_by_name_or_counts_as_none()
    {
        using Table table = Open("t,y\na,no\nb,yes\nc,no\na,maybe\n");
        Preparation strict = Preparation.Fit(new(table, new() { Target = "y" }), [0, 1]);
        Preparation lenient = Preparation.Fit(new(table, new() { Target = "y", IgnoreUnseen = true }), [0, 1]);

        Refusal.Of(() => strict.Apply<float>(table, [0, 2]), "line 4, column \"t\": \"c\" was not in the training rows, which have a, b");
        Refusal.Of(() => lenient.Apply<float>(table, [0, 3]), "line 5, column \"y\": \"maybe\" is no class of the training rows, which have no, yes", "stratified");
        CollectionAssert.AreEqual(new float[] { 0, 0 }, ((LoadedData<float>)lenient.Apply<float>(table, [2])).AllInputs);
    }

    [TestMethod]
    public void Numbers_beyond_the_dtype_are_refused()
    {
        using Table table = Open("x,y\n1,0\n1e39,1\n");
        Preparation preparation = Fit(table, new() { Target = "y" });

        Refusal.Of(() => preparation.Apply<float>(table), "line 3, column \"x\": 1E+39 is beyond the numbers of float32", "float64");
        Assert.AreEqual(1e39, ((LoadedData<double>)preparation.Apply<double>(table)).AllInputs[1]);
        using Table huge = Open("x,y\n1e200,0\n-1e200,1\n");
        Refusal.Of(() => Fit(huge, new() { Target = "y", Standardize = true }), "column \"x\" cannot be standardised");
        using Table small = Open("x,y\n1,1e-10\n2,1e300\n");
        Refusal.Of(() => Fit(small, new() { Target = "y", TargetDividedBy = 1e-20 }).Apply<double>(small), "line 3, column \"y\": 1E+300 is beyond the numbers of float64");
    }

    [TestMethod]
    public void A_preparation_is_stored_and_used_again_on_new_data()
    {
        using Table table = Open(People);
        Preparation preparation = Fit(table, new() { Target = "bought", Missing = MissingPolicy.Mean, Standardize = true, IgnoreUnseen = true });

        Preparation read = Preparation.FromJson(preparation.ToJson(), "p.json");

        Assert.AreEqual(preparation.ToJson(), read.ToJson());
        // Other columns between, another order, a text that looks like a number.
        using Table again = Open("city,x,age\n7,1,40\nRome,1,50\n", read.Reading(with_target: false));
        var data = (LoadedData<double>)read.Apply<double>(again, with_labels: false);
        double[] expected = ((LoadedData<double>)preparation.Apply<double>(table, [3, 2])).AllInputs;
        CollectionAssert.AreEqual(new[] { expected[0], 0, 0, 0, expected[4], 0, 0, 1 }, data.AllInputs);
        Assert.IsEmpty(data.AllLabels);
        Refusal.Of(() => Open("city,x\n7,1\n", read.Reading(with_target: false)), "no column \"age\"; there are city, x");
        Refusal.Of(() => read.Apply<double>(again), "no column \"bought\"; there are city, x, age");
        using Table other_kind = Open("city,age\n7,40\n8,50\n");
        Refusal.Of(() => read.Apply<double>(other_kind, with_labels: false), "column \"city\" holds numbers, where the training rows have texts");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{}")]
    [DataRow("[1]")]
    [DataRow("null")]
    [DataRow("{\"header\": true, \"inputs\": [], \"target\": {\"kind\": \"number\", \"name\": \"y\", \"divided_by\": 1}, \"missing\": \"refuse\", \"ignore_unseen\": false}")]
    [DataRow("{\"header\": true, \"inputs\": [{\"kind\": \"sound\", \"name\": \"a\"}], \"target\": {\"kind\": \"number\", \"name\": \"y\", \"divided_by\": 1}, \"missing\": \"refuse\", \"ignore_unseen\": false}")]
    public void What_is_no_preparation_is_refused(string json) => Refusal.Of(() => Preparation.FromJson(json, "p.json"), "p.json: is no stored preparation");

    [TestMethod]
    public void Batches_hold_the_rows_that_are_asked_for_and_nothing_else_fits()
    {
        using Table table = Open("a,b,y\n1,2,0\n3,4,1\n5,6,0\n");
        PreparedData<float> data = Fit(table, new() { Target = "y" }).Apply<float>(table, [2, 0, 1]);
        var (inputs, labels) = (new float[4], new float[2]);

        data.Read([2, 0], inputs, labels);

        CollectionAssert.AreEqual(new float[] { 3, 4, 5, 6 }, inputs);
        CollectionAssert.AreEqual(new float[] { 1, 0 }, labels);
        Assert.ThrowsExactly<ArgumentException>(() => data.Read([0], inputs, labels));
        Assert.ThrowsExactly<ArgumentException>(() => data.Read([0, 1], inputs, []));
    }

    private static Preparation Fit(Table table, PreparationOptions options)
    {
        var selection = new Selection(table, options);
        return Preparation.Fit(selection, selection.Rows);
    }

    private static Table Open(string text, Reading? reading = null)
    {
        using var folder = new TemporaryFolder();
        return Tables.Open(folder.Write("t.csv", text), new() { Reading = reading ?? new() });
    }
}
