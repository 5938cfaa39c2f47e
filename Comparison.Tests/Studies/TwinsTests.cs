using Comparison.Problems;
using Comparison.Sides;
using Comparison.Studies;
using CsCheck;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Tests.Studies;

[TestClass]
public sealed class TwinsTests
{
    [TestMethod]
    [NeedsKerasLoss]
    [DataRow("float32", 0.0)]
    [DataRow("float32", 1.0)]
    [DataRow("float64", 1.0)]
    public void After_a_thousand_epochs_the_gap_between_honest_sides_is_like_that_of_twins(string dtype, double label)
    {
        Problem problem = ProblemSource.Document(new(ProblemSource.Dtype(dtype), label, Epochs: 1000));
        NeedsFloat64Attribute.Check(problem.Format);

        TwinsResult twins = Twins.Of(problem, ScratchSide.Train(problem), KerasSide.Train(problem))!;

        Assert.IsTrue(twins.AreLikeTwins, twins.Sentence);
        Assert.AreEqual(1000, twins.Steps);
        Assert.IsTrue(twins.Gaps.Any(gap => gap.OfTwins > 0));
        StringAssert.StartsWith(twins.Sentence, "The gap is like that of twins");
    }

    [TestMethod]
    public void A_learning_rate_wrong_by_a_millionth_is_not_like_twins()
    {
        Problem problem = ProblemSource.Document(new(FloatFormat.Float64, Epochs: 1000));
        SideRun right = ScratchSide.Train(problem);
        SideRun wrong = ScratchSide.Train(problem with { LearningRate = new(0.01, 0.01 * (1 + 1e-6)) });

        TwinsResult twins = Twins.Of(problem, right, wrong)!;

        Assert.IsFalse(twins.AreLikeTwins, twins.Sentence);
        StringAssert.StartsWith(twins.Sentence, "The gap is not like that of twins, so rounding alone does not explain it: after 1000 steps the sides' ");
    }

    [TestMethod]
    public void A_side_moved_beyond_the_bound_in_one_weight_is_not_like_twins_and_within_it_is()
    {
        Problem problem = ProblemSource.Document(new(FloatFormat.Float64, Epochs: Twins.LeastSteps));
        SideRun scratch = ScratchSide.Train(problem);
        TwinsResult itself = Twins.Of(problem, scratch, scratch)!;

        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 11], Gen.Double[0.01, 0.9]).Sample(
            (array, position, share) =>
            {
                TwinsGap gap = itself.Gaps[array];

                Assert.IsTrue(Twins.Of(problem, scratch, Moved(scratch, gap.Name, position, share * gap.Bound))!.AreLikeTwins);
                Assert.IsFalse(Twins.Of(problem, scratch, Moved(scratch, gap.Name, position, gap.Bound / share))!.AreLikeTwins);
            },
            iter: 50, threads: 1);
    }

    [TestMethod]
    public void A_short_training_or_one_that_ends_in_NaN_says_nothing()
    {
        Problem shortly = ProblemSource.Document(new(Epochs: Twins.LeastSteps - 1)), saturated = ProblemSource.Document(new(Epochs: Twins.LeastSteps));
        saturated = saturated with { Start = new Dictionary<string, NumberArray>(saturated.Start) { ["output_bias"] = new([1], [200]) } };

        Assert.IsNull(Twins.Of(shortly, ScratchSide.Train(shortly), ScratchSide.Train(shortly)));
        Assert.IsNull(Twins.Of(saturated, ScratchSide.Train(saturated), ScratchSide.Train(saturated)));
    }

    // The last step's parameter, moved by a distance at one element.
    private static SideRun Moved(SideRun run, string parameter, int position, double distance)
    {
        TraceStep last = run.Trace.Steps[^1];
        double[] values = [.. last.Recorded[parameter].Values];
        values[position % values.Length] += distance;
        var recorded = new Dictionary<string, NumberArray>(last.Recorded) { [parameter] = last.Recorded[parameter] with { Values = values } };
        return run with { Trace = run.Trace with { Steps = [.. run.Trace.Steps.SkipLast(1), last with { Recorded = recorded }] } };
    }
}
