namespace Comparison.Tests.Scratch.Dense;

/// <summary>A sum whose every term goes through so many roundings.</summary>
internal sealed class RoundedSum(int roundings)
{
    private readonly int roundings = roundings;
    private double value, terms;

    /// <param name="term">A term.</param>
    /// <param name="absolute">What is rounded beside it that the term itself does not show.</param>
    public RoundedSum Add(double term, double absolute = 0)
    {
        value += term;
        terms += Math.Abs(term) + absolute;
        return this;
    }

    /// <summary>The sum so far and one more term, where both go through so many roundings more.</summary>
    public RoundedNumber Plus(double term, int more) => ((RoundedNumber)this).Plus(term, more);

    /// <summary>The sum, off by its roundings times the sum of absolute terms.</summary>
    public static implicit operator RoundedNumber(RoundedSum sum) => new(sum.value, sum.terms * sum.roundings);
}
