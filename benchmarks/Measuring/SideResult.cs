namespace Benchmarks.Measuring;

/// <summary>What one side took.</summary>
/// <param name="Name">The side.</param>
/// <param name="Unit">Of the values.</param>
/// <param name="Value">Over the rounds.</param>
/// <param name="Gflops">Twice the multiply-adds of the matrix products by the time; null where nobody counted them.</param>
/// <param name="ShareOfPeak">GFLOPS by one core's peak in the same round.</param>
/// <param name="AllocatedBytes">Managed memory allocated for a step, once warm.</param>
internal sealed record SideResult(string Name, string Unit, Spread Value, Spread? Gflops = null, Spread? ShareOfPeak = null, double? AllocatedBytes = null);
