using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Reports;

/// <summary>All that the ledger says of one training, or of two.</summary>
/// <param name="Traces">The trainings.</param>
/// <param name="Judgement">The verdict.</param>
/// <param name="Diagnosis">Why, where a number is not explained; null otherwise.</param>
/// <param name="Power">What an agreement is worth; null where there is none.</param>
public sealed record LedgerWord(IReadOnlyList<Trace> Traces, Judgement Judgement, Diagnosis? Diagnosis, Power? Power)
{
    /// <summary>Of one training by itself.</summary>
    public static LedgerWord Of(Trace trace) =>
        Of([trace], Judge.Alone(trace), () => Diagnosis.Of(trace));

    /// <summary>Of two trainings.</summary>
    /// <param name="one">One side.</param>
    /// <param name="other">The other.</param>
    /// <param name="on_step">Called whenever a step of a side has been judged.</param>
    public static LedgerWord Of(Trace one, Trace other, Action? on_step = null) =>
        Of([one, other], Judge.Compare(one, other, on_step), () => Diagnosis.Of(one, other));

    /// <summary>What the side that is not the first number's has in its place; null if it has nothing there, or there is no other side.</summary>
    public double? Other(Finding first)
    {
        if (first.Step == 0)
            return first.Exact;
        Trace? other = Traces.FirstOrDefault(trace => trace.Side != first.Side);
        if (other is null || first.Step > other.Steps.Count || other.Read(first.Quantity, first.Step) is not { } array || array.Shape.Count != first.Index.Length)
            return null;
        int position = first.Index.Aggregate(0, (at, index) => at * array.Columns + index);
        return position < array.Values.Length ? array.Values[position] : null;
    }

    private static LedgerWord Of(IReadOnlyList<Trace> traces, Judgement judgement, Func<Diagnosis> diagnose) => new(
        traces, judgement,
        judgement.Verdict == Verdict.Unexplained ? diagnose() : null,
        judgement.Agrees ? Power.Of(traces) : null);
}
