using Ledger.Arithmetic;

namespace Comparison.Tests.Ledger;

/// <summary>The operations of a format, each rounded once, and sums in a random order.</summary>
/// <param name="format">The format.</param>
/// <param name="random">Where the order of sums comes from.</param>
/// <param name="fused">Whether products are added by fused multiply-add.</param>
/// <param name="flushes_denormals">Whether denormal results are 0.</param>
internal sealed class HonestArithmetic(FloatFormat format, Random random, bool fused, bool flushes_denormals)
{
    /// <summary>Numbers of the format between -magnitude and magnitude.</summary>
    public double[] Draw(int count, double magnitude) =>
        [.. Enumerable.Range(0, count).Select(_ => R((random.NextDouble() * 2 - 1) * magnitude))];

    /// <summary>One rounding: float32 operations carried out in double and rounded once are correctly rounded.</summary>
    public double R(double value)
    {
        double rounded = format.Nearest(value);
        return flushes_denormals && Math.Abs(rounded) < format.LeastNormal ? 0 : rounded;
    }

    /// <summary>a · b + c. Exact in double before the one rounding for float32; Math's own for float64.</summary>
    public double Fma(double a, double b, double c) => R(Math.FusedMultiplyAdd(a, b, c));

    /// <summary>1 / (1 + exp(-z)).</summary>
    public double Sigmoid(double z) => R(1 / R(1 + R(Math.Exp(-z))));

    /// <summary>The sum of some numbers.</summary>
    public double Sum(IEnumerable<double> terms) => Sum([.. terms.Select(term => (1.0, term))]);

    /// <summary>Products summed in a random order: pairwise by repeatedly joining two partial sums, or one after the other, fused or not.</summary>
    public double Sum((double Left, double Right)[] factors)
    {
        random.Shuffle(factors);
        if (fused)
            return factors.Skip(1).Aggregate(R(factors[0].Left * factors[0].Right), (sum, f) => Fma(f.Left, f.Right, sum));
        List<double> partial = [.. factors.Select(f => R(f.Left * f.Right))];
        while (partial.Count > 1)
        {
            int at = random.Next(partial.Count - 1);
            partial[at] = R(partial[at] + partial[at + 1]);
            partial.RemoveAt(at + 1);
        }
        return partial[0];
    }
}
