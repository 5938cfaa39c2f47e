using System.Globalization;
using CsCheck;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>Row orders, and the random numbers and start weights that come from a seed.</summary>
[TestClass]
public sealed class RowOrderTests
{
    // All of it in another language: the script in the documentation, and what is asked of it.
    private static readonly string python = File.ReadAllText(Path.Combine(Recordings.Root, "docs", "random_numbers.py")) +
        """


        for seed, epoch, rows in (0, 0, 12), (7, 3, 12), (2**64 - 1, 0, 12):
            print(*row_order(seed, epoch, rows))
        print(*(repr(weight) for kernel in start_weights(5, (2, 3, 1)) for row in kernel for weight in row))
        """;

    // What it printed.
    private static readonly string[] printed =
    [
        "5 1 8 11 4 7 6 2 3 0 10 9",
        "5 10 8 0 1 3 4 9 2 11 7 6",
        "8 2 11 4 10 1 0 6 7 5 3 9",
        "0.33435786133547063 0.9144283251768477 0.17636347951214681 0.975072140431797 0.31703371709413514 0.33294742530349075 0.9590313743766574 -0.6392629383513599 1.0594276165861574",
    ];

    [TestMethod]
    public void The_lines_in_Python_print_what_was_recorded_from_them()
    {
        using var folder = new TemporaryFolder();
        if (PythonProgram.Run(folder.Path, python) is not { } output)
            Assert.Inconclusive("No python3 was found.");
        else
            CollectionAssert.AreEqual(printed, output.Trim().Split('\n').Select(line => line.Trim()).ToArray());
    }

    [TestMethod]
    [DataRow(0ul, 0, 0)]
    [DataRow(7ul, 3, 1)]
    [DataRow(ulong.MaxValue, 0, 2)]
    public void An_order_is_the_one_that_the_lines_in_Python_give(ulong seed, int epoch, int line) =>
        Assert.AreEqual(printed[line], string.Join(' ', Order(seed, epoch, 12)));

    [TestMethod]
    public void Start_weights_are_those_that_the_lines_in_Python_give()
    {
        IReadOnlyList<LayerParameters<double>> start = Start.Glorot<double>(2, [new(3, Activation.Tanh), new(1, Activation.Linear)], seed: 5);

        double[] weights = [.. start.SelectMany(layer => layer.Weights.Cast<double>())];
        // Both print the shortest decimal that reads back to the same number.
        Assert.AreEqual(printed[3], string.Join(' ', weights.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture))));
        Assert.IsTrue(start.All(layer => layer.Bias.All(number => number == 0)));
    }

    [TestMethod]
    public void An_order_is_always_a_permutation() => Gen.Select(Gen.ULong, Gen.Int[0, 10_000], Gen.Int[0, 300]).Sample(
        (seed, epoch, rows) => CollectionAssert.AreEqual(Enumerable.Range(0, rows).ToArray(), Order(seed, epoch, rows).Order().ToArray()));

    [TestMethod]
    public void Epochs_and_seeds_differ_in_their_orders()
    {
        string[] orders = [.. from seed in new ulong[] { 0, 1, 2, 1UL << 32, ulong.MaxValue } from epoch in Enumerable.Range(0, 200) select string.Join(' ', Order(seed, epoch, 30))];

        Assert.HasCount(orders.Length, orders.Distinct().ToArray());
    }

    [TestMethod]
    public void Every_order_of_five_rows_is_as_likely()
    {
        var counts = new Dictionary<string, int>();
        const int epochs = 24_000;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            string order = string.Join(' ', Order(20, epoch, 5));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        IsUniform([.. counts.Values], places: 120, epochs);
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(7)]
    [DataRow(100)]
    public void Every_number_below_a_bound_is_as_likely(int bound)
    {
        var random = new SeededRandom(3, 1);
        var counts = new int[bound];
        for (int i = 0; i < 1000 * bound; i++)
            counts[random.Below(bound)]++;

        IsUniform(counts, bound, 1000 * bound);
    }

    [TestMethod]
    public void Fractions_are_even_between_0_and_1_and_so_are_pairs_of_them()
    {
        var random = new SeededRandom(3, 0);
        int[] counts = new int[50], pairs = new int[100];
        double last = random.Fraction();
        for (int i = 0; i < 50_000; i++)
        {
            double fraction = random.Fraction();
            counts[(int)(fraction * counts.Length)]++;
            // Pairs that share no number.
            if (i % 2 == 0)
                pairs[(int)(last * 10) * 10 + (int)(fraction * 10)]++;
            last = fraction;
        }

        IsUniform(counts, counts.Length, 50_000);
        IsUniform(pairs, pairs.Length, 25_000);
    }

    [TestMethod]
    public void Start_weights_fill_their_range_and_do_not_hang_on_later_layers()
    {
        Layer[] layers = [new(60, Activation.Relu), new(40, Activation.Relu)];
        double limit = Math.Sqrt(6.0 / 110);

        double[] weights = [.. Start.Glorot<double>(50, layers, seed: 1)[0].Weights.Cast<double>()];

        Assert.IsTrue(weights.All(weight => Math.Abs(weight) < limit));
        var counts = new int[30];
        foreach (double weight in weights)
            counts[(int)((weight / limit + 1) / 2 * counts.Length)]++;
        IsUniform(counts, counts.Length, weights.Length);
        CollectionAssert.AreEqual(weights, Start.Glorot<double>(50, layers[..1], seed: 1)[0].Weights.Cast<double>().ToArray());
        CollectionAssert.AreEqual(weights.Select(weight => (float)weight).ToArray(), Start.Glorot<float>(50, layers, seed: 1)[0].Weights.Cast<float>().ToArray());
        CollectionAssert.AreNotEqual(weights, Start.Glorot<double>(50, layers, seed: 2)[0].Weights.Cast<double>().ToArray());
    }

    private static int[] Order(ulong seed, int epoch, int rows)
    {
        var order = new int[rows];
        RowOrder.Shuffle(seed, epoch, order);
        return order;
    }

    // Pearson's chi-square: its mean is one less than there are places, its variance twice that. Seeds are fixed, so that one far
    // from the mean is a fault and no bad luck; one that is far below would be too even for chance.
    private static void IsUniform(int[] counts, int places, int draws)
    {
        double expected = (double)draws / places;
        double chi_square = counts.Sum(count => (count - expected) * (count - expected) / expected) + (places - counts.Length) * expected;
        Assert.AreEqual(places - 1, chi_square, 4 * Math.Sqrt(2.0 * (places - 1)));
    }
}
