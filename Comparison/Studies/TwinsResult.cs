using System.Globalization;

namespace Comparison.Studies;

/// <summary>How far apart two sides ended, and how far twins of one of them.</summary>
/// <param name="Steps">How many steps they were trained.</param>
/// <param name="Gaps">Both for each parameter array.</param>
public sealed record TwinsResult(long Steps, IReadOnlyList<TwinsGap> Gaps)
{
    /// <summary>Whether the gaps between the sides are like those of twins, which rounding alone brings.</summary>
    public bool AreLikeTwins => Gaps.All(gap => gap.IsLikeTwins);

    /// <summary>The array whose gap is the largest share of what twins allow.</summary>
    public TwinsGap Widest => Gaps.MaxBy(gap => gap.OfSides / gap.Bound)!;

    /// <summary>What they say, in one sentence.</summary>
    public string Sentence
    {
        get
        {
            TwinsGap widest = Widest;
            string gaps = $"after {Steps} steps the sides' {widest.Name} are up to {Short(widest.OfSides)} apart, those of Scratch and a twin whose start weights differ by one ULP up to {Short(widest.OfTwins)} (allowed: {Short(widest.Bound)})";
            return AreLikeTwins
                ? $"The gap is like that of twins, so rounding alone explains it: {gaps}."
                : $"The gap is not like that of twins, so rounding alone does not explain it: {gaps}.";
        }
    }

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
