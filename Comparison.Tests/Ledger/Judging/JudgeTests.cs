using CsCheck;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Judging;

[TestClass]
public sealed class JudgeTests
{
    [TestMethod]
    public void An_honest_training_never_leaves_its_budget() => HonestTrainingsStayWithinTheirBudgets(5_000);

    [TestMethod]
    [TestCategory("Long")]
    public void A_hundred_thousand_honest_trainings_never_leave_their_budgets() => HonestTrainingsStayWithinTheirBudgets(100_000);

    private static void HonestTrainingsStayWithinTheirBudgets(int trainings)
    {
        HonestTraining.Any.Sample(
            trace =>
            {
                QuantityJudgement? bad = Judge.Quantities(trace).FirstOrDefault(judged => judged.Verdict is Verdict.Suspicious or Verdict.Unexplained);
                Assert.IsNull(bad, $"{bad?.Finding}");
            },
            iter: trainings, threads: 1);
    }

    [TestMethod]
    public void A_number_moved_by_more_than_two_budgets_is_always_found_and_is_the_first()
    {
        Gen.Select(Gen.OneOf(HonestTraining.Any, HonestNetwork.Any.Select(training => training.Trace)), Gen.Int[0, int.MaxValue - 1]).Sample(
            (trace, choice) =>
            {
                List<QuantityJudgement> clean = [.. Judge.Quantities(trace)];
                if (clean.Any(judged => judged.Verdict == Verdict.CannotJudge))
                    return;
                QuantityJudgement chosen = clean[choice % clean.Count];
                NumberArray array = trace.Read(chosen.Quantity, chosen.Step)!;
                int position = choice % array.Values.Length;
                double value = array.Values[position], distance = 2.01 * LargestBudget(trace, chosen, position), target = value + distance;
                while (target == value || target - value < distance)
                    target = Math.BitIncrement(target);
                Trace moved = Moved(trace, chosen, position, target);

                QuantityJudgement? found = Judge.Quantities(moved).FirstOrDefault(judged => judged.Verdict == Verdict.Unexplained);

                Assert.IsNotNull(found, $"{chosen.Quantity} of step {chosen.Step} was moved and not found");
                Assert.AreEqual((chosen.Quantity, chosen.Step), (found.Quantity, found.Step));
            },
            iter: 10_000, threads: 1);
    }

    [TestMethod]
    public void Two_honest_sides_agree_and_a_side_agrees_identically_with_itself()
    {
        Trace one = HonestTraining.Train(FloatFormat.Float32, 9, 4, 5, 3, 1, 1, new(1, Fused: false, FromLogits: false, FlushesDenormals: false));
        Trace other = HonestTraining.Train(FloatFormat.Float32, 9, 4, 5, 3, 1, 1, new(1, Fused: true, FromLogits: true, FlushesDenormals: false));

        Assert.AreEqual(Verdict.Identical, Judge.Compare(one, one).Verdict);
        Assert.AreEqual(Verdict.Rounding, Judge.Compare(one, other).Verdict);
    }

    [TestMethod]
    public void Two_sides_that_are_wrong_in_the_same_way_do_not_agree()
    {
        Trace honest = Honest(new(3, false, false, false));
        QuantityJudgement loss = Judge.Quantities(honest).First(judged => judged.Quantity == "loss");
        Trace wrong = Moved(honest, loss, 0, honest.Read("loss", 1)!.Values[0] * 2);

        Judgement judgement = Judge.Compare(wrong, wrong);

        Assert.AreEqual(Verdict.Unexplained, judgement.Verdict);
        Assert.AreEqual("loss", judgement.First!.Quantity);
    }

    [TestMethod]
    public void A_root_that_differs_by_one_bit_is_the_first_cause()
    {
        Trace one = Honest(new(5, false, false, false));
        double[] start = [.. one.Start["hidden_bias"].Values];
        start[0] = Math.BitIncrement(start[0]);
        Trace other = one with { Start = new Dictionary<string, NumberArray>(one.Start) { ["hidden_bias"] = one.Start["hidden_bias"] with { Values = start } } };

        Judgement judgement = Judge.Compare(one, other);

        Assert.AreEqual(Verdict.Unexplained, judgement.Verdict);
        Assert.AreEqual("start/hidden_bias", judgement.First!.Quantity);
        CollectionAssert.AreEqual(new[] { 0 }, judgement.First.Index);
    }

    [TestMethod]
    public void Rows_in_another_order_are_a_root_that_differs()
    {
        Trace one = Honest(new(7, false, false, false));
        TraceStep first = one.Steps[0];
        Trace other = one with { Steps = [first with { Rows = [.. first.Rows.Reverse().Select(row => (row + 1) % one.Inputs.Rows)] }, .. one.Steps.Skip(1)] };

        Assert.AreEqual("rows of step 1", Judge.Compare(one, other).First!.Quantity);
    }

    [TestMethod]
    public void NaN_on_both_sides_alike_is_no_agreement()
    {
        Trace saturated = Saturated(double.NaN);

        Judgement judgement = Judge.Compare(saturated, saturated);

        Assert.AreEqual(Verdict.CannotJudge, judgement.Verdict);
        StringAssert.Contains(judgement.Reason, "saturated");
        Assert.AreEqual("loss", judgement.First!.Quantity);
    }

    [TestMethod]
    public void NaN_where_the_formula_has_a_value_is_unexplained()
    {
        Trace honest = Honest(new(9, false, false, false));
        QuantityJudgement output = Judge.Quantities(honest).First(judged => judged.Quantity == "output");

        Trace wrong = Moved(honest, output, 0, double.NaN);

        Assert.AreEqual(("output", Verdict.Unexplained), First(wrong));
    }

    [TestMethod]
    public void A_quantity_that_is_missing_or_does_not_belong_is_unexplained()
    {
        Trace honest = Honest(new(11, false, false, false));
        Trace missing = Changed(honest, quantities => quantities.Remove("dL_dz_out"));
        Trace extra = Changed(honest, quantities => quantities["dL_dsomething"] = new([], [1]));
        Trace misshapen = Changed(honest, quantities => quantities["output"] = new([1, 1, 1], [0.5]));
        Trace empty = honest with { Steps = [] };

        Assert.AreEqual(("dL_dz_out", Verdict.Unexplained), First(missing));
        Assert.AreEqual(("dL_dsomething", Verdict.Unexplained), First(extra));
        Assert.AreEqual(("output", Verdict.Unexplained), First(misshapen));
        Assert.AreEqual(Verdict.Unexplained, Judge.Compare(empty, empty).Verdict);
    }

    [TestMethod]
    public void A_misshapen_quantity_is_named_and_nothing_is_computed_from_it()
    {
        Trace honest = Honest(new(17, false, false, false));
        foreach (string name in honest.Network.Quantities.Select(quantity => quantity.Name))
            foreach (int[] shape in new int[][] { [0], [7], [5, 5], [] })
            {
                Trace wrong = Changed(honest, quantities => quantities[name] = new(shape, new double[NumberArray.Count(shape)]));
                if (honest.Steps[0].Recorded[name].Shape.SequenceEqual(shape))
                    continue;

                QuantityJudgement first = Judge.Quantities(wrong).First(judged => judged.Verdict == Verdict.Unexplained);

                Assert.AreEqual(name, first.Quantity);
                StringAssert.Contains(first.Finding!.Explanation, "it has shape");
            }
    }

    [TestMethod]
    public void Float32_numbers_are_suspicious_or_worse_where_products_were_rounded_to_bfloat16()
    {
        Trace honest = HonestTraining.Train(FloatFormat.Float32, 40, 8, 4, 4, 1, 1, new(13, false, true, false));
        NumberArray inputs = honest.Inputs.TakeRows(honest.Steps[0].Rows), weights = honest.Start["hidden_weights"], bias = honest.Start["hidden_bias"];
        var narrow = new double[4 * 8];
        for (int r = 0; r < 4; r++)
            for (int j = 0; j < 8; j++)
                narrow[r * 8 + j] = (float)(bias.Values[j] + Enumerable.Range(0, 40).Sum(i => BFloat16(inputs.Values[r * 40 + i]) * BFloat16(weights.Values[i * 8 + j])));
        Trace wrong = Changed(honest, quantities => quantities["hidden_layer_input"] = new([4, 8], narrow));

        Verdict verdict = Judge.Quantities(wrong).First(judged => judged.Quantity == "hidden_layer_input").Verdict;

        Assert.IsTrue(verdict is Verdict.Suspicious or Verdict.Unexplained, $"{verdict}");

        static double BFloat16(double value) => BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits((float)value) + 0x8000) & unchecked((int)0xFFFF0000));
    }

    private static Trace Honest(Honesty honesty) => HonestTraining.Train(FloatFormat.Float32, 3, 4, 5, 3, 2, 1, honesty);

    private static (string, Verdict) First(Trace trace)
    {
        QuantityJudgement first = Judge.Quantities(trace).First(judged => judged.Finding is not null);
        return (first.Quantity, first.Verdict);
    }

    // The document's loss where the output is 1 and so is the label: 0 · log(0).
    private static Trace Saturated(double loss)
    {
        Trace honest = Honest(new(15, false, false, false));
        int rows = honest.Steps[0].Rows.Count;
        double[] certain = [.. Enumerable.Repeat(1.0, rows)];
        Trace one_step = honest with { Steps = [honest.Steps[0]], Labels = honest.Labels with { Values = [.. honest.Labels.Values.Select(_ => 1.0)] } };
        return Changed(one_step, quantities =>
        {
            foreach (string name in quantities.Keys.ToList())
                if (name != "hidden_layer_input" && name != "hidden_layer_output" && honest.Network.Parameters.All(parameter => parameter.Name != name))
                    quantities.Remove(name);
            quantities["output_layer_input"] = new([rows, 1], [.. certain.Select(_ => 90.0)]);
            quantities["output"] = new([rows, 1], certain);
            quantities["loss"] = new([], [loss]);
        }) with
        {
            NotComputed = honest.Network.Quantities.ToDictionary(quantity => quantity.Name, _ => "not part of this case"),
            Start = new Dictionary<string, NumberArray>(honest.Start)
            {
                ["output_weights"] = honest.Start["output_weights"] with { Values = [.. honest.Start["output_weights"].Values.Select(_ => 0.0)] },
                ["output_bias"] = new([1], [90]),
            },
        };
    }

    private static Trace Changed(Trace trace, Action<Dictionary<string, NumberArray>> change)
    {
        var quantities = new Dictionary<string, NumberArray>(trace.Steps[0].Recorded);
        change(quantities);
        return trace with { Steps = [trace.Steps[0] with { Recorded = quantities }, .. trace.Steps.Skip(1)] };
    }

    private static Trace Moved(Trace trace, QuantityJudgement chosen, int position, double value)
    {
        TraceStep step = trace.Steps[chosen.Step - 1];
        NumberArray array = step.Recorded[chosen.Quantity];
        double[] values = [.. array.Values];
        values[position] = value;
        var quantities = new Dictionary<string, NumberArray>(step.Recorded) { [chosen.Quantity] = array with { Values = values } };
        TraceStep[] steps = [.. trace.Steps];
        steps[chosen.Step - 1] = step with { Recorded = quantities };
        return trace with { Steps = steps };
    }

    // The widest of the budgets of the quantity's forms, and the distance between them.
    private static double LargestBudget(Trace trace, QuantityJudgement chosen, int position)
    {
        var rounding = new Rounding(trace.Format);
        var evaluation = new Evaluation((name, step) =>
            trace.Read(name, step) is { } array ? Estimates.Recorded(rounding, array.Rows, array.Columns, array.Values) : null);
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (var form in trace.Formulas[chosen.Quantity].Forms)
        {
            if (evaluation.Of(form, chosen.Step) is not { } estimates)
                continue;
            Bounded estimate = estimates.Values[position];
            if (!double.IsFinite(estimate.Value.High) || !double.IsFinite(estimate.Hard))
                continue;
            least = Math.Min(least, estimate.Value.High - estimate.Hard);
            most = Math.Max(most, estimate.Value.High + estimate.Hard);
        }
        return (most - least) / 2;
    }
}
