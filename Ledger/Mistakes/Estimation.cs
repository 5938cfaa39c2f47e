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
/// <param name="examined">The trace.</param>
/// <param name="variant">The variant.</param>
/// <param name="basis">The quantity from which the number is estimated first.</param>
internal sealed class Estimation(Examination examined, Variant variant, Quantity basis)
{
    private const int Iterations = 40, Refinements = 4;

    // The step of the difference quotient, as a share of the way to where the number loses its meaning: results change as
    // good as evenly by so much, and float32 still tells it.
    private const double Difference = 1.0 / 256;

    private readonly Fitted fitted = variant.Fitted!;

    /// <summary>The number: one that explains all that the variant replaces or else the basis; null if there is none.</summary>
    public Estimate? Estimate()
    {
        int[] steps = [.. Steps.Where(step => examined.Wrong(basis.Name, step).Count > 0)];
        int forms = Formulas(fitted.Usual)[basis.Name].Forms.Count;
        for (int form = 0; form < forms; form++)
            foreach (double start in fitted.Starts)
                if (steps.Select(step => FromBasis(form, step, start)).FirstOrDefault(estimate => estimate is not null) is { } estimate
                    && (Refined(estimate, variant.Replaced(examined.Trace)) ?? Refined(estimate, [basis])) is { } refined)
                    return refined;
        return null;
    }

    // From all elements of some quantities at every step; null if no number explains them.
    private Estimate? Refined(Estimate estimate, IReadOnlyList<Quantity> quantities)
    {
        for (int i = 0; i < Refinements; i++)
        {
            if (Explains(estimate.Value, quantities))
                return Written(estimate).FirstOrDefault(written => Explains(written.Value, quantities)) ?? estimate;
            FormulaSet formulas = Formulas(estimate.Value);
            var judge = new QuantityJudge(examined.Trace with { Formulas = formulas });
            var all = from step in Steps
                      from quantity in quantities
                      let used = judge.Judge(quantity, step)?.Form
                      where used is not null
                      select (quantity, step, formulas[quantity.Name].Forms.ToList().IndexOf(used));
            if (Common(Intervals(estimate.Value, all, null)) is not { } refined)
                return null;
            estimate = refined;
        }
        return null;
    }

    private IEnumerable<int> Steps => Enumerable.Range(1, examined.Trace.Steps.Count);

    private FormulaSet Formulas(double value) => variant.Formulas(examined.Trace.Formulas, value);

    private bool Explains(double value, IReadOnlyList<Quantity> quantities)
    {
        var judge = new QuantityJudge(examined.Trace with { Formulas = Formulas(value) });
        return fitted.Allows(value) && quantities.All(quantity => Steps.All(step => judge.Judge(quantity, step)?.Verdict is not Verdict.Unexplained));
    }

    // Newton's method on the element that tells most; null where no element tells anything.
    private Estimate? FromBasis(int form, int step, double value)
    {
        for (int i = 0; i < Iterations; i++)
        {
            List<Estimate> intervals = [.. Intervals(value, [(basis, step, form)], examined.Wrong(basis.Name, step))];
            if (intervals.MinBy(interval => interval.Uncertainty) is not { } narrowest)
                return null;
            double next = Held(narrowest.Value, value);
            if (Math.Abs(next - value) <= narrowest.Uncertainty)
                return Common(intervals) is { } common && intervals.TrueForAll(interval => Meet(interval, common)) ? common : null;
            value = next;
        }
        return null;
    }

    private IEnumerable<Estimate> Written(Estimate estimate) =>
        ShortDecimal.Within(estimate.Value, estimate.Uncertainty + Rounding(estimate)).Select(number => estimate with { Value = number });

    private bool Meet(Estimate one, Estimate other) => Math.Abs(one.Value - other.Value) <= one.Uncertainty + other.Uncertainty + Rounding(one);

    // Where the training held the number rounded to its format, what was written may lie so much further off.
    private double Rounding(Estimate estimate) => examined.Trace.Format.UnitRoundoff * Math.Abs(estimate.Value);

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
