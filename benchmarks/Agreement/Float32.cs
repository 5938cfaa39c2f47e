namespace Benchmarks.Agreement;

/// <summary>How float32 rounds.</summary>
internal static class Float32
{
    /// <summary>Half a unit in the last place of 1.</summary>
    public const double U = 1.0 / (1 << 24);

    /// <summary>The relative error of so many roundings.</summary>
    public static double Gamma(int roundings) => roundings * U / (1 - roundings * U);
}
