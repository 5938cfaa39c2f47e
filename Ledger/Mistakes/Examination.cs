using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>One trace judged by its own formulas, every quantity of every step.</summary>
internal sealed class Examination
{
    private readonly Dictionary<(string Quantity, int Step), QuantityJudgement> judged = [];
    private readonly Dictionary<(string Quantity, int Step), IReadOnlyList<int>> wrong = [];
    private readonly Dictionary<(string Quantity, int Step), Estimates?> right = [];
    private readonly QuantityJudge judge;

    public Examination(Trace trace)
    {
        Trace = trace;
        judge = new(trace);
        foreach (QuantityJudgement quantity in Judge.Quantities(trace))
        {
            judged.TryAdd((quantity.Quantity, quantity.Step), quantity);
            if (quantity.Verdict != Verdict.Unexplained)
                continue;
            First ??= quantity;
            Unexplained.Add(quantity.Quantity);
        }
    }

    public Trace Trace { get; }

    /// <summary>The first quantity that the formulas do not explain; null if there is none.</summary>
    public QuantityJudgement? First { get; }

    /// <summary>The names of all quantities that they do not explain at some step.</summary>
    public HashSet<string> Unexplained { get; } = [];

    /// <summary>The finding of a quantity at a step; null if this computation does not have it.</summary>
    public QuantityJudgement? this[string quantity, int step] => judged.GetValueOrDefault((quantity, step));

    /// <summary>
    /// Of the quantities that a variant replaces the smallest that tells a number of it from chance: one with three wrong
    /// elements, or else with the most.
    /// </summary>
    public Quantity Telling(Variant variant) =>
        variant.Replaced(Trace).MaxBy(quantity => Math.Min(3, Enumerable.Range(1, Trace.Steps.Count).Max(step => Wrong(quantity.Name, step).Count)))!;

    /// <summary>What the form that came nearest gives; null if there is none to hold the numbers against.</summary>
    public Estimates? Right(string quantity, int step)
    {
        if (!right.TryGetValue((quantity, step), out Estimates? known))
            right[(quantity, step)] = known = this[quantity, step]?.Form is { } form ? judge.Evaluate(form, step) : null;
        return known;
    }

    /// <summary>Which elements of a quantity lie outside their budgets; none if it is explained.</summary>
    public IReadOnlyList<int> Wrong(string quantity, int step)
    {
        if (wrong.TryGetValue((quantity, step), out IReadOnlyList<int>? known))
            return known;
        return wrong[(quantity, step)] =
            this[quantity, step]?.Verdict == Verdict.Unexplained && Right(quantity, step) is { } right && Trace.Read(quantity, step) is { } recorded
                ? [.. Enumerable.Range(0, recorded.Values.Length).Where(i => !IsWithin(recorded.Values[i], right.Values[i]))]
                : [];
    }

    private static bool IsWithin(double recorded, Bounded estimate) => Math.Abs((recorded - estimate.Value).High) <= estimate.Hard;
}
