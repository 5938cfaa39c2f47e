using Benchmarks.Cases;

namespace Benchmarks.Sides;

/// <summary>Which sides a case has.</summary>
internal static class AllSides
{
    // Above this a round of the naive loops would take longer than all other sides together.
    private const long NaiveWork = 1_000_000;

    /// <summary>Whether the naive loops are written for a case, and end soon.</summary>
    public static bool HasNaive(TrainingCase @case) => @case.IsDocumentShaped && @case.MultiplyAdds <= NaiveWork;

    /// <summary>Those on one thread.</summary>
    public static IReadOnlyList<Func<TrainingData, ISide>> OneThread(TrainingCase @case, CLibraries libraries)
    {
        List<Func<TrainingData, ISide>> sides = [data => new ScratchSide(data, 1), .. libraries.For(@case)];
        if (HasNaive(@case))
            sides.Add(data => new NaiveSide(data));
        return [.. sides, data => new TorchSide(data, 1), data => new KerasSide(data, 1)];
    }

    /// <summary>Those that can use more threads, on all of them.</summary>
    public static IReadOnlyList<Func<TrainingData, ISide>> AllThreads(int threads) =>
        [data => new ScratchSide(data, threads), data => new TorchSide(data, threads), data => new KerasSide(data, threads)];
}
