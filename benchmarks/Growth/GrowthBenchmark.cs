using Benchmarks.Cases;
using Benchmarks.Measuring;
using Benchmarks.Processor;
using Benchmarks.Reports;
using Benchmarks.Sides;

namespace Benchmarks.Growth;

/// <summary>How the cost of a step grows with depth, width and batch: three series of cases around one, on one thread.</summary>
internal static class GrowthBenchmark
{
    private const int Width = 256, Batch = 32;

    private static readonly int[] depths = [1, 2, 4, 8, 16], widths = [4, 16, 64, 256, 1024, 2048], batches = [1, 4, 16, 64, 256, 1024];

    /// <summary>The series, each with what grows in it.</summary>
    public static IReadOnlyList<(string Grows, IReadOnlyList<(int Size, TrainingCase Case)> Cases)> Series { get; } =
    [
        ("hidden layers of 256", [.. depths.Select(depth => (depth, new TrainingCase([.. Enumerable.Repeat(Width, depth + 1), 1], Batch)))]),
        ("inputs and neurons", [.. widths.Select(width => (width, new TrainingCase(width, width, Batch)))]),
        ("rows a batch", [.. batches.Select(batch => (batch, new TrainingCase(Width, Width, batch)))]),
    ];

    public static Report Run(int rounds)
    {
        var results = new List<CaseResult>();
        foreach (var (grows, cases) in Series)
        {
            var table = new MarkdownTable(grows, "network", SideNames.Scratch, SideNames.Torch, SideNames.Keras, "µs at the peak", "of the peak");
            foreach (var (size, @case) in cases)
            {
                Console.Error.WriteLine($"{@case}");
                CaseResult result = Measure(@case, rounds);
                results.Add(result);
                table.AddRow([
                    $"{size}", result.Name, .. result.Sides.Select(TrainingTables.Microseconds),
                    $"{2 * @case.MultiplyAdds / result.Peak!.Median / 1000:F2}", $"{result.Sides[0].ShareOfPeak!.Median:P0}"]);
            }
            table.Print();
        }
        return new("growth", Machine.Here(), PeakResult.Measure(), results);
    }

    private static CaseResult Measure(TrainingCase @case, int rounds)
    {
        var data = TrainingData.Of(@case, @case.Steps);
        using ISide scratch = new ScratchSide(data, 1), torch = new TorchSide(data, 1), keras = new KerasSide(data, 1);
        return new Rounds([scratch, torch, keras], rounds).Result($"{@case}", share_of_bound: null);
    }
}
