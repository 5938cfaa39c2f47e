using System.Globalization;
using System.Numerics;

namespace Comparison.Tests.Ledger.Arithmetic;

/// <summary>Reads an expression of whole numbers, the four operations and parentheses as a person does, and works it out.</summary>
internal sealed class Evaluated
{
    private readonly string text;
    private int at;

    private Evaluated(string text) => this.text = text.Replace(" ", "");

    /// <summary>The value of an expression.</summary>
    public static Fraction Of(string expression)
    {
        var reader = new Evaluated(expression);
        Fraction value = reader.Sum();
        Assert.AreEqual(reader.text.Length, reader.at, $"'{expression}' goes on after it has ended");
        return value;
    }

    private Fraction Sum()
    {
        Fraction value = Product();
        while (true)
        {
            if (Takes('+'))
                value += Product();
            else if (Takes('-'))
                value -= Product();
            else
                return value;
        }
    }

    private Fraction Product()
    {
        bool is_negative = Takes('-');
        Fraction value = Factor();
        while (true)
        {
            if (Takes('·'))
                value *= Factor();
            else if (Takes('/'))
                value /= Factor();
            else
                return is_negative ? -value : value;
        }
    }

    private Fraction Factor()
    {
        if (Takes('('))
        {
            Fraction value = Sum();
            Assert.IsTrue(Takes(')'), $"'{text}' lacks a parenthesis");
            return value;
        }
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return new(BigInteger.Parse(text[start..at], CultureInfo.InvariantCulture), 1);
    }

    private bool Takes(char sign)
    {
        if (at == text.Length || text[at] != sign)
            return false;
        at++;
        return true;
    }
}
