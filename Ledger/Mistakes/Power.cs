using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>What an agreement is worth: what it would have shown.</summary>
/// <param name="Sensitivities">For each quantity, in the order of cause, the smallest relative error that would have been caught.</param>
/// <param name="RuledOut">The known mistakes that no side can have made, in whatever way: its numbers would be others.</param>
/// <param name="Invisible">The known mistakes that would have given the same numbers, in some way to make them.</param>
public sealed record Power(IReadOnlyList<Sensitivity> Sensitivities, IReadOnlyList<string> RuledOut, IReadOnlyList<Invisible> Invisible)
{
    /// <summary>The power of the agreement of one training with its formulas, or of several with theirs and with each other.</summary>
    /// <param name="traces">The trainings, every number of which is explained.</param>
    public static Power Of(params IReadOnlyList<Trace> traces)
    {
        IReadOnlyList<Mistake> known = traces.All(Catalogue.SpeaksOf) ? Catalogue.All : [];
        List<Invisible> invisible =
        [
            .. from mistake in known
               let unseen = traces.FirstOrDefault(trace => !Shows(mistake, trace, traces.Count > 1))
               where unseen is not null
               select mistake.Variants.All(variant => variant.IncludesRight) && traces.Count == 1
                   ? new(mistake.Name, "one training alone does not tell what it should have started from", "a second training to compare it with")
                   : mistake.InvisibleIn(unseen),
        ];
        return new(
            [.. traces[0].Network.Quantities.Select(quantity => new Sensitivity(quantity.Name, SmallestError(traces, quantity)))],
            [.. known.Select(mistake => mistake.Name).Except(invisible.Select(mistake => mistake.Name))],
            invisible);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        RuledOut.Count + Invisible.Count == 0 ? Catalogue.Scope : $"{RuledOut.Count} known mistakes ruled out, {Invisible.Count} invisible on this network";

    // Whether a training's numbers, or else its roots where there are others to compare them with, speak against a mistake, in
    // every way to make it.
    private static bool Shows(Mistake mistake, Trace trace, bool compared) =>
        mistake.Variants.Any(variant => !variant.IncludesRight)
            ? mistake.Variants.All(variant => variant.NeedsSaturation || (variant.CanRun(trace) && Contradicts(trace, variant)))
            : compared && mistake.Root!.Changes(trace);

    private static bool Contradicts(Trace trace, Variant variant)
    {
        FormulaSet formulas = variant.Formulas(trace.Formulas);
        var judge = new QuantityJudge(trace with { Formulas = formulas });
        return variant.Replaced(trace).Any(quantity => Enumerable.Range(1, trace.Steps.Count).Any(step => judge.Judge(quantity, step)?.Verdict == Verdict.Unexplained));
    }

    // What is off by less in every form is not caught; what is off by more at some step is. A side that does not compute a quantity cannot err in it.
    private static double SmallestError(IReadOnlyList<Trace> traces, Quantity quantity) =>
        traces.Where(trace => !trace.NotComputed.ContainsKey(quantity.Name)).Select(trace => SmallestError(trace, quantity)).DefaultIfEmpty(double.PositiveInfinity).Max();

    private static double SmallestError(Trace trace, Quantity quantity)
    {
        var judge = new QuantityJudge(trace);
        return Enumerable.Range(1, trace.Steps.Count).Where(step => trace.Read(quantity.Name, step) is not null)
            .Min(step => (double?)trace.Formulas[quantity.Name].Forms.Select(form => judge.Evaluate(form, step)).OfType<Estimates>().Select(SmallestError).DefaultIfEmpty(double.PositiveInfinity).Max())
            ?? double.PositiveInfinity;
    }

    // Rounding may have taken the value to one end of its budget, and the error must leave it at the other.
    private static double SmallestError(Estimates estimates)
    {
        double smallest = double.PositiveInfinity;
        foreach (Bounded estimate in estimates.Values)
            if (estimate.Value.High != 0 && double.IsFinite(estimate.Hard))
                smallest = Math.Min(smallest, 2 * estimate.Hard / Math.Abs(estimate.Value.High));
        return smallest;
    }
}
