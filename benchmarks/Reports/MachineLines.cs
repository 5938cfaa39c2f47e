using Benchmarks.Measuring;

namespace Benchmarks.Reports;

/// <summary>What stands above every table: the machine, and what it can do.</summary>
internal static class MachineLines
{
    public static void Print(Report report)
    {
        var (processor, vectors, cores, system, runtime, compiler) = report.Machine;
        Console.WriteLine($"{processor}, {vectors}, {cores} cores; {system}; {runtime}; {compiler ?? "no gcc, so no C"}");
        Console.WriteLine($"Multiply-add peak of one core: {Of(report.Peak.Float32)} GFLOPS in float32, {Of(report.Peak.Float64)} in float64");
        Console.WriteLine();

        static string Of(Spread spread) => $"{spread.Median:F0} ({spread.LowerQuartile:F0} to {spread.UpperQuartile:F0})";
    }
}
