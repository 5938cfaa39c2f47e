namespace Benchmarks.Measuring;

/// <summary>What one case gave.</summary>
/// <param name="Name">The case.</param>
/// <param name="Rounds">How often each side had its turn.</param>
/// <param name="Sides">The sides, those that were there.</param>
/// <param name="Ratios">Each side's time by each other's.</param>
/// <param name="MultiplyAdds">Of a step's matrix products, on the first side; null where nobody counted them.</param>
/// <param name="Peak">GFLOPS that one core could do in float32, measured in each round; null where nobody did.</param>
/// <param name="ShareOfBound">How far the sides' parameters were apart at most, as a share of what rounding can do; null where they were not compared.</param>
internal sealed record CaseResult(
    string Name, int Rounds, IReadOnlyList<SideResult> Sides, IReadOnlyList<Ratio> Ratios, long? MultiplyAdds = null, Spread? Peak = null, double? ShareOfBound = null)
{
    /// <summary>A side's result; null if it was not there.</summary>
    public SideResult? this[string side] => Sides.FirstOrDefault(result => result.Name == side);

    /// <summary>A ratio; null if one of the sides was not there.</summary>
    public Ratio? this[string side, string by] => Ratios.FirstOrDefault(ratio => ratio.Side == side && ratio.By == by);

    /// <summary>With sides that were measured in other rounds; a side of both keeps its first result.</summary>
    public CaseResult And(CaseResult other) => this with
    {
        Sides = [.. Sides, .. other.Sides.Where(side => this[side.Name] is null)],
        Ratios = [.. Ratios, .. other.Ratios],
    };
}
