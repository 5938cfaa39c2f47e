using System.Numerics;

namespace Comparison.Tests.Ledger.Arithmetic;

/// <summary>A fraction of whole numbers, exactly; one whose denominator is 0 is no number.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static Fraction operator +(Fraction x, Fraction y) => new(x.Numerator * y.Denominator + y.Numerator * x.Denominator, x.Denominator * y.Denominator);

    public static Fraction operator -(Fraction x, Fraction y) => x + -y;

    public static Fraction operator -(Fraction x) => new(-x.Numerator, x.Denominator);

    public static Fraction operator *(Fraction x, Fraction y) => new(x.Numerator * y.Numerator, x.Denominator * y.Denominator);

    public static Fraction operator /(Fraction x, Fraction y) => new(x.Numerator * y.Denominator, x.Denominator * y.Numerator);

    public bool Is(Fraction other) => Numerator * other.Denominator == other.Numerator * Denominator;
}
