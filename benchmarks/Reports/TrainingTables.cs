using Benchmarks.Cases;
using Benchmarks.Measuring;
using Benchmarks.Sides;

namespace Benchmarks.Reports;

/// <summary>The tables of the quick benchmark.</summary>
internal static class TrainingTables
{
    private static readonly string[] peers = [SideNames.C, SideNames.FastC, SideNames.Naive, SideNames.Torch, SideNames.Keras];

    /// <summary>Every case on one thread.</summary>
    public static MarkdownTable OneThread(IEnumerable<CaseResult> results)
    {
        MarkdownTable table = new(
            ["µs a step, one thread", SideNames.Scratch, .. peers, "Scratch / C", "quartiles", "Scratch / TorchSharp", "quartiles", "GFLOPS", "of the peak", "bytes a step"]);
        foreach (CaseResult result in results)
        {
            SideResult scratch = result[SideNames.Scratch]!;
            table.AddRow([
                result.Name, Microseconds(scratch), .. peers.Select(side => Microseconds(result[side])),
                .. Ratio(result[SideNames.Scratch, SideNames.C]), .. Ratio(result[SideNames.Scratch, SideNames.Torch]),
                $"{scratch.Gflops!.Median:F1}", $"{scratch.ShareOfPeak!.Median:P0}", $"{scratch.AllocatedBytes:F0}"]);
        }
        return table;
    }

    /// <summary>The large cases on all cores beside one.</summary>
    public static MarkdownTable AllThreads(IEnumerable<CaseResult> results, int threads)
    {
        string scratch = SideNames.Of(SideNames.Scratch, threads), torch = SideNames.Of(SideNames.Torch, threads), keras = SideNames.Of(SideNames.Keras, threads);
        MarkdownTable table = new(
            $"µs a step, {threads} threads", SideNames.Scratch, SideNames.Torch, SideNames.Keras, "one thread / all", "quartiles", "Scratch / TorchSharp", "quartiles", "GFLOPS");
        foreach (CaseResult result in results)
            table.AddRow([
                result.Name, Microseconds(result[scratch]), Microseconds(result[torch]), Microseconds(result[keras]),
                .. Ratio(result[SideNames.Scratch, scratch]), .. Ratio(result[scratch, torch]), $"{result[scratch]!.Gflops!.Median:F1}"]);
        return table;
    }

    /// <summary>Time for each multiply-add at odd sizes, beside even ones near them.</summary>
    public static MarkdownTable OddSizes(IEnumerable<(TrainingCase Odd, TrainingCase Even, CaseResult Result)> cases)
    {
        MarkdownTable table = new("odd size", "ps a multiply-add", "even size", "ps a multiply-add", "odd / even", "quartiles");
        foreach (var (odd, even, result) in cases)
        {
            string neighbour = SideNames.Neighbour(even);
            double scale = (double)even.MultiplyAdds / odd.MultiplyAdds;
            Spread ratio = result[SideNames.Scratch, neighbour]!.Value;
            table.AddRow(
                $"{odd}", Picoseconds(result[SideNames.Scratch]!, odd), even.Network, Picoseconds(result[neighbour]!, even),
                $"{ratio.Median * scale:F2}", $"{ratio.LowerQuartile * scale:F2} to {ratio.UpperQuartile * scale:F2}");
        }
        return table;

        static string Picoseconds(SideResult side, TrainingCase @case) => $"{side.Value.Median / @case.MultiplyAdds * 1000:F1}";
    }

    /// <summary>A time with three digits at least.</summary>
    public static string Microseconds(SideResult? side) => (side?.Value.Median / 1000) switch
    {
        null => "–",
        < 1 and var time => $"{time:F4}",
        < 100 and var time => $"{time:F2}",
        var time => $"{time:F0}",
    };

    /// <summary>A ratio's median and quartiles.</summary>
    public static string[] Ratio(Ratio? ratio) =>
        ratio is { Value: var value } ? [Short(value.Median), $"{Short(value.LowerQuartile)} to {Short(value.UpperQuartile)}"] : ["–", "–"];

    private static string Short(double ratio) => ratio < 0.1 ? $"{ratio:F4}" : $"{ratio:F2}";
}
