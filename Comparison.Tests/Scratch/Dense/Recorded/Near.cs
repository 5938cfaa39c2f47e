namespace Comparison.Tests.Scratch.Dense.Recorded;

/// <summary>Asserts that computed numbers are near enough to recorded ones.</summary>
internal static class Near
{
    /// <summary>Fails unless every pair of numbers is equal or at most its bound apart.</summary>
    public static void Each(double[] recorded, double[] actual, Func<int, double> bound, string what)
    {
        Assert.HasCount(recorded.Length, actual, what);
        for (int i = 0; i < recorded.Length; i++)
            if (!recorded[i].Equals(actual[i]) && !(Math.Abs(recorded[i] - actual[i]) <= bound(i)))
                Assert.Fail($"{what}[{i}] is {actual[i]:R}, recorded {recorded[i]:R}: {Math.Abs(recorded[i] - actual[i]):E2} apart, {bound(i):E2} allowed.");
    }
}
