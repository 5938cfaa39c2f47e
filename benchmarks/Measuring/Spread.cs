namespace Benchmarks.Measuring;

/// <summary>What the rounds of one quantity look like.</summary>
/// <param name="LowerQuartile">A quarter of the rounds lies below.</param>
/// <param name="Median">Half of them.</param>
/// <param name="UpperQuartile">Three quarters.</param>
internal sealed record Spread(double LowerQuartile, double Median, double UpperQuartile)
{
    /// <summary>Of at least one round; between two rounds on a line.</summary>
    public static Spread Of(IEnumerable<double> rounds)
    {
        double[] sorted = [.. rounds.Order()];
        return new(At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            double place = share * (sorted.Length - 1);
            int below = (int)place, above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
        }
    }
}
