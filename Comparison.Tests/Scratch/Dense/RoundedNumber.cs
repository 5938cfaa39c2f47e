namespace Comparison.Tests.Scratch.Dense;

/// <summary>A value, and how many units of roundoff it may be off by.</summary>
internal readonly record struct RoundedNumber(double Value, double Roundings)
{
    /// <summary>A value that is off by so many parts of itself.</summary>
    public static RoundedNumber Of(double value, double roundings) => new(value, roundings * Math.Abs(value));

    /// <summary>Its product with a number that is exact.</summary>
    public RoundedNumber Times(double factor) => new(Value * factor, (Roundings + Math.Abs(Value)) * Math.Abs(factor));

    /// <summary>Its sum with a number that is exact, where both go through so many roundings more.</summary>
    public RoundedNumber Plus(double term, int roundings) => new(Value + term, Roundings + roundings * (Math.Abs(Value) + Math.Abs(term)));
}
