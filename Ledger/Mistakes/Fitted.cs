namespace Ledger.Mistakes;

/// <summary>A number of a mistake that is estimated from the recorded ones.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Usual">The value that is most often met.</param>
/// <param name="Least">It is greater than this; there the mistake is none, or another one.</param>
/// <param name="Most">It is less than this.</param>
public sealed record Fitted(string Name, double Usual, double Least, double Most)
{
    /// <summary>Where the estimate starts from, one after the other: more than the usual value where what is recorded does not depend on it everywhere.</summary>
    public IReadOnlyList<double> Starts { get; init; } = [Usual];

    /// <summary>Whether the logarithm of the number, rather than the number, is what results depend on evenly.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>A value within the open interval that is not right: a factor of 1.</summary>
    public double? Neutral { get; init; }

    /// <summary>Whether the mistake with this value is the mistake.</summary>
    public bool Allows(double value) => value > Least && value < Most && value != Neutral;
}
