using Ledger.Traces;

namespace Comparison.Training;

/// <summary>All that a side's training goes on from.</summary>
/// <param name="Steps">How many steps were taken.</param>
/// <param name="Arrays">The parameters, and what the optimizer remembers of each, by the names that a trace has for them.</param>
public sealed record SideState(long Steps, IReadOnlyDictionary<string, NumberArray> Arrays);
