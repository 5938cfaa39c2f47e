using CsCheck;
using DataSets;

namespace Comparison.Tests.DataSets;

/// <summary>Tables made from a seed.</summary>
[TestClass]
public sealed class MadeTablesTests
{
    [TestMethod]
    public void Xor_without_noise_is_its_four_rows()
    {
        using Table table = Tables.Open("xor", new() { MadeRows = 5, MadeNoise = 0 });

        CollectionAssert.AreEqual(new[] { "0 | 0 | 0", "1 | 0 | 1", "0 | 1 | 1", "1 | 1 | 0", "0 | 0 | 0" }, Enumerable.Range(0, 5).Select(table.Row).ToArray());
    }

    [TestMethod]
    [DataRow("moons")]
    [DataRow("circles")]
    [DataRow("spirals")]
    [DataRow("blobs")]
    public void Points_without_noise_lie_on_their_shapes(string name)
    {
        using Table table = MadeTables.Make(name, 300, 0, seed: 3);
        var cells = new double[3];
        for (int row = 0; row < table.Rows; row++)
        {
            table.Read(row, cells);
            var (x, y, label) = (cells[0], cells[1], cells[2]);
            double radius = Math.Sqrt(x * x + y * y), angle = Math.Atan2(y, x);
            // Some roundings of numbers of size 2, and of an angle of up to 4π.
            double bound = 64 * Math.Pow(2, -53);
            switch (name)
            {
                case "moons":
                    double of_moon = label == 0 ? radius : Math.Sqrt((1 - x) * (1 - x) + (0.5 - y) * (0.5 - y));
                    Assert.AreEqual(1, of_moon, bound);
                    Assert.IsGreaterThanOrEqualTo(-bound, label == 0 ? y : 0.5 - y);
                    break;
                case "circles":
                    Assert.AreEqual(label == 0 ? 1 : 0.5, radius, bound);
                    break;
                case "spirals":
                    double turns = (3 * radius + label) / 2 - angle / (2 * Math.PI);
                    Assert.AreEqual(Math.Round(turns), turns, bound);
                    break;
                default:
                    Assert.AreEqual(1, radius, bound);
                    Assert.AreEqual(label, Math.Round(3 * angle / (2 * Math.PI) + 3) % 3);
                    break;
            }
        }
    }

    [TestMethod]
    public void Classes_take_turns_and_a_seed_gives_one_table() => Gen.Select(Gen.OneOf(MadeTables.Names.ToArray()), Gen.Int[1, 60], Gen.ULong).Sample((name, rows, seed) =>
    {
        using Table table = MadeTables.Make(name, rows, 0.1, seed), same = MadeTables.Make(name, rows, 0.1, seed), other = MadeTables.Make(name, rows, 0.1, seed ^ 1);

        CollectionAssert.AreEqual(table.Cells(), same.Cells());
        CollectionAssert.AreNotEqual(table.Cells(), other.Cells());
        double[] labels = [.. table.Cells().Where((_, place) => place % 3 == 2)];
        int classes = name == "blobs" ? 3 : 2;
        foreach (var group in labels.GroupBy(label => label))
            Assert.IsLessThanOrEqualTo(2, Math.Abs(group.Count() - rows / classes));
    }, iter: 200);

    [TestMethod]
    public void Noise_has_the_deviation_that_is_asked_for()
    {
        const int rows = 20_000;
        double[] Numbers(double noise)
        {
            using Table table = MadeTables.Make("circles", rows, noise, seed: 5);
            return [.. table.Cells().Where((_, place) => place % 3 < 2)];
        }
        double[] noise = [.. Numbers(0.3).Zip(Numbers(0), (with, without) => with - without)];

        // Of n normal numbers: the mean deviates by 1/√n of a deviation, the variance by √(2/n) of itself.
        Assert.AreEqual(0, noise.Average(), 4 * 0.3 / Math.Sqrt(noise.Length));
        Assert.AreEqual(0.09, noise.Average(number => number * number), 4 * 0.09 * Math.Sqrt(2.0 / noise.Length));
    }

    [TestMethod]
    public void What_cannot_be_made_is_refused()
    {
        Refusal.Of(() => MadeTables.Make("cubes", 10, 0, 1), "\"cubes\"", "moons");
        Refusal.Of(() => MadeTables.Make("xor", 0, 0, 1), "at least 1 row");
        Refusal.Of(() => MadeTables.Make("xor", 1, -1, 1), "noise is -1");
        Refusal.Of(() => MadeTables.Make("xor", 1, double.NaN, 1), "noise is NaN");
    }
}
