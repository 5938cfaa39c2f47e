using Comparison.Campaigns;
using Comparison.Problems;
using Comparison.Sides;
using Comparison.Studies;
using Comparison.Tests.Problems;
using CsCheck;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.Studies;

[TestClass]
public sealed class GradientCheckTests
{
    private static readonly string[] Parameters = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];

    // Random networks of a campaign, hard ones among them, that are small enough to check whole.
    private static readonly Gen<Trace> Small =
        from seed in Gen.Int[0, 100]
        from number in Gen.Int[1, 1000]
        let problem = RandomProblem.Of(seed, number)
        where problem.Inputs.Columns * problem.Hidden <= 30 && problem.Steps <= 12
        select ScratchSide.Train(problem).Trace;

    [TestMethod]
    [DataRow("float32")]
    [DataRow("float64")]
    public void Every_gradient_of_the_document_agrees_to_a_few_roundings_of_its_dtype(string dtype)
    {
        Problem problem = ProblemSource.Document(new(ProblemSource.Dtype(dtype)));

        IReadOnlyList<CheckedArray> arrays = GradientCheck.Of(ScratchSide.Train(problem).Trace);

        CollectionAssert.AreEqual(Parameters, arrays.Select(array => array.Parameter).ToArray());
        CollectionAssert.AreEqual(new long[] { 60, 20, 20, 5 }, arrays.Select(array => array.Size).ToArray());
        foreach (CheckedArray array in arrays)
        {
            Assert.AreEqual(array.Size, array.Judged);
            Assert.AreEqual(Verdict.Rounding, array.Verdict);
            // The sharpness of the check: next to the gradient's own honest rounding, the difference's error is nothing.
            Assert.IsTrue(array.Elements.All(element => element.Bound < 64 * problem.Format.UnitRoundoff * Math.Abs(element.Gradient)), array.Parameter);
        }
    }

    [TestMethod]
    public void An_honest_gradient_never_differs()
    {
        Small.Sample(
            trace =>
            {
                CheckedElement? wrong = GradientCheck.Of(trace).SelectMany(array => array.Elements).FirstOrDefault(element => element.Verdict == ElementVerdict.Differs);
                Assert.IsNull(wrong, $"{wrong}");
            },
            iter: 300, threads: 1);
    }

    [TestMethod]
    public void A_gradient_moved_by_more_than_twice_its_bound_differs()
    {
        Gen.Select(Small, Gen.Int[0, 1_000_000]).Sample(
            (trace, choice) =>
            {
                (string Parameter, CheckedElement Element)[] judged =
                    [.. GradientCheck.Of(trace).SelectMany(array => array.Elements.Where(element => element.Verdict == ElementVerdict.Agrees).Select(element => (array.Parameter, element)))];
                if (judged.Length == 0)
                    return;
                var (parameter, element) = judged[choice % judged.Length];
                double wrong = element.Gradient + Math.Max(2.01 * element.Bound, 4 * Math.BitIncrement(Math.Abs(element.Gradient)) - 4 * Math.Abs(element.Gradient));

                CheckedArray found = GradientCheck.Of(With(trace, parameter, element, wrong)).Single(array => array.Parameter == parameter);

                CheckedElement differs = found.Elements.Single(other => other.Verdict == ElementVerdict.Differs);
                Assert.AreEqual(element.Step, differs.Step);
                CollectionAssert.AreEqual(element.Index, differs.Index);
                Assert.AreEqual(Verdict.Unexplained, found.Verdict);
            },
            iter: 100, threads: 1);
    }

    [TestMethod]
    public void A_difference_that_crosses_a_kink_is_told_apart_and_its_element_named()
    {
        // The second neuron's pre-activation is exactly 0: 1·1 - 1.
        Trace trace = ScratchSide.Train(Of(hidden_weights: [1, 1], hidden_bias: [1, -1])).Trace;

        IReadOnlyList<CheckedArray> arrays = GradientCheck.Of(trace);

        CollectionAssert.AreEqual(new[] { 0, 1 }, arrays[0].AtKinks.Single().Index);
        CollectionAssert.AreEqual(new[] { 1 }, arrays[1].AtKinks.Single().Index);
        Assert.IsTrue(arrays.All(array => array.Verdict == Verdict.Rounding));
        Assert.AreEqual(1, arrays[0].Judged);
    }

    [TestMethod]
    public void An_array_that_lies_at_kinks_whole_cannot_be_judged_nor_can_a_saturated_network()
    {
        IReadOnlyList<CheckedArray> at_kinks = GradientCheck.Of(ScratchSide.Train(Of(hidden_weights: [0, 0], hidden_bias: [0, 0])).Trace);
        IReadOnlyList<CheckedArray> saturated = GradientCheck.Of(ScratchSide.Train(Of(hidden_weights: [90, 90], hidden_bias: [1, 1])).Trace);

        Assert.AreEqual(Verdict.CannotJudge, at_kinks[0].Verdict);
        Assert.AreEqual(Verdict.Rounding, at_kinks[2].Verdict);
        Assert.AreEqual(Verdict.CannotJudge, GradientCheck.Worst(saturated));
        Assert.IsTrue(saturated.SelectMany(array => array.Elements).Any(element => element.Verdict == ElementVerdict.Saturated));
    }

    [TestMethod]
    public void NaN_in_a_network_that_does_not_saturate_differs()
    {
        Trace trace = ScratchSide.Train(ProblemSource.Document(new(Epochs: 1))).Trace;
        CheckedArray output_bias = GradientCheck.Of(trace)[3];

        Assert.AreEqual(Verdict.Unexplained, GradientCheck.Of(With(trace, "output_bias", output_bias.Elements[0], double.NaN))[3].Verdict);
    }

    [TestMethod]
    public void Of_a_large_training_elements_of_every_array_are_checked_evenly_spread()
    {
        Problem problem = Of([.. Enumerable.Range(0, 400).Select(i => 1.0 / (i + 1))], [.. Enumerable.Range(0, 400).Select(_ => 0.001)]) with { Epochs = 60 };

        IReadOnlyList<CheckedArray> arrays = GradientCheck.Of(ScratchSide.Train(problem).Trace);

        foreach (CheckedArray array in arrays)
        {
            Assert.AreEqual(Verdict.Rounding, array.Verdict);
            Assert.IsNotEmpty(array.Elements);
        }
        Assert.AreEqual(24_000, arrays[0].Size);
        Assert.IsTrue(arrays[0].Elements.Count < 24_000);
        Assert.IsTrue(arrays[0].Elements[^1].Step > 55);
    }

    [TestMethod]
    public void The_gradients_of_random_dense_networks_agree_and_one_that_is_moved_differs()
    {
        int differ = 0;
        for (int seed = 1; seed <= 40; seed++)
        {
            Problem problem = RandomDenseProblem.Of(seed) with { IsStable = false, Epochs = 1 };
            Trace trace = ScratchSide.Train(problem).Trace;
            IReadOnlyList<CheckedArray> arrays = GradientCheck.Of(trace);
            foreach (CheckedArray array in arrays)
                Assert.AreNotEqual(Verdict.Unexplained, array.Verdict, $"{seed}, {problem.Network}: {array.Parameter}");

            CheckedArray first = arrays[0];
            if (first.Elements.FirstOrDefault(element => element.Verdict == ElementVerdict.Agrees) is not { } element)
                continue;
            differ++;
            double moved = element.Gradient + 3 * element.Bound + trace.Format.UnitRoundoff * Math.Abs(element.Gradient) * 4;
            Assert.AreEqual(Verdict.Unexplained, GradientCheck.Of(With(trace, first.Parameter, element, moved))[0].Verdict, $"{seed}, {problem.Network}");
        }
        Assert.IsGreaterThan(30, differ);
    }

    private static Problem Of(double[] hidden_weights, double[] hidden_bias) => new()
    {
        Format = FloatFormat.Float32,
        Inputs = new([1, 1], [1]),
        Labels = new([1, 1], [1]),
        Start = new Dictionary<string, NumberArray>
        {
            ["hidden_weights"] = new([1, hidden_weights.Length], Array.ConvertAll(hidden_weights, weight => (double)(float)weight)),
            ["hidden_bias"] = new([hidden_bias.Length], hidden_bias),
            ["output_weights"] = new([hidden_bias.Length, 1], [.. hidden_bias.Select(_ => 0.5)]),
            ["output_bias"] = new([1], [0.5]),
        },
        LearningRate = LearningRate.For(0.125, FloatFormat.Float32),
        BatchSize = 1,
        Epochs = 1,
    };

    private static Trace With(Trace trace, string parameter, CheckedElement element, double gradient)
    {
        TraceStep step = trace.Steps[element.Step - 1];
        NumberArray array = step.Recorded[$"dL_d{parameter}"];
        double[] values = [.. array.Values];
        values[Array.FindIndex([.. Enumerable.Range(0, values.Length)], position => array.IndexOf(position).SequenceEqual(element.Index))] = gradient;
        var recorded = new Dictionary<string, NumberArray>(step.Recorded) { [$"dL_d{parameter}"] = array with { Values = values } };
        return trace with { Steps = [.. trace.Steps.Select(other => ReferenceEquals(other, step) ? step with { Recorded = recorded } : other)] };
    }
}
