namespace Comparison.Studies;

/// <summary>How far apart one parameter array ended, by its element that is furthest apart.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="OfSides">The largest distance between the two sides.</param>
/// <param name="OfTwins">The largest distance between Scratch and a twin.</param>
/// <param name="Bound">8 times the twins' distance, and 8u of the largest weight for the roundings of the last steps.</param>
public sealed record TwinsGap(string Name, double OfSides, double OfTwins, double Bound)
{
    /// <summary>Whether the sides are no further apart than <see cref="Bound"/>.</summary>
    public bool IsLikeTwins => OfSides <= Bound;
}
