namespace Ledger.Mistakes;

/// <summary>How small an error of a quantity a run would have shown.</summary>
/// <param name="Quantity">The quantity's name.</param>
/// <param name="RelativeError">
/// An error by this fraction of its value, in all elements at every step, takes at least one of them out of its budget
/// whatever rounding did; infinite where every element is 0 or none was judged.
/// </param>
public sealed record Sensitivity(string Quantity, double RelativeError);
