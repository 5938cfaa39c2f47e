namespace Benchmarks.Measuring;

/// <summary>One side's time by another's, taken within each round.</summary>
/// <param name="Side">Its time is divided.</param>
/// <param name="By">By this one's.</param>
/// <param name="Value">Over the rounds.</param>
internal sealed record Ratio(string Side, string By, Spread Value);
