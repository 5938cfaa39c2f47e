using Benchmarks.Agreement;
using Benchmarks.Cases;
using Benchmarks.Measuring;
using Benchmarks.Processor;
using Benchmarks.Reports;
using Benchmarks.Sides;

namespace Benchmarks;

/// <summary>All cases in under two minutes: the sides in turn in one process, medians with quartiles, ratios within a round.</summary>
internal static class QuickBenchmark
{
    // Work that is worth sharing among threads.
    private const long Large = 10_000_000;

    // Milliseconds before the turn of a side on all cores.
    private const int Rest = 50;

    /// <summary>Measures and prints.</summary>
    /// <param name="rounds">How often each side has its turn in a case.</param>
    /// <param name="only">Only cases whose name begins so; null for all.</param>
    /// <exception cref="DisagreementException">The sides of a case do not do the same training; no time has been printed.</exception>
    public static Report Run(int rounds, string? only)
    {
        TrainingCase[] cases = [.. KnownCases.All.Where(@case => only is null || $"{@case}".StartsWith(only, StringComparison.Ordinal))];
        Progress($"compiling C for {cases.Count(@case => @case.IsDocumentShaped)} sizes");
        using var libraries = new CLibraries(cases);
        int threads = Environment.ProcessorCount;
        PeakResult peak = PeakResult.Measure();
        CaseResult[] results = [.. cases.Select((@case, i) =>
        {
            Progress($"{i + 1} of {cases.Length}: {@case}");
            return Measure(@case, libraries, threads, rounds);
        })];
        var report = new Report("quick", Machine.Here(), peak, results);
        Print(report, cases, threads);
        return report;
    }

    private static CaseResult Measure(TrainingCase @case, CLibraries libraries, int threads, int rounds)
    {
        var one_thread = AllSides.OneThread(@case, libraries);
        var all_threads = IsShared(@case, threads) ? AllSides.AllThreads(threads) : [];
        double share_of_bound = AgreementCheck.ShareOfBound(@case, [.. one_thread, .. all_threads]);
        var data = TrainingData.Of(@case, @case.Steps);
        List<ISide> sides = [.. one_thread.Select(make => make(data))], shared = [.. all_threads.Select(make => make(data))];
        if (KnownCases.NeighbourOf(@case) is { } even)
            sides.Add(new ScratchSide(TrainingData.Of(even, even.Steps), 1, SideNames.Neighbour(even)));
        CaseResult result = new Rounds(sides, rounds).Result($"{@case}", share_of_bound);
        if (shared.Count > 0)
            result = result.And(new Rounds([sides[0], .. shared], rounds, Rest).Result(result.Name, share_of_bound));
        foreach (ISide side in (ISide[])[.. sides, .. shared])
            side.Dispose();
        return result;
    }

    private static bool IsShared(TrainingCase @case, int threads) => threads > 1 && @case.MultiplyAdds >= Large;

    private static void Print(Report report, TrainingCase[] cases, int threads)
    {
        MachineLines.Print(report);
        var results = report.Cases;
        if (results.Count == 0)
            return;
        Console.WriteLine($"The sides' parameters agree: none is farther from an exact training than {results.Max(result => result.ShareOfBound):F2} of what rounding can do.");
        Console.WriteLine();
        TrainingTables.OneThread(results).Print();
        var pairs = cases.Zip(results).ToArray();
        if (pairs.Where(pair => IsShared(pair.First, threads)).Select(pair => pair.Second).ToArray() is { Length: > 0 } shared)
            TrainingTables.AllThreads(shared, threads).Print();
        var odd = from pair in pairs
                  let even = KnownCases.NeighbourOf(pair.First)
                  where even is not null
                  select (pair.First, even, pair.Second);
        if (odd.Any())
            TrainingTables.OddSizes(odd).Print();
    }

    private static void Progress(string what) => Console.Error.WriteLine(what);
}
