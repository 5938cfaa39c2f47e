using Comparison.Problems;
using Comparison.Sides;
using Comparison.Studies;

namespace Comparison.Reports;

/// <summary>What a report tells: a problem, what each side made of it, and what the ledger says.</summary>
/// <param name="Problem">What both sides trained.</param>
/// <param name="Scratch">The hand-written side.</param>
/// <param name="Keras">The framework's side.</param>
/// <param name="Word">What the ledger says.</param>
public sealed record TwoRuns(Problem Problem, SideRun Scratch, SideRun Keras, LedgerWord Word)
{
    /// <summary>Whether the gap between the sides is like that of twins; null where twins say nothing.</summary>
    public TwinsResult? Twins { get; init; }
}
