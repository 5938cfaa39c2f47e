namespace Ledger.Mistakes;

/// <summary>A known mistake that explains the first number that is wrong.</summary>
/// <param name="Name">The mistake's name.</param>
/// <param name="Proved">
/// Whether with it every recorded quantity of every step lies in its budget from its own inputs, in at least three
/// independent elements more than numbers were fitted, a later step among them.
/// </param>
/// <param name="Parameters">Its settings and what was fitted, by name: numbers as double, choices as text.</param>
/// <param name="SameAs">Other mistakes that give the same numbers on this network.</param>
/// <param name="Explanation">The mistake with this run's numbers, in a sentence or two.</param>
public sealed record Cause(
    string Name, bool Proved, IReadOnlyDictionary<string, object> Parameters, IReadOnlyList<string> SameAs, string Explanation)
{
    /// <summary>The way in which it was made; null for one in what the training started from.</summary>
    public Variant? Variant { get; init; }

    /// <summary>The value of what the variant leaves open; null if it leaves nothing open.</summary>
    public double? Value { get; init; }
}
