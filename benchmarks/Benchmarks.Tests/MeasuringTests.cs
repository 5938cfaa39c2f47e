using Benchmarks.Cases;
using Benchmarks.Measuring;

namespace Benchmarks.Tests;

[TestClass]
public sealed class MeasuringTests
{
    [TestMethod]
    public void A_spread_holds_the_median_and_the_quartiles_of_the_rounds_in_any_order() =>
        Assert.AreEqual(new Spread(2, 3, 4), Spread.Of([5, 1, 4, 2, 3]));

    [TestMethod]
    public void Between_two_rounds_a_spread_lies_on_a_line() =>
        Assert.AreEqual(new Spread(1.75, 2.5, 3.25), Spread.Of([4, 1, 3, 2]));

    [TestMethod]
    public void A_deep_case_counts_two_products_of_its_first_layer_and_three_of_each_other()
    {
        var @case = new TrainingCase([784, 512, 256, 10], 128);
        Assert.AreEqual(128L * (2 * 784 * 512 + 3 * 512 * 256 + 3 * 256 * 10), @case.MultiplyAdds);
    }

    [TestMethod]
    public void Equal_layers_in_a_row_are_counted_in_a_name() =>
        Assert.AreEqual("8-8-4x3-1, batch 2", $"{new TrainingCase([8, 8, 4, 4, 4, 1], 2)}");
}
