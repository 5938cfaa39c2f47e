using BenchmarkDotNet.Attributes;
using Benchmarks.Cases;
using Benchmarks.Sides;

namespace Benchmarks.Depth;

/// <summary>The quick benchmark's cases and sides for BenchmarkDotNet, which tells the time of a step and what it allocates.</summary>
public class TrainingBenchmarks
{
    private const int Steps = 100;

    private CLibraries? libraries;
    private ISide? side;

    /// <summary>The case, by its name.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>The side, by its name.</summary>
    [ParamsSource(nameof(Sides))]
    public string Side { get; set; } = "";

    /// <summary>Names of all cases that were asked for.</summary>
    public static IEnumerable<string> Cases => KnownCases.All.Select(@case => $"{@case}").Where(name => Only is null || name.StartsWith(Only, StringComparison.Ordinal));

    /// <summary>Names of all sides on one thread.</summary>
    public static IEnumerable<string> Sides => [SideNames.Scratch, SideNames.C, SideNames.FastC, SideNames.Naive, SideNames.Torch, SideNames.Keras];

    /// <summary>Only cases whose name begins so; null for all.</summary>
    internal static string? Only { get; set; }

    /// <summary>Whether a case has a side.</summary>
    internal static bool Has(string @case, string side)
    {
        TrainingCase named = Named(@case);
        return side switch
        {
            SideNames.C or SideNames.FastC => named.IsDocumentShaped && Gcc.Version is not null,
            SideNames.Naive => AllSides.HasNaive(named),
            _ => true,
        };
    }

    /// <summary>Makes the side, compiling C where it is that.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        TrainingCase named = Named(Case);
        libraries = new CLibraries(Side is SideNames.C or SideNames.FastC ? [named] : []);
        var data = TrainingData.Of(named, Steps);
        foreach (Func<TrainingData, ISide> make in AllSides.OneThread(named, libraries))
        {
            ISide made = make(data);
            if (made.Name == Side)
                side = made;
            else
                made.Dispose();
        }
    }

    /// <summary>An epoch.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public void Step() => side!.Train(1);

    /// <summary>Lets the side and its library go.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        side?.Dispose();
        libraries?.Dispose();
    }

    private static TrainingCase Named(string name) => KnownCases.All.First(@case => $"{@case}" == name);
}
