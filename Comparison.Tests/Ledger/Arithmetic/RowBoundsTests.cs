using System.Numerics;
using CsCheck;
using Ledger.Arithmetic;

namespace Comparison.Tests.Ledger.Arithmetic;

/// <summary>The bounds of what is computed over rows and of powers, against honest evaluations and more digits.</summary>
[TestClass]
public sealed class RowBoundsTests
{
    private static readonly Gen<FloatFormat> Formats = Gen.OneOf(FloatFormat.Float32, FloatFormat.Float64);

    [TestMethod]
    public void A_power_is_exact_to_eighty_bits_and_within_its_bound_however_it_is_computed()
    {
        Gen.Select(Gen.Double[0.5, 0.9999], Gen.Int[1, 3000], Formats).Sample((drawn, power, format) =>
        {
            double x = format.Nearest(drawn);
            Bounded bound = new Rounding(format).Power(x, power);

            // Below that the low part is denormal, and what is lost far less than one underflow.
            if (bound.Value.High > 1e-290)
                Assert.IsTrue(Relative(bound.Value, x, power) <= Math.ScaleB(1, -80), $"{x:R}^{power}");
            double product = x;
            for (int i = 1; i < power; i++)
                product = format.Nearest(product * x);
            foreach (double honest in new[] { product, format.Nearest(Math.Pow(x, power)) })
                Assert.IsTrue(Math.Abs((honest - bound.Value).High) <= bound.Hard, $"{x:R}^{power} in {format}: {honest:R}");
            Assert.IsTrue(bound.Hard <= (Math.Max(5, power) + 1) * 2 * format.UnitRoundoff * bound.Value.High + 2 * format.LeastNormal, $"{x:R}^{power}: the bound {bound.Hard} is loose");
        }, iter: 3_000, threads: 1);
    }

    [TestMethod]
    public void One_less_a_power_held_in_double_is_the_nearest_number_but_for_double_rounding()
    {
        Gen.Select(Gen.Double[0.5, 0.9999], Gen.Int[1, 3000], Formats).Sample((x, power, format) =>
        {
            Bounded bound = Recorded(format, [1]).OneLessPower(x, power, in_double: true).Values[0];
            double honest = format.Nearest(1 - Math.Pow(x, power));

            Assert.IsTrue(Math.Abs((honest - bound.Value).High) <= bound.Hard, $"1 - {x:R}^{power} in {format}");
        }, iter: 3_000, threads: 1);
    }

    [TestMethod]
    public void A_row_sum_in_any_order_lies_within_its_bound_and_its_exact_value_is_the_sum_of_fractions()
    {
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 12], Gen.Int, Formats).Sample((drawn, seed, format) =>
        {
            double[] numbers = Array.ConvertAll(drawn, format.Nearest);
            Bounded bound = Recorded(format, numbers).SumOverUnits().Values[0];
            double honest = new HonestArithmetic(format, new Random(seed), fused: false, flushes_denormals: false).Sum(numbers);

            BigInteger exact = numbers.Aggregate(BigInteger.Zero, (sum, number) => sum + Scaled(number));
            Assert.IsTrue(BigInteger.Abs(Scaled(bound.Value.High) + Scaled(bound.Value.Low) - exact) <= Scaled(numbers.Sum(Math.Abs)) >> 85);
            Assert.IsTrue(Math.Abs((honest - bound.Value).High) <= bound.Hard);
        }, iter: 5_000, threads: 1);
    }

    [TestMethod]
    public void The_largest_of_a_row_is_one_of_its_numbers_and_none_is_larger()
    {
        Gen.Double[-10, 10].Array[1, 8].Sample(numbers =>
            Assert.AreEqual(numbers.Max(), Recorded(FloatFormat.Float64, numbers).LargestOfRow().Values[0].Value.High), iter: 1_000, threads: 1);
        Assert.IsTrue(double.IsNaN(Recorded(FloatFormat.Float64, [1, double.NaN, 2]).LargestOfRow().Values[0].Value.High));
        Assert.IsTrue(double.IsNaN(Recorded(FloatFormat.Float64, [double.NaN, 2]).LargestOfRow().Values[0].Value.High));
    }

    [TestMethod]
    public void A_label_that_is_no_unit_gives_no_number()
    {
        Estimates row = Recorded(FloatFormat.Float64, [0.1, 0.2, 0.7]);

        Assert.AreEqual(0.7, row.AtLabel(Recorded(FloatFormat.Float64, [2])).Values[0].Value.High);
        CollectionAssert.AreEqual(new[] { 0.0, 1, 0 }, Recorded(FloatFormat.Float64, [1]).OneHot(3).Values.ToArray().Select(value => value.Value.High).ToArray());
        foreach (double label in new[] { -1, 3, 0.5, double.NaN, double.PositiveInfinity })
        {
            Assert.IsTrue(double.IsNaN(row.AtLabel(Recorded(FloatFormat.Float64, [label])).Values[0].Value.High), $"{label}");
            Assert.IsTrue(Recorded(FloatFormat.Float64, [label]).OneHot(3).Values.ToArray().All(value => double.IsNaN(value.Value.High)), $"{label}");
        }
    }

    private static Estimates Recorded(FloatFormat format, double[] row) => Estimates.Recorded(new(format), 1, row.Length, row);

    // |value / x^power - 1|, of whole numbers: x is m / 2^1074, and its power is rounded to 2000 bits at every product.
    private static double Relative(DoubleDouble value, double x, int power)
    {
        const int kept = 2000;
        BigInteger m = Scaled(x), exact = BigInteger.One << kept;
        for (int i = 0; i < power; i++)
            exact = exact * m >> 1074;
        BigInteger computed = (Scaled(value.High) + Scaled(value.Low)) << (kept - 1074);
        return Math.Exp(BigInteger.Log(BigInteger.Max(1, BigInteger.Abs(computed - exact))) - BigInteger.Log(exact));
    }

    // A double times 2^1074, which is whole.
    private static BigInteger Scaled(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger digits = exponent == 0 ? bits & 0xFFFFFFFFFFFFF : bits & 0xFFFFFFFFFFFFF | 1L << 52;
        return (bits < 0 ? -digits : digits) << (Math.Max(exponent, 1) - 1);
    }
}
