using System.Xml.Linq;
using Comparison.Plots;
using Comparison.Sides;
using Comparison.Tests.DataSets;
using DataSets;
using DataSets.Preparing;

namespace Comparison.Tests.Plots;

/// <summary>Pictures are drawn whole, as .svg and .png, or refused in one line.</summary>
[TestClass]
public sealed class PlotTests
{
    private static readonly byte[] PngStart = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static readonly SideLosses
        Scratch = new(Side.Scratch, [.. Course(40, 0.7)], [.. Course(40, 0.8)]),
        Keras = new(Side.Keras, [.. Course(40, 0.7).Select((loss, epoch) => epoch < 3 ? loss : loss * (1 + 1e-7 * epoch))], [.. Course(40, 0.8).Select(loss => loss + 2e-6)]);

    [TestMethod]
    public void Losses_of_both_sides_are_drawn_with_their_names_and_their_gap()
    {
        using var folder = new TemporaryFolder();
        LossPlot.Save(folder.Path, [Scratch, Keras]);

        string text = Words(folder.File("loss.svg"));
        foreach (string word in new[] { "Scratch, training rows", $"{Side.Keras.Title()}, held-out rows", "Epoch", "Loss", "gap, held-out rows" })
            StringAssert.Contains(text, word);
        IsPng(folder.File("loss.png"));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(5000)]
    public void Losses_of_one_epoch_and_of_thousands_of_one_side_and_without_held_out_rows_are_drawn(int epochs)
    {
        using var folder = new TemporaryFolder();
        LossPlot.Save(folder.Path, [new(Side.Scratch, [.. Course(epochs, 1)], [])]);
        Assert.DoesNotContain("gap", Words(folder.File("loss.svg")));
        LossPlot.Save(folder.Path, [new(Side.Scratch, [.. Course(epochs, 1)], []), new(Side.Keras, [.. Course(epochs, 1)], [])]);
        Assert.Contains("gap, training rows", Words(folder.File("loss.svg")));
    }

    [TestMethod]
    public void Losses_that_are_not_finite_are_left_out()
    {
        using var folder = new TemporaryFolder();
        LossPlot.Save(folder.Path, [new(Side.Scratch, [1, double.PositiveInfinity, double.NaN], []), new(Side.Keras, [double.NaN, double.NaN, double.NaN], [])]);
        IsPng(folder.File("loss.png"));
    }

    [TestMethod]
    [DataRow("moons", "label 1")]
    [DataRow("blobs", "label 2")]
    public void Boundaries_of_classes_are_drawn_for_both_sides_with_the_columns_and_the_classes_names(string table, string class_name)
    {
        using var folder = new TemporaryFolder();
        PreparedData<double> data = Data(table, TargetKind.Classes);
        BoundaryPlot.Save(folder.Path, data, new Dictionary<Side, Func<double[,], double[,]>> { [Side.Keras] = Slopes(data), [Side.Scratch] = Slopes(data) });

        string text = Words(folder.File("boundaries.svg"));
        foreach (string word in new[] { "Scratch", Side.Keras.Title(), "x1", "x2", class_name })
            StringAssert.Contains(text, word);
        IsPng(folder.File("boundaries.png"));
    }

    [TestMethod]
    public void A_number_is_drawn_in_shades()
    {
        using var folder = new TemporaryFolder();
        PreparedData<double> data = Data("circles", TargetKind.Number);
        BoundaryPlot.Save(folder.Path, data, new Dictionary<Side, Func<double[,], double[,]>> { [Side.Scratch] = Slopes(data) });
        StringAssert.Contains(Words(folder.File("boundaries.svg")), "label 1");
    }

    [TestMethod]
    public void Boundaries_are_drawn_for_two_inputs_that_are_numbers_alone()
    {
        PreparedColumn number = new NumberColumn("a", null, 0, 1), text = new TextColumn("b", ["x", "y"], null);
        Target target = new ClassTarget("c", ["0", "1"], AreTexts: false);
        Assert.IsTrue(BoundaryPlot.CanShow(Of(number, number)));
        Assert.IsFalse(BoundaryPlot.CanShow(Of(number)));
        Assert.IsFalse(BoundaryPlot.CanShow(Of(text)));
        Assert.IsFalse(BoundaryPlot.CanShow(Of(number, number, number)));
        Assert.IsFalse(BoundaryPlot.CanShow(Of(number, new NumberColumn("same everywhere", null, 3, 0))));

        Preparation Of(params PreparedColumn[] columns) => new(true, columns, target, MissingPolicy.Refuse, false);
    }

    [TestMethod]
    public void A_folder_that_is_not_there_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        Refusal.Of(() => LossPlot.Save(folder.File("nowhere"), [Scratch]), "loss.svg", "cannot be written");
    }

    private static PreparedData<double> Data(string name, TargetKind kind)
    {
        using Table table = Tables.Open(name);
        var selection = new Selection(table, new() { Target = "label", Standardize = true, TargetKind = kind });
        return Preparation.Fit(selection, selection.Rows).Apply<double>(table);
    }

    // A network's outputs: planes at several slopes, squeezed as the target needs.
    private static Func<double[,], double[,]> Slopes(PreparedData<double> data) => inputs =>
    {
        int units = data.Preparation.Target is ClassTarget { Classes.Count: > 2 and var classes } ? classes : 1;
        var outputs = new double[inputs.GetLength(0), units];
        for (int row = 0; row < outputs.GetLength(0); row++)
        {
            double[] sums = [.. Enumerable.Range(0, units).Select(unit => Math.Exp(2 * Math.Cos(2.1 * unit) * inputs[row, 0] + 2 * Math.Sin(2.1 * unit) * inputs[row, 1]))];
            for (int unit = 0; unit < units; unit++)
                outputs[row, unit] = sums[unit] / (units == 1 ? 1 + sums[0] : sums.Sum());
        }
        return outputs;
    };

    private static IEnumerable<double> Course(int epochs, double first) => Enumerable.Range(0, epochs).Select(epoch => first / (1 + 0.2 * epoch) + 0.1);

    private static string Words(string svg) => string.Join(" | ", XDocument.Load(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));

    private static void IsPng(string file) => CollectionAssert.AreEqual(PngStart, File.ReadAllBytes(file)[..PngStart.Length]);
}
