using Benchmarks.Cases;

namespace Benchmarks.Sides;

/// <summary>What the tables call each side.</summary>
internal static class SideNames
{
    public const string Scratch = "Scratch", C = "C", FastC = "C -Ofast", Naive = "naive loops", Torch = "TorchSharp", Keras = "KerasVersion";

    private const string OnNeighbour = Scratch + " on ";

    /// <summary>The name of a side that uses more than one thread.</summary>
    public static string Of(string side, int threads) => threads == 1 ? side : $"{OnThreads(side)}{threads} threads";

    /// <summary>How the name of a side begins that uses more than one thread.</summary>
    public static string OnThreads(string side) => $"{side}, ";

    /// <summary>The name of Scratch on another case, measured beside.</summary>
    public static string Neighbour(TrainingCase @case) => OnNeighbour + @case.Network;

    /// <summary>Whether a side is Scratch on another case.</summary>
    public static bool IsNeighbour(string side) => side.StartsWith(OnNeighbour, StringComparison.Ordinal);
}
