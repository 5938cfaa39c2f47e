using System.Numerics;
using CsCheck;
using Ledger.Arithmetic;

namespace Comparison.Tests.Ledger.Arithmetic;

/// <summary>Against whole numbers of unlimited size, and against the elementary functions' own equations.</summary>
[TestClass]
public sealed class DoubleDoubleTests
{
    private static readonly Gen<DoubleDouble> Numbers =
        from high in Gen.Double[-1e6, 1e6]
        from low in Gen.Double[-1, 1]
        select DoubleDouble.SumOf(high, low * Math.Abs(high) * 1e-17);

    [TestMethod]
    public void Sums_products_and_quotients_are_exact_to_ninety_bits()
    {
        Gen.Select(Numbers, Numbers).Sample((x, y) =>
        {
            IsNear(Exact(x) + Exact(y), x + y, Rational.Abs(Exact(x)) + Rational.Abs(Exact(y)));
            IsNear(Exact(x) * Exact(y), x * y, Rational.Abs(Exact(x) * Exact(y)));
            if (y.High != 0)
                IsNear(Exact(x) / Exact(y), x / y, Rational.Abs(Exact(x) / Exact(y)));
        }, iter: 20_000, threads: 1);
    }

    [TestMethod]
    public void A_result_that_is_not_finite_is_that_of_doubles()
    {
        double[] numbers = [double.PositiveInfinity, double.NegativeInfinity, double.NaN, 0, -0.0, 1, -2.5, double.MaxValue, double.Epsilon];
        foreach (double x in numbers)
            foreach (double y in numbers)
            {
                IsSame(x + y, (DoubleDouble)x + y);
                IsSame(x - y, (DoubleDouble)x - y);
                IsSame(x * y, (DoubleDouble)x * y);
                IsSame(x / y, (DoubleDouble)x / y);
            }

        static void IsSame(double expected, DoubleDouble actual) =>
            Assert.AreEqual(double.IsFinite(expected) ? (actual.High, actual.Low) : (expected, 0), (actual.High, actual.Low));
    }

    [TestMethod]
    public void Functions_have_their_limits_at_infinity()
    {
        DoubleDouble infinity = double.PositiveInfinity;
        foreach (var (limit, value) in new[]
        {
            (1, DoubleDouble.Tanh(infinity)), (-1, DoubleDouble.Tanh(-infinity)), (1, DoubleDouble.Sigmoid(infinity)), (0, DoubleDouble.Sigmoid(-infinity)),
            (0, DoubleDouble.Exp(-infinity)), (double.PositiveInfinity, DoubleDouble.Exp(infinity)), (double.PositiveInfinity, DoubleDouble.Log(infinity)),
            (double.PositiveInfinity, DoubleDouble.Log1p(infinity)), (double.PositiveInfinity, DoubleDouble.Sqrt(infinity)),
        })
            Assert.AreEqual(new(limit, 0), value);
    }

    [TestMethod]
    public void Log_undoes_exp_and_log1p_is_the_logarithm_of_one_more()
    {
        Gen.Double[-600, 700].Sample(x =>
        {
            DoubleDouble there_and_back = DoubleDouble.Log(DoubleDouble.Exp(x));
            // exp's relative error becomes log's absolute one.
            Assert.IsTrue(Math.Abs((there_and_back - x).High) <= DoubleDouble.RelativeError * (2 + Math.Abs(x)), $"{x}");
        }, iter: 20_000, threads: 1);
        Gen.Double[-0.9, 50].Sample(x =>
        {
            DoubleDouble difference = DoubleDouble.Exp(DoubleDouble.Log1p(x)) - (DoubleDouble.SumOf(1, x));
            Assert.IsTrue(Math.Abs(difference.High) <= 4 * DoubleDouble.RelativeError * (1 + Math.Abs(x)), $"{x}");
        }, iter: 20_000, threads: 1);
    }

    [TestMethod]
    public void Exp_of_a_sum_is_the_product_of_the_exps()
    {
        Gen.Select(Gen.Double[-300, 300], Gen.Double[-300, 300]).Sample((x, y) =>
        {
            DoubleDouble together = DoubleDouble.Exp(DoubleDouble.SumOf(x, y)), apart = DoubleDouble.Exp(x) * DoubleDouble.Exp(y);
            Assert.IsTrue(Math.Abs((together - apart).High) <= 4 * DoubleDouble.RelativeError * together.High, $"{x}, {y}");
        }, iter: 20_000, threads: 1);
    }

    [TestMethod]
    public void A_logarithm_near_one_keeps_its_relative_precision()
    {
        // log(1 + t) lies between t - t²/2 and t - t²/2 + t³/3 for t > 0.
        Gen.Double[1e-15, 1e-9].Sample(size =>
        {
            DoubleDouble t = size, log = DoubleDouble.Log1p(t), least = t - t * t / 2;
            Assert.IsTrue((log - least).High >= -DoubleDouble.RelativeError * size && (log - least - t * t * t / 3).High <= DoubleDouble.RelativeError * size, $"{size}");
        }, iter: 20_000, threads: 1);
    }

    [TestMethod]
    public void The_sigmoid_and_its_complement_add_up_to_one()
    {
        Gen.Double[-40, 40].Sample(z =>
            Assert.IsTrue(Math.Abs((DoubleDouble.Sigmoid(z) + DoubleDouble.Sigmoid(-z) - 1).High) <= 4 * DoubleDouble.RelativeError, $"{z}"), iter: 20_000, threads: 1);
    }

    [TestMethod]
    public void What_is_not_finite_stays_what_it_is()
    {
        Assert.AreEqual(double.PositiveInfinity, (DoubleDouble.Exp(1000)).High);
        Assert.AreEqual(0, DoubleDouble.Exp(-1000).High);
        Assert.AreEqual(double.NegativeInfinity, DoubleDouble.Log(0).High);
        Assert.IsTrue(double.IsNaN(DoubleDouble.Log(-1).High));
        Assert.AreEqual(double.PositiveInfinity, ((DoubleDouble)1 / 0).High);
        Assert.IsTrue(double.IsNaN(((DoubleDouble)0 / 0).High));
        Assert.IsTrue(double.IsNaN((double.PositiveInfinity * (DoubleDouble)0).High));
        Assert.AreEqual(double.PositiveInfinity, (double.PositiveInfinity + (DoubleDouble)1).High);
        Assert.AreEqual(1, DoubleDouble.Sigmoid(double.PositiveInfinity).High);
    }

    private static void IsNear(Rational exact, DoubleDouble value, Rational scale) =>
        Assert.IsTrue(Rational.Abs(exact - Exact(value)) <= scale * Exact(DoubleDouble.RelativeError), $"{value}");

    private static Rational Exact(DoubleDouble x) => Rational.Of(x.High) + Rational.Of(x.Low);

    /// <summary>A fraction of whole numbers of unlimited size.</summary>
    private readonly record struct Rational(BigInteger Over, BigInteger Under)
    {
        public static Rational Of(double value)
        {
            long bits = BitConverter.DoubleToInt64Bits(value);
            int exponent = (int)((bits >> 52) & 0x7FF);
            long fraction = bits & 0xFFFFFFFFFFFFF;
            BigInteger digits = exponent == 0 ? fraction : fraction | 1L << 52;
            int scale = Math.Max(exponent, 1) - 1075;
            digits = bits < 0 ? -digits : digits;
            return scale >= 0 ? new(digits << scale, 1) : new(digits, BigInteger.One << -scale);
        }

        public static Rational Abs(Rational x) => new(BigInteger.Abs(x.Over), BigInteger.Abs(x.Under));

        public static Rational operator +(Rational x, Rational y) => new(x.Over * y.Under + y.Over * x.Under, x.Under * y.Under);

        public static Rational operator -(Rational x, Rational y) => new(x.Over * y.Under - y.Over * x.Under, x.Under * y.Under);

        public static Rational operator *(Rational x, Rational y) => new(x.Over * y.Over, x.Under * y.Under);

        public static Rational operator /(Rational x, Rational y) => new(x.Over * y.Under, x.Under * y.Over);

        public static bool operator <=(Rational x, Rational y) => x.Over * BigInteger.Abs(y.Under) * x.Under.Sign <= y.Over * BigInteger.Abs(x.Under) * y.Under.Sign;

        public static bool operator >=(Rational x, Rational y) => y <= x;
    }
}
