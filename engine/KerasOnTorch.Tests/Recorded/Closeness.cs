using Tensorflow;

namespace KerasOnTorch.Tests.Recorded;

/// <summary>How near two computations of the same numbers have to be.</summary>
internal static class Closeness
{
    /// <summary>The unit roundoff: the largest relative error of one correctly rounded operation.</summary>
    public static double Roundoff(this TF_DataType dtype) => Math.Pow(2, dtype == TF_DataType.TF_DOUBLE ? -53 : -24);

    /// <summary>The least normal number: what an operation may lose where small numbers are flushed to zero.</summary>
    public static double Underflow(this TF_DataType dtype) => Math.Pow(2, dtype == TF_DataType.TF_DOUBLE ? -1022 : -126);

    public static double Largest(double[] numbers) => numbers.Max(Math.Abs);

    /// <summary>Fails unless every pair of numbers is equal or differs by at most its bound.</summary>
    public static void AreWithin(double[] expected, double[] actual, Func<int, double> bound, string what)
    {
        Assert.HasCount(expected.Length, actual, what);
        for (int i = 0; i < expected.Length; i++)
            if (!expected[i].Equals(actual[i]) && !(Math.Abs(expected[i] - actual[i]) <= bound(i)))
                Assert.Fail($"{what}[{i}] is {actual[i]:R}, recorded {expected[i]:R}: {Math.Abs(expected[i] - actual[i]):E3} apart, {bound(i):E3} allowed.");
    }

    /// <summary>The dtype's number so many places away from zero, or towards it.</summary>
    public static double Moved(double number, int ulps, TF_DataType dtype) => dtype == TF_DataType.TF_DOUBLE
        ? BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(number) + ulps)
        : BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits((float)number) + ulps);
}
