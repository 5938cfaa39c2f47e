using Benchmarks.Cases;
using Benchmarks.Measuring;
using Benchmarks.Processor;
using Benchmarks.Reports;
using Benchmarks.Sides;

namespace Benchmarks;

/// <summary>What a step of fit costs beside the same step written directly: both in turn, round by round, on all cores.</summary>
internal static class StepBenchmark
{
    // Epochs so long that what fit does once an epoch hardly shows.
    private static readonly (TrainingCase Case, int Steps)[] cases = [(new(3, 4, 1), 2000), (new(30, 16, 32), 1000), (new(784, 128, 128), 100)];

    public static Report Run(int rounds)
    {
        int threads = Environment.ProcessorCount;
        string direct = SideNames.Of(SideNames.Torch, threads), fit = SideNames.Of(SideNames.Keras, threads);
        var table = new MarkdownTable("network", "direct, µs a step", "fit, µs a step", "ratio, median of rounds", "quartiles");
        var results = new List<CaseResult>();
        foreach (var (@case, steps) in cases)
        {
            var data = TrainingData.Of(@case, steps);
            using ISide first = new TorchSide(data, threads), second = new KerasSide(data, threads);
            var result = new Rounds([first, second], rounds).Result($"{@case}", share_of_bound: null);
            results.Add(result);
            Spread ratio = result[fit, direct]!.Value;
            table.AddRow(
                result.Name, TrainingTables.Microseconds(result[direct]), TrainingTables.Microseconds(result[fit]),
                $"{ratio.Median:F3}", $"{ratio.LowerQuartile:F3} to {ratio.UpperQuartile:F3}");
        }
        table.Print();
        return new("steps", Machine.Here(), PeakResult.Measure(), results);
    }
}
