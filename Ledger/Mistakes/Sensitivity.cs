namespace Ledger.Mistakes;

/// <summary>How small an error of a quantity a run would have shown.</summary>
/// <param name="Quantity">The quantity's name.</param>
/// <param name="RelativeError">
/// An error by this fraction of its value, in all elements at one step, leaves the budget of at least one of them whatever
/// rounding did; infinite where every element is 0 or none was judged.
/// </param>
public sealed record Sensitivity(string Quantity, double RelativeError);
