using Comparison.Campaigns;
using Comparison.Problems;
using Comparison.Tests.Problems;
using KerasVersion;
using Ledger.Arithmetic;

namespace Comparison.Tests.Campaigns;

[TestClass]
public sealed class RandomProblemTests
{
    private static readonly Problem[] Many = [.. Enumerable.Range(1, 1000).Select(number => RandomProblem.Of(1, number))];

    [TestMethod]
    public void The_same_seed_and_number_give_the_same_network_and_others_another()
    {
        for (int number = 1; number <= 20; number++)
            SameProblem.Check(Many[number - 1], RandomProblem.Of(1, number));
        Assert.HasCount(Many.Length, Many.Select(ProblemFile.Text).Distinct().ToList());
        Assert.AreNotEqual(Many[0].LearningRate, RandomProblem.Of(2, 1).LearningRate);
    }

    [TestMethod]
    public void Hard_networks_are_among_them()
    {
        Has("one input", problem => problem.Inputs.Columns == 1);
        Has("one hidden neuron", problem => problem.Hidden == 1);
        Has("one row at a time of several", problem => problem is { BatchSize: 1, Rows: > 1 });
        Has("a last batch that is smaller", problem => problem.Rows % problem.BatchSize != 0 && problem.BatchSize < problem.Rows);
        Has("a batch larger than all rows", problem => problem.BatchSize > problem.Rows);
        Has("denormal numbers", problem => problem.Inputs.Values.Any(x => x != 0 && Math.Abs(x) < problem.Format.LeastNormal));
        Has("huge numbers", problem => problem.Inputs.Values.Any(x => Math.Abs(x) > 1e6));
        Has("numbers that are exactly 0", problem => problem.Start["hidden_weights"].Values.Contains(0));
        Has("labels between 0 and 1", problem => problem.Labels.Values.Any(y => y is > 0 and < 1));
        Has("a rate that a float cannot carry", problem => problem.LearningRate.IsAltered(problem.Format) == Engine.Current.HasFloat64);
        Has("float32", problem => problem.Format == FloatFormat.Float32);
        Assert.AreEqual(Engine.Current.HasFloat64, Many.Any(problem => problem.Format == FloatFormat.Float64));

        static void Has(string what, Predicate<Problem> condition) => Assert.IsTrue(Array.Exists(Many, condition), what);
    }

    [TestMethod]
    public void Every_number_is_one_of_its_format_and_every_label_lies_in_0_to_1()
    {
        foreach (Problem problem in Many)
        {
            Assert.IsTrue(problem.Start.Values.Append(problem.Inputs).Append(problem.Labels)
                .All(array => array.Values.All(value => double.IsFinite(value) && problem.Format.Holds(value))));
            Assert.IsTrue(problem.Labels.Values.All(label => label is >= 0 and <= 1));
            Assert.IsTrue(problem.LearningRate.Requested > 0);
        }
    }
}
