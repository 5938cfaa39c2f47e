using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Judging;

/// <summary>One quantity of one step of one side, judged from that side's own recorded operands.</summary>
/// <param name="Quantity">The quantity's name.</param>
/// <param name="Step">The step, from 1.</param>
/// <param name="Verdict">Rounding (clean), Suspicious, CannotJudge or Unexplained.</param>
/// <param name="Form">The form that held, or the one that came nearest.</param>
/// <param name="LargestShare">The largest distance from the exact value as a share of its budget; infinite where it cannot be told.</param>
/// <param name="Finding">The first number that is not clean; null if all are.</param>
public sealed record QuantityJudgement(string Quantity, int Step, Verdict Verdict, Form? Form, double LargestShare, Finding? Finding);

/// <summary>Judges quantities of one trace.</summary>
/// <param name="trace">The trace.</param>
internal sealed class QuantityJudge(Trace trace)
{
    private readonly Rounding rounding = new(trace.Format);
    private Evaluation? evaluation;
    private readonly Network network = trace.Network;
    private readonly FormulaSet formulas = trace.Formulas;

    /// <summary>Judges a quantity of a step; null if this computation does not have it.</summary>
    public QuantityJudgement? Judge(Quantity quantity, int step)
    {
        if (trace.Read(quantity.Name, step) is not { } recorded)
            return trace.NotComputed.ContainsKey(quantity.Name) && !network.Parameters.Contains(quantity)
                ? null
                : Unjudged(quantity, step, Verdict.Unexplained, "it was not recorded, nor declared as not computed");

        if (!HasShape(recorded, quantity, step))
            return Unjudged(quantity, step, Verdict.Unexplained,
                $"it has shape {NumberArray.Describe(recorded.Shape)}, where this network's has {NumberArray.Describe(trace.ShapeOf(quantity, step))}");

        QuantityJudgement? best = null;
        foreach (Form form in formulas[quantity.Name].Forms)
        {
            if (Evaluate(form, step) is not { } estimates)
                continue;
            QuantityJudgement judged = Judge(quantity, step, recorded, form, estimates);
            if (best is null || judged.Verdict < best.Verdict || (judged.Verdict == best.Verdict && judged.LargestShare < best.LargestShare))
                best = judged;
            if (best.Verdict == Verdict.Rounding)
                break;
        }
        return best ?? Unjudged(quantity, step, Verdict.CannotJudge, "what its formula reads was not recorded");
    }

    /// <summary>What was recorded at a step without being one of its quantities.</summary>
    public IEnumerable<QuantityJudgement> Extra(int step) =>
        from name in trace.Steps[step - 1].Recorded.Keys
        where network.Find(name) is null
        select Unjudged(new(name), step, Verdict.Unexplained, "no such quantity belongs to this network");

    /// <summary>What a form gives exactly at a step, and its budget; null if something that it reads was not recorded, or not in its shape.</summary>
    /// <param name="form">The form.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="written">Whether the result has the expressions that gave it.</param>
    public Estimates? Evaluate(Form form, int step, bool written = false) =>
        written ? Evaluate(form, step, (_, _, operand) => operand.Written())
        : IsUnknown(form) ? null
        : (evaluation ??= new(Read)).Of(form, step);

    /// <summary>The same, the expressions that gave the result being written with operands of one's own writing.</summary>
    /// <param name="form">The form.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="write">Writes an operand, by its name and its step.</param>
    public Estimates? Evaluate(Form form, int step, Func<string, int, Estimates, Estimates> write) =>
        IsUnknown(form) ? null : new Evaluation((name, at) => Read(name, at) is { } operand ? write(name, at, operand) : null).Of(form, step);

    // What happened before the first recorded step is not known.
    private bool IsUnknown(Form form) => trace.StepsBefore > 0 && form.ReadsEveryStep;

    private Estimates? Read(string name, int step) =>
        trace.Read(name, step) is not { } array || (step > 0 && network.Find(name) is { } quantity && !HasShape(array, quantity, step))
            ? null
            : Estimates.Recorded(rounding, array.Rows, array.Columns, array.Values);

    private bool HasShape(NumberArray recorded, Quantity quantity, int step) => recorded.Shape.SequenceEqual(trace.ShapeOf(quantity, step));

    private QuantityJudgement Judge(Quantity quantity, int step, NumberArray recorded, Form form, Estimates estimates)
    {
        Verdict worst = Verdict.Rounding;
        Finding? finding = null;
        double largest_share = 0;
        for (int i = 0; i < recorded.Values.Length; i++)
        {
            Bounded estimate = estimates.Values[i];
            double value = recorded.Values[i];
            double distance = Math.Abs((value - estimate.Value).High);
            Verdict verdict = Of(value, estimate, distance, form, step);
            largest_share = Math.Max(largest_share, Share(verdict, distance, estimate.Hard));
            if (verdict <= worst)
                continue;
            worst = verdict;
            finding = new(trace.Side, step, quantity.Name, recorded.IndexOf(i), value, estimate.Value.High, estimate.Hard,
                Explain(verdict, value, estimate, distance, form));
        }
        return new(quantity.Name, step, worst, form, largest_share, finding);
    }

    private Verdict Of(double value, Bounded estimate, double distance, Form form, int step)
    {
        bool may_overflow = !double.IsFinite(estimate.Hard);
        if (!double.IsFinite(value))
            return estimate.Value.IsFinite && !may_overflow ? Verdict.Unexplained : Verdict.CannotJudge;
        if (!estimate.Value.IsFinite)
            return double.IsNaN(estimate.Value.High) && ReadsNaN(form, step) ? Verdict.CannotJudge : Verdict.Unexplained;
        if (may_overflow)
            return distance <= rounding.Unit * Math.Abs(estimate.Value.High) ? Verdict.Rounding : Verdict.CannotJudge;
        return distance <= estimate.Likely ? Verdict.Rounding
            : distance <= estimate.Hard ? Verdict.Suspicious
            : Verdict.Unexplained;
    }

    // Engines differ in what max and comparisons make of NaN.
    private bool ReadsNaN(Form form, int step) =>
        form.OperandsAt(step).Any(operand => Array.Exists(trace.Read(operand.Name, operand.Step)!.Values, double.IsNaN));

    private static double Share(Verdict verdict, double distance, double budget) =>
        distance == 0 ? 0
        : verdict == Verdict.CannotJudge || !double.IsFinite(distance) ? double.PositiveInfinity
        : distance / budget;

    private static string Explain(Verdict verdict, double value, Bounded estimate, double distance, Form form) => verdict switch
    {
        Verdict.CannotJudge =>
            $"{Finding.Number(value)}, and {form.Text} has no finite value for the recorded operands either, or overflows on the way to it (saturated)",
        Verdict.Suspicious =>
            $"{Finding.Number(value)} is within the budget of {form.Text} = {Finding.Number(estimate.Value.High)}, but off by {Finding.Short(distance)}, more than independent roundings would bring ({Finding.Short(estimate.Likely)}); a narrower arithmetic inside would do that",
        _ =>
            $"{Finding.Number(value)}, but {form.Text} gives {Finding.Number(estimate.Value.High)}: off by {Finding.Short(distance)}, the rounding budget is {Finding.Short(estimate.Hard)}",
    };

    private QuantityJudgement Unjudged(Quantity quantity, int step, Verdict verdict, string explanation) =>
        new(quantity.Name, step, verdict, null, double.PositiveInfinity,
            new(trace.Side, step, quantity.Name, [], double.NaN, double.NaN, 0, explanation));
}
