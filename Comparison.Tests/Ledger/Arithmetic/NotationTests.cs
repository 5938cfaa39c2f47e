using CsCheck;
using Ledger.Arithmetic;

namespace Comparison.Tests.Ledger.Arithmetic;

[TestClass]
public sealed class NotationTests
{
    private static readonly Notation A = Number(2), B = Number(3), C = Number(5), Negative = Number(-0.4);

    [TestMethod]
    public void Parentheses_stand_where_the_meaning_needs_them_and_nowhere_else()
    {
        Assert.AreEqual("2 + 3 · 5", $"{A + B * C}");
        Assert.AreEqual("(2 + 3) · 5", $"{(A + B) * C}");
        Assert.AreEqual("2 · (3 + 5)", $"{A * (B + C)}");
        Assert.AreEqual("2 + 3 - 5", $"{A + (B - C)}");
        Assert.AreEqual("2 - (3 + 5)", $"{A - (B + C)}");
        Assert.AreEqual("2 - 3 - 5", $"{A - B - C}");
        Assert.AreEqual("2 / 3 / 5", $"{A / B / C}");
        Assert.AreEqual("2 / (3 · 5)", $"{A / (B * C)}");
        Assert.AreEqual("2 · 3 / 5", $"{A * (B / C)}");
        Assert.AreEqual("log(2 - 3) · 5", $"{Notation.Call("log", A - B) * C}");
        Assert.AreEqual("(2 where 3 > 0, otherwise 0) + 5", $"{Notation.Where(A, "3 > 0") + C}");
    }

    [TestMethod]
    public void A_negative_number_never_stands_beside_another_sign()
    {
        Assert.AreEqual("-0.4 · 2", $"{Negative * A}");
        Assert.AreEqual("2 · (-0.4)", $"{A * Negative}");
        Assert.AreEqual("2 + (-0.4)", $"{A + Negative}");
        Assert.AreEqual("-(-0.4)", $"{-Negative}");
        Assert.AreEqual("-(2 + 3)", $"{-(A + B)}");
        Assert.AreEqual("-2 · 3", $"{-(A * B)}");
    }

    [TestMethod]
    [DataRow(0.1, "0.1")]
    [DataRow(0.23, "0.23")]
    [DataRow(0.64083724, "0.6408")]
    [DataRow(-0.035916276, "-0.03592")]
    [DataRow(-1.5604585, "-1.5605")]
    [DataRow(1234.56789, "1234.5679")]
    [DataRow(1.0, "1")]
    [DataRow(0.0, "0")]
    [DataRow(1e-7, "1E-07")]
    [DataRow(double.NaN, "NaN")]
    [DataRow(double.NegativeInfinity, "-Infinity")]
    public void A_number_has_its_shortest_digits_or_four_that_count(double value, string expected) =>
        Assert.AreEqual(expected, $"{Notation.Number(FloatFormat.Float32.Nearest(value), FloatFormat.Float32)}");

    [TestMethod]
    public void A_long_sum_shows_its_first_terms_and_how_many_more_and_writes_no_others()
    {
        int written = 0;

        Notation sum = Notation.Sum(784, term =>
        {
            written++;
            return Number(term);
        });

        Assert.AreEqual("0 + 1 + 2 + … (781 more terms)", $"{sum}");
        Assert.AreEqual(3, written);
    }

    [TestMethod]
    public void What_is_written_means_what_was_computed()
    {
        Func<Both, Both, Both>[] operations =
        [
            (x, y) => new(x.Written + y.Written, x.Value + y.Value),
            (x, y) => new(x.Written - y.Written, x.Value - y.Value),
            (x, y) => new(x.Written * y.Written, x.Value * y.Value),
            (x, y) => new(x.Written / y.Written, x.Value / y.Value),
            (x, _) => new(-x.Written, -x.Value),
        ];
        Gen.Select(Gen.Int[0, operations.Length - 1].Array[1, 6], Gen.Int[-9, 9].Array[7]).Sample((chosen, numbers) =>
        {
            Both[] operands = Array.ConvertAll(numbers, number => new Both(Number(number), new(number, 1)));
            Both result = operands[6];
            for (int i = 0; i < chosen.Length; i++)
                result = i % 2 == 0 ? operations[chosen[i]](result, operands[i]) : operations[chosen[i]](operands[i], result);

            if (!result.Value.Denominator.IsZero)
                Assert.IsTrue(Evaluated.Of(result.Written.Text).Is(result.Value), $"{result.Written} is not {result.Value}");
        }, iter: 10_000);
    }

    [TestMethod]
    public void Nothing_is_written_unless_it_was_asked_for()
    {
        Estimates plain = Estimates.Recorded(new(FloatFormat.Float64), 1, 2, [1, 2]);

        Assert.IsNull(plain.Dot(plain.Transposed()).Expression(0));
        Assert.AreEqual("1 · 1 + 2 · 2", $"{plain.Written().Dot(plain.Written().Transposed()).Expression(0)}");
    }

    private static Notation Number(double value) => Notation.Number(value, FloatFormat.Float64);

    private sealed record Both(Notation Written, Fraction Value);
}
