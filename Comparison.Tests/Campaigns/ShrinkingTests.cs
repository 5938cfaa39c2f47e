using Comparison.Campaigns;
using Comparison.Problems;
using CsCheck;

namespace Comparison.Tests.Campaigns;

[TestClass]
public sealed class ShrinkingTests
{
    [TestMethod]
    public void It_ends_where_each_count_is_the_least_that_is_needed()
    {
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3]).Sample(
            (number, inputs, hidden, rows) =>
            {
                Problem problem = RandomProblem.Of(1, number), smallest = Shrinking.Smallest(problem, Shows);

                if (!Shows(problem))
                    return;
                Assert.AreEqual((inputs, hidden, rows, 1, 1),
                    (smallest.Inputs.Columns, smallest.Hidden, smallest.Rows, smallest.Epochs, smallest.BatchSize));

                bool Shows(Problem candidate) => candidate.Inputs.Columns >= inputs && candidate.Hidden >= hidden && candidate.Rows >= rows;
            },
            iter: 100, threads: 1);
    }

    [TestMethod]
    public void Numbers_end_as_round_as_they_may_be()
    {
        Problem problem = ProblemSource.Document(new());

        Problem smallest = Shrinking.Smallest(problem, candidate => candidate.Inputs.Values.Max() is > 0.65 and < 0.75 && candidate.Start["output_bias"].Values[0] != 0);

        CollectionAssert.AreEqual(new[] { 0.7f }, Array.ConvertAll(smallest.Inputs.Values, value => (float)value));
        CollectionAssert.AreEqual(new double[] { 1 }, smallest.Start["output_bias"].Values);
        CollectionAssert.AreEqual(new double[] { 1 }, smallest.Start["hidden_weights"].Values);
        Assert.AreEqual(1, smallest.LearningRate.Used);
    }

    [TestMethod]
    public void What_cannot_be_smaller_stays()
    {
        Problem problem = RandomProblem.Of(1, 1);

        Assert.AreSame(problem, Shrinking.Smallest(problem, _ => false));
    }
}
