using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>A number that was estimated.</summary>
/// <param name="Value">The number.</param>
/// <param name="Uncertainty">How far it may be off.</param>
internal sealed record Estimate(double Value, double Uncertainty)
{
    /// <summary>Whether a number with so few digits is hardly there by chance.</summary>
    public bool IsTelling => ShortDecimal.Chance(Value, Uncertainty) < 1e-3;
}

/// <summary>
/// The estimate of the number that a variant leaves open, from the recorded numbers: each element that depends on it gives an
/// interval, as wide as its budget; the shortest decimal in all of them is taken.
/// </summary>
internal sealed class Estimation(Examination examined, Variant variant)
{
    private const int Iterations = 40;

    // The step of the difference quotient, as a share of the way to where the number loses its meaning: results change as
    // good as evenly by so much, and float32 still tells it.
    private const double Difference = 1.0 / 256;

    private readonly Fitted fitted = variant.Fitted!;
    private readonly Quantity first = Quantity.Find(examined.First!.Quantity)!;
    private readonly int first_step = examined.First!.Step;

    /// <summary>The number; null if none explains the first quantity that is unexplained.</summary>
    public Estimate? Estimate()
    {
        int[] steps = [.. Enumerable.Range(1, examined.Trace.Steps.Count).Where(step => examined.Wrong(first.Name, step).Count > 0)];
        int forms = Formulas(fitted.Usual)[first.Name].Forms.Count;
        for (int form = 0; form < forms; form++)
            if (steps.Select(step => FromFirst(form, step)).FirstOrDefault(estimate => estimate is not null) is { } estimate
                && Written(estimate).FirstOrDefault(written => IsClean(written.Value)) is { } clean)
                return Written(Refined(Refined(clean))).FirstOrDefault(written => IsClean(written.Value) && ExplainsReplaced(written.Value)) ?? clean;
        return null;
    }

    private FormulaSet Formulas(double value) => variant.Formulas(examined.Trace.Formulas, value);

    private bool IsClean(double value) =>
        fitted.Allows(value) && new QuantityJudge(examined.Trace with { Formulas = Formulas(value) }).Judge(first, first_step)!.Verdict <= Verdict.Suspicious;

    private bool ExplainsReplaced(double value)
    {
        var judge = new QuantityJudge(examined.Trace with { Formulas = Formulas(value) });
        return variant.Replace(examined.Trace.Formulas, value).All(formula => Enumerable.Range(1, examined.Trace.Steps.Count)
            .All(step => judge.Judge(Quantity.Find(formula.Quantity)!, step)?.Verdict is not Verdict.Unexplained));
    }

    // Newton's method on the element that tells most; null where no element tells anything.
    private Estimate? FromFirst(int form, int step)
    {
        double value = fitted.Start;
        for (int i = 0; i < Iterations; i++)
        {
            List<Estimate> intervals = [.. Intervals(value, [(first, step, form)], examined.Wrong(first.Name, step))];
            if (intervals.MinBy(interval => interval.Uncertainty) is not { } narrowest)
                return null;
            double next = Held(narrowest.Value, value);
            if (Math.Abs(next - value) <= narrowest.Uncertainty)
                return Common(intervals);
            value = next;
        }
        return null;
    }

    // The same with every quantity that the variant replaces, at every step.
    private Estimate Refined(Estimate estimate)
    {
        FormulaSet formulas = Formulas(estimate.Value);
        var judge = new QuantityJudge(examined.Trace with { Formulas = formulas });
        var all = from step in Enumerable.Range(1, examined.Trace.Steps.Count)
                  from formula in variant.Replace(examined.Trace.Formulas, estimate.Value)
                  let used = judge.Judge(Quantity.Find(formula.Quantity)!, step)?.Form
                  where used is not null
                  select (Quantity.Find(formula.Quantity)!, step, formulas[formula.Quantity].Forms.ToList().IndexOf(used));
        return Common(Intervals(estimate.Value, all, null)) ?? estimate;
    }

    private static IEnumerable<Estimate> Written(Estimate estimate) =>
        ShortDecimal.Within(estimate.Value, estimate.Uncertainty).Select(number => estimate with { Value = number });

    private double Held(double next, double value) =>
        next <= fitted.Least ? (value + fitted.Least) / 2 : next >= fitted.Most ? (value + fitted.Most) / 2 : next;

    // What all intervals have in common; one that does not meet the others is for the judge to refuse.
    private static Estimate? Common(IEnumerable<Estimate> intervals)
    {
        Estimate? common = null;
        foreach (Estimate interval in intervals.OrderBy(interval => interval.Uncertainty))
        {
            if (common is null)
            {
                common = interval;
                continue;
            }
            double least = Math.Max(common.Value - common.Uncertainty, interval.Value - interval.Uncertainty);
            double most = Math.Min(common.Value + common.Uncertainty, interval.Value + interval.Uncertainty);
            if (least <= most)
                common = new((least + most) / 2, (most - least) / 2);
        }
        return common;
    }

    private IEnumerable<Estimate> Intervals(double value, IEnumerable<(Quantity Quantity, int Step, int Form)> where, IReadOnlyList<int>? positions)
    {
        double other = fitted.IsLogarithmic ? value * Math.Exp(Difference) : value + Math.Min(value - fitted.Least, fitted.Most - value) * Difference;
        FormulaSet here = Formulas(value), there = Formulas(other);
        QuantityJudge judge = new(examined.Trace);
        foreach (var (quantity, step, form) in where)
        {
            if (examined.Trace.Read(quantity.Name, step) is not { } recorded
                || judge.Evaluate(here[quantity.Name].Forms[form], step) is not { } estimates
                || judge.Evaluate(there[quantity.Name].Forms[form], step) is not { } shifted)
                continue;
            foreach (int i in positions ?? [.. Enumerable.Range(0, recorded.Values.Length)])
            {
                Bounded estimate = estimates.Values[i];
                double slope = (shifted.Values[i].Value - estimate.Value).High / (fitted.IsLogarithmic ? Difference : other - value);
                double change = (recorded.Values[i] - estimate.Value).High / slope, uncertainty = estimate.Hard / Math.Abs(slope);
                if (!double.IsFinite(change) || !double.IsFinite(uncertainty))
                    continue;
                yield return fitted.IsLogarithmic
                    ? new(value * Math.Exp(change), value * Math.Exp(change) * uncertainty)
                    : new(value + change, uncertainty);
            }
        }
    }
}
