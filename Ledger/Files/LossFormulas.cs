using Ledger.Formulas;

namespace Ledger.Files;

/// <summary>The names by which a trace file declares how its side computes the loss.</summary>
internal static class LossFormulas
{
    private static readonly (string Name, FormulaSet Formulas)[] All =
    [
        ("document", FormulaSet.Document),
        ("epsilon-inside-logarithms", FormulaSet.EpsilonInsideLogarithms),
    ];

    /// <summary>All names, for people.</summary>
    public static string Names => string.Join(" or ", All.Select(entry => $"\"{entry.Name}\""));

    /// <summary>The name of a set of formulas.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static string Name(FormulaSet formulas) =>
        Array.Find(All, entry => entry.Formulas == formulas).Name
            ?? throw new ArgumentException($"Trace files have no name for {formulas.Loss}.");

    /// <summary>The set of formulas that a name stands for; null if there is none.</summary>
    public static FormulaSet? Find(string name) => Array.Find(All, entry => entry.Name == name).Formulas;
}
