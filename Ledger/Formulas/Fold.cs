using Ledger.Arithmetic;

namespace Ledger.Formulas;

/// <summary>What is carried on from step to step, and not recorded: a velocity, say, from the gradients of all steps so far.</summary>
/// <param name="reads">The roots and quantities that are read at every step, from the first on.</param>
/// <param name="next">What is carried after a step, from what was before it (null before the first) and what is read at it.</param>
public sealed class Fold(IReadOnlyList<string> reads, Func<Estimates?, Estimates[], Estimates> next)
{
    /// <summary>The roots and quantities that are read at every step, from the first on.</summary>
    public IReadOnlyList<string> Reads { get; } = reads;

    /// <summary>What is carried after a step.</summary>
    /// <param name="before">What was carried before it; null before the first.</param>
    /// <param name="read">What is read at it.</param>
    public Estimates Next(Estimates? before, Estimates[] read) => next(before, read);
}
