using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Explanations;

/// <summary>Where one quantity of one step of one side comes from and where it goes, with the side's own numbers.</summary>
/// <param name="Side">Whose quantity it is.</param>
/// <param name="Quantity">Its name.</param>
/// <param name="Step">The step, from 1.</param>
/// <param name="Verdict">Rounding, Suspicious, CannotJudge or Unexplained; null if the side does not compute it.</param>
/// <param name="Form">
/// The form that held, or else came nearest; for a quantity that the side does not compute the document's. Null if
/// none can be evaluated from what was recorded.
/// </param>
/// <param name="Elements">Each element by that form; empty without one.</param>
/// <param name="OtherForms">The forms that are mathematically equal to it, each held against the same numbers.</param>
/// <param name="Children">What the side computes from it.</param>
/// <param name="NotComputed">Why the side does not compute it; null if it does.</param>
public sealed record Explanation(
    string Side, string Quantity, int Step, Verdict? Verdict, Form? Form, IReadOnlyList<ExplainedElement> Elements,
    IReadOnlyList<ExplainedForm> OtherForms, IReadOnlyList<(string Name, int Step)> Children, string? NotComputed)
{
    /// <summary>What the form reads: roots and quantities, each with the step at which it is read; 0 means the start.</summary>
    public IReadOnlyList<(string Name, int Step)> Parents => [.. Form?.OperandsAt(Step) ?? []];

    /// <summary>Explains a quantity.</summary>
    /// <param name="trace">The side.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="step">The step, from 1 to as many as the trace has.</param>
    public static Explanation Of(Trace trace, Quantity quantity, int step)
    {
        var judge = new QuantityJudge(trace);
        QuantityJudgement? judged = judge.Judge(quantity, step);
        IReadOnlyList<Form> forms = trace.Formulas[quantity.Name].Forms;
        Form? form = judged is null ? forms.FirstOrDefault(form => judge.Evaluate(form, step) is not null) : judged.Form;
        return new(
            trace.Side, quantity.Name, step, judged?.Verdict, form,
            form is null ? [] : ElementsOf(trace, quantity, step, judge.Evaluate(form, step, written: true)!),
            [.. forms.Where(other => other != form).Select(other => Held(trace, quantity, step, other))],
            [.. ChildrenOf(trace, judge, quantity.Name, step)],
            judged is null ? trace.NotComputed[quantity.Name] : null);
    }

    private static IReadOnlyList<ExplainedElement> ElementsOf(Trace trace, Quantity quantity, int step, Estimates estimates)
    {
        TraceStep recorded = trace.Steps[step - 1];
        int[] shape = trace.ShapeOf(quantity, step);
        NumberArray indices = new(shape, []);
        return
        [
            .. Enumerable.Range(0, estimates.Values.Length).Select(i => new ExplainedElement(
                indices.IndexOf(i), estimates, i, Element(recorded.Recorded, i), Element(recorded.Derived, i))),
        ];

        double? Element(IReadOnlyDictionary<string, NumberArray> arrays, int position) =>
            arrays.TryGetValue(quantity.Name, out NumberArray? array) && array.Shape.SequenceEqual(shape) ? array.Values[position] : null;
    }

    private static ExplainedForm Held(Trace trace, Quantity quantity, int step, Form form)
    {
        var alone = new QuantityJudge(trace with { Formulas = trace.Formulas.With([new(quantity.Name, [form])]) });
        string[] missing = [.. form.OperandsAt(step).Where(operand => trace.Read(operand.Name, operand.Step) is null).Select(operand => operand.Name).Distinct()];
        return new(form.Text, missing.Length > 0 ? null : alone.Judge(quantity, step)?.Verdict, missing);
    }

    // A quantity's children are those whose form, the one that held for this side, reads it.
    private static IEnumerable<(string Name, int Step)> ChildrenOf(Trace trace, QuantityJudge judge, string name, int step)
    {
        for (int at = step; at <= Math.Min(step + 1, trace.Steps.Count); at++)
            foreach (Quantity child in trace.Network.Quantities)
                if (judge.Judge(child, at)?.Form?.OperandsAt(at).Contains((name, step)) == true)
                    yield return (child.Name, at);
    }
}
