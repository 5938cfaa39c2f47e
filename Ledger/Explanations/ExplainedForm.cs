using Ledger.Judging;

namespace Ledger.Explanations;

/// <summary>A form of a quantity's formula beside the one that it is explained by.</summary>
/// <param name="Text">The formula, for people.</param>
/// <param name="Verdict">What it makes of the recorded numbers; null if it cannot be held against them.</param>
/// <param name="Missing">What it reads and this side did not record.</param>
public sealed record ExplainedForm(string Text, Verdict? Verdict, IReadOnlyList<string> Missing);
