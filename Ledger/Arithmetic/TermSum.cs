namespace Ledger.Arithmetic;

/// <summary>A sum, with what its rounding errors depend on.</summary>
/// <param name="Value">The exact sum.</param>
/// <param name="Magnitudes">The sum of the terms' magnitudes.</param>
/// <param name="Squares">The sum of the terms' squares.</param>
/// <param name="Hard">The sum of what the terms themselves may be off by.</param>
/// <param name="Likely">The same for likely errors.</param>
public record struct TermSum(DoubleDouble Value, double Magnitudes, double Squares, double Hard = 0, double Likely = 0)
{
    /// <summary>Adds a term.</summary>
    public void Add(Bounded term)
    {
        Value += term.Value;
        Magnitudes += Math.Abs(term.Value.High) + term.Hard;
        Squares += term.Value.High * term.Value.High;
        Hard += term.Hard;
        Likely += term.Likely;
    }
}
