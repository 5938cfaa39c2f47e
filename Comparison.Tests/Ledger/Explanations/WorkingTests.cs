using Comparison.Problems;
using Comparison.Sides;
using Comparison.Tests.Problems;
using Ledger.Arithmetic;
using Ledger.Explanations;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Explanations;

[TestClass]
public sealed class WorkingTests
{
    [TestMethod]
    public void Whoever_puts_the_numbers_into_the_wordings_writes_what_an_explanation_writes()
    {
        foreach (Trace trace in Trainings())
        {
            int last = trace.Steps.Count;
            foreach (Working working in Working.Of(trace, new[] { 1, last }.Distinct()))
            {
                IReadOnlyList<Wording> wordings = working.Wordings();
                IReadOnlyList<ExplainedElement> elements = Explanation.Of(trace, working.Quantity, working.Step).Elements;

                Assert.HasCount(working.Count, elements);
                for (int i = 0; i < elements.Count; i++)
                {
                    Wording wording = wordings.Count == 1 ? wordings[0] : wordings[i];
                    Assert.AreEqual(elements[i].Substituted, Filled(wording, trace, working, i), $"{trace.Network}, {working.Quantity.Name}[{i}]");
                    Assert.AreEqual(elements[i].Substituted, working.Substituted(i));
                }
            }
        }
    }

    [TestMethod]
    public void It_holds_the_same_numbers_against_the_same_formula_as_an_explanation()
    {
        foreach (Trace trace in Trainings())
        {
            foreach (Working working in Working.Of(trace, [trace.Steps.Count]))
            {
                Explanation explanation = Explanation.Of(trace, working.Quantity, working.Step);
                Assert.AreEqual((explanation.Form, explanation.Verdict), (working.Form, working.Judgement?.Verdict));
                for (int i = 0; i < explanation.Elements.Count; i++)
                {
                    ExplainedElement element = explanation.Elements[i];
                    Assert.AreEqual((element.Exact, element.Budget), (working.Exact(i), working.Budget(i)));
                    if (element.Recorded is { } recorded)
                        Assert.AreEqual(element.DistanceOf(recorded), Math.Abs(working.Distance(i, recorded)));
                }
            }
        }
    }

    [TestMethod]
    public void The_elements_of_a_layer_share_one_wording()
    {
        Working sums = Working.Of(Document(), [1]).First();

        Wording wording = sums.Wordings().Single();
        Assert.AreEqual("⟦0⟧ · ‹⟦1⟧› + ‹⟦2⟧ · ‹⟦3⟧›› + ‹⟦4⟧ · ‹⟦5⟧›› + ‹⟦6⟧›", wording.Text);
        Assert.AreEqual(new Place("inputs", 0, 0, 0, 0), wording.Places[0]);
        Assert.AreEqual(new Place("hidden_weights", 1, 8, 0, 1), wording.Places[5]);
    }

    [TestMethod]
    public void A_quantity_that_was_not_recorded_has_no_wording()
    {
        Trace trace = Document();
        var recorded = trace.Steps[0].Recorded.Where(quantity => quantity.Key != "output").ToDictionary();
        trace = trace with { Steps = [trace.Steps[0] with { Recorded = recorded }] };

        Working output = Working.Of(trace, [1]).Single(working => working.Quantity.Name == "output");
        Assert.AreEqual(0, output.Count);
        Assert.IsEmpty(output.Wordings());
    }

    private static IEnumerable<Trace> Trainings() =>
        Enumerable.Range(0, 40).Select(seed => ScratchSide.Train(RandomDenseProblem.Of(seed)).Trace)
            .Append(Document()).Append(KerasSide.Train(ProblemSource.Document(new(FloatFormat.Float32))).Trace);

    private static Trace Document() => ScratchSide.Train(ProblemSource.Document(new(FloatFormat.Float32))).Trace;

    private static string Filled(Wording wording, Trace trace, Working working, int element)
    {
        int columns = new NumberArray(working.Quantity.Shape(trace.Steps[working.Step - 1].Rows.Count), []).Columns;
        string text = wording.Text;
        for (int k = 0; k < wording.Places.Count; k++)
        {
            Place place = wording.Places[k];
            double number = trace.Read(place.Name, working.Step - place.StepsBack)!.Values[place.At + element / columns * place.ByRow + element % columns * place.ByColumn];
            text = text.Replace($"⟦{k}⟧", Notation.Number(number, trace.Format).Text, StringComparison.Ordinal);
        }
        // The innermost groups first: what is in one may begin with what is in another.
        for (int close = text.IndexOf('›', StringComparison.Ordinal); close >= 0; close = text.IndexOf('›', StringComparison.Ordinal))
        {
            int open = text.LastIndexOf('‹', close);
            string inside = text[(open + 1)..close];
            text = $"{text[..open]}{(inside.StartsWith('-') ? $"({inside})" : inside)}{text[(close + 1)..]}";
        }
        return text;
    }
}
