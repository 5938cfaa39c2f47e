namespace Benchmarks.Cases;

/// <summary>The cases that are measured.</summary>
internal static class KnownCases
{
    // Sizes that no vector divides, and even ones near them.
    private static readonly ((int Inputs, int Hidden) Odd, (int Inputs, int Hidden) Even)[] odd_sizes =
        [((5, 7), (4, 8)), ((31, 17), (32, 16)), ((100, 33), (96, 32))];

    private static readonly int[] odd_batches = [1, 7, 32, 1000];

    /// <summary>The document's network, three that people train, a deeper one with softmax and Adam, and odd sizes.</summary>
    public static IReadOnlyList<TrainingCase> All { get; } =
    [
        new(3, 4, 1), new(30, 16, 32), new(784, 128, 128), new(784, 1024, 256),
        new([784, 512, 256, 10], 128),
        .. from sizes in odd_sizes
           from batch in odd_batches
           select new TrainingCase(sizes.Odd.Inputs, sizes.Odd.Hidden, batch),
    ];

    /// <summary>The even size beside an odd one, where a cliff would show; null for a case that has none.</summary>
    public static TrainingCase? NeighbourOf(TrainingCase @case) => odd_sizes
        .Where(sizes => @case.IsDocumentShaped && (@case.Inputs, @case.Sizes[1]) == sizes.Odd)
        .Select(sizes => new TrainingCase(sizes.Even.Inputs, sizes.Even.Hidden, @case.Batch))
        .FirstOrDefault();
}
