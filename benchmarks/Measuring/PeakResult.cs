using Benchmarks.Processor;

namespace Benchmarks.Measuring;

/// <summary>What one core can do, in GFLOPS: multiply-adds that do not wait for each other, each counted as two.</summary>
/// <param name="Float32">In float32.</param>
/// <param name="Float64">In float64.</param>
internal sealed record PeakResult(Spread Float32, Spread Float64)
{
    private const int Times = 15;

    public static PeakResult Measure()
    {
        // The first time compiles the code.
        (_, _) = (Peak.Gflops<float>(), Peak.Gflops<double>());
        return new(
            Spread.Of(Enumerable.Range(0, Times).Select(_ => Peak.Gflops<float>()).ToArray()),
            Spread.Of(Enumerable.Range(0, Times).Select(_ => Peak.Gflops<double>()).ToArray()));
    }
}
