using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Explanations;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Explanations;

[TestClass]
public sealed class ExplanationTests
{
    private static readonly Trace Document = ScratchSide.Train(ProblemSource.Document(new(FloatFormat.Float64))).Trace;

    [TestMethod]
    [DataRow("hidden_layer_input", "0.2 · 0.1 + 0.1 · 0.4 + 0.7 · 0.1 + 0.1", "0.23")]
    [DataRow("hidden_layer_output", "max(0, 0.23)", "0.23")]
    [DataRow("output", "1 / (1 + exp(-0.579))", "0.6408")]
    [DataRow("loss", "-(1 · log(0.6408) + (1 - 1) · log(1 - 0.6408))", "0.445")]
    [DataRow("dL_doutput", "-(1 / 0.6408 - (1 - 1) / (1 - 0.6408)) / 1", "-1.5605")]
    [DataRow("doutput_dz_out", "1 / (1 + exp(-0.579)) · (1 - 1 / (1 + exp(-0.579)))", "0.2302")]
    [DataRow("dL_dz_out", "-1.5605 · 0.2302", "-0.3592")]
    [DataRow("dL_doutput_weights", "0.23 · (-0.3592)", "-0.08261")]
    [DataRow("dL_doutput_bias", "-0.3592", "-0.3592")]
    [DataRow("dL_dz_hidden", "-0.03592 · (0.23 > 0)", "-0.03592")]
    [DataRow("dL_dhidden_weights", "0.2 · (-0.03592)", "-0.007183")]
    [DataRow("output_bias", "0.1 - 0.01 · (-0.3592)", "0.1036")]
    public void The_formula_is_written_with_the_runs_own_numbers(string quantity, string substituted, string result)
    {
        ExplainedElement first = Explanation.Of(Document, Document.Network.Find(quantity)!, 1).Elements[0];

        Assert.AreEqual((substituted, result), (first.Substituted, first.Result));
    }

    [TestMethod]
    public void Every_quantity_of_every_step_is_explained_by_what_the_judge_holds_it_against()
    {
        foreach (QuantityJudgement judged in Judge.Quantities(Document))
        {
            Explanation explanation = Explanation.Of(Document, Document.Network.Find(judged.Quantity)!, judged.Step);

            Assert.AreEqual((judged.Verdict, judged.Form), (explanation.Verdict, explanation.Form));
            double[] recorded = Document.Read(judged.Quantity, judged.Step)!.Values;
            CollectionAssert.AreEqual(recorded, explanation.Elements.Select(element => element.Recorded!.Value).ToArray());
            Assert.IsTrue(explanation.Elements.All(element => element.DistanceOf(element.Recorded!.Value) <= element.Budget), judged.Quantity);
        }
    }

    [TestMethod]
    public void Parents_and_children_are_each_others()
    {
        for (int step = 1; step <= Document.Steps.Count; step++)
            foreach (Quantity quantity in Document.Network.Quantities)
                foreach (var (name, at) in Explanation.Of(Document, quantity, step).Parents)
                    if (at > 0 && Document.Network.Find(name) is { } parent)
                        CollectionAssert.Contains(Explanation.Of(Document, parent, at).Children.ToArray(), (quantity.Name, step));

        CollectionAssert.AreEqual(
            new[] { ("hidden_layer_input", 2), ("hidden_bias", 2) }, Explanation.Of(Document, Document.Network.Find("hidden_bias")!, 1).Children.ToArray());
        Assert.IsEmpty(Explanation.Of(Document, Document.Network.Find("hidden_bias")!, 5).Children);
    }

    [TestMethod]
    public void A_form_that_reads_what_the_side_does_not_record_says_what_it_lacks()
    {
        Trace fused = HonestTraining.Train(FloatFormat.Float64, 3, 4, 5, 2, 3, 1, new(1, Fused: false, FromLogits: true, FlushesDenormals: false));

        Explanation gradient = Explanation.Of(fused, Document.Network.Find("dL_dz_out")!, 1), missing = Explanation.Of(fused, Document.Network.Find("dL_doutput")!, 1);

        CollectionAssert.AreEqual(new[] { "dL_doutput", "doutput_dz_out" }, gradient.OtherForms[0].Missing.ToArray());
        Assert.IsNull(gradient.OtherForms[0].Verdict);
        Assert.AreEqual("fused", missing.NotComputed);
        Assert.IsNull(missing.Verdict);
        Assert.HasCount(2, missing.Elements);
        Assert.IsNull(missing.Elements[0].Recorded);
    }

    [TestMethod]
    public void A_wrong_number_is_shown_beside_what_its_formula_gives()
    {
        TraceStep step = Document.Steps[0];
        Trace wrong = Document with { Steps = [step with { Recorded = new Dictionary<string, NumberArray>(step.Recorded) { ["output"] = new([1, 1], [0.75]) } }] };

        Explanation explanation = Explanation.Of(wrong, Document.Network.Find("output")!, 1);

        Assert.AreEqual(Verdict.Unexplained, explanation.Verdict);
        Assert.AreEqual(0.75, explanation.Elements[0].Recorded);
        Assert.IsGreaterThan(explanation.Elements[0].Budget, explanation.Elements[0].DistanceOf(0.75));
    }
}
