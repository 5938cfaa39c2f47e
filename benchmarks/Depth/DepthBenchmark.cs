using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks.Measuring;
using Benchmarks.Processor;

namespace Benchmarks.Depth;

/// <summary>The same cases and sides by BenchmarkDotNet, within this process, with what a step allocates.</summary>
internal static class DepthBenchmark
{
    // Names are not cut short.
    private const int LongestName = 40;

    /// <summary>Measures and lets BenchmarkDotNet print.</summary>
    /// <param name="iterations">Measured iterations of each.</param>
    /// <param name="only">Only cases whose name begins so; null for all.</param>
    /// <exception cref="InvalidOperationException">A benchmark failed.</exception>
    public static Report Run(int iterations, string? only)
    {
        TrainingBenchmarks.Only = only;
        IConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(iterations).WithWarmupCount(3))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddFilter(new SimpleFilter(benchmark =>
                benchmark.Descriptor.Type != typeof(TrainingBenchmarks)
                || TrainingBenchmarks.Has((string)benchmark.Parameters[nameof(TrainingBenchmarks.Case)], (string)benchmark.Parameters[nameof(TrainingBenchmarks.Side)])))
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LongestName))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "scratch-benchmarks"));
        var summaries = new List<Summary>();
        if (TrainingBenchmarks.Cases.Any())
            summaries.Add(BenchmarkRunner.Run<TrainingBenchmarks>(config));
        if (only is null || LogisticRegressionBenchmarks.Name.StartsWith(only, StringComparison.Ordinal))
            summaries.Add(BenchmarkRunner.Run<LogisticRegressionBenchmarks>(config));
        if (summaries.SelectMany(summary => summary.Reports).FirstOrDefault(report => report.ResultStatistics is null) is { } failed)
            throw new InvalidOperationException($"{failed.BenchmarkCase.DisplayInfo} failed; BenchmarkDotNet's own lines above tell why.");
        return new("depth", Machine.Here(), PeakResult.Measure(), [.. summaries.SelectMany(Results)]);
    }

    private static IEnumerable<CaseResult> Results(Summary summary) =>
        from report in summary.Reports
        group report by Parameter(report, nameof(TrainingBenchmarks.Case)) ?? LogisticRegressionBenchmarks.Name into reports
        select new CaseResult(reports.Key, reports.First().ResultStatistics!.N, [.. reports.Select(Side)], []);

    private static SideResult Side(BenchmarkReport report)
    {
        var times = report.ResultStatistics!;
        return new(Parameter(report, nameof(TrainingBenchmarks.Side)) ?? report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo, "ns a step", new(times.Q1, times.Median, times.Q3),
            AllocatedBytes: report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase));
    }

    private static string? Parameter(BenchmarkReport report, string name) =>
        report.BenchmarkCase.Parameters.Items.FirstOrDefault(item => item.Name == name)?.Value as string;
}
