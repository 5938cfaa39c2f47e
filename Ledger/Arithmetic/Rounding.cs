namespace Ledger.Arithmetic;

/// <summary>
/// Running error analysis (Wilkinson; Higham, Accuracy and Stability of Numerical Algorithms, ch. 3): each operation gives
/// its exact result together with a bound for the result as computed in <see cref="Format"/>. What the operands may be off
/// by is carried through the operation's derivative, and the operation adds its own rounding: u for + - · / √, 5u for exp,
/// log, log1p, tanh and powers, 8u for the sigmoid (TensorFlow's was once measured at 7.8u, NumPy's log at 4.1u, in float32), and one underflow.
/// </summary>
/// <param name="format">The format of the evaluation that is bounded.</param>
public sealed class Rounding(FloatFormat format)
{
    /// <summary>Roundings allowed to exp, log, log1p, tanh and powers.</summary>
    public const double Elementary = 5;

    /// <summary>Roundings allowed to the sigmoid.</summary>
    public const double OfSigmoid = 8;

    /// <summary>The format of the evaluation that is bounded.</summary>
    public FloatFormat Format { get; } = format;

    /// <summary>u of the format.</summary>
    public double Unit => Format.UnitRoundoff;

    /// <summary>n·u / (1 - n·u): the relative error of n roundings one after the other.</summary>
    public double Gamma(double roundings) => roundings * Unit / (1 - roundings * Unit);

    /// <summary>-x, which rounds nothing.</summary>
    public static Bounded Negate(Bounded x) => x with { Value = -x.Value };

    /// <summary>x + y.</summary>
    public Bounded Add(Bounded x, Bounded y) =>
        Rounded(x.Value + y.Value, x.Hard + y.Hard, x.Likely + y.Likely, underflows: 2);

    /// <summary>x - y.</summary>
    public Bounded Subtract(Bounded x, Bounded y) => Add(x, Negate(y));

    /// <summary>x · y.</summary>
    public Bounded Multiply(Bounded x, Bounded y)
    {
        Bounded product = ExactProduct(x, y);
        return Rounded(product.Value, product.Hard, product.Likely, underflows: 1 + Flushed(x, y) + Flushed(y, x));
    }

    /// <summary>x · y with what its operands may be off by, but without a rounding of its own.</summary>
    public static Bounded ExactProduct(Bounded x, Bounded y)
    {
        double a = Math.Abs(x.Value.High), b = Math.Abs(y.Value.High);
        return new(x.Value * y.Value, Carried(x.Hard, y.Hard), Carried(x.Likely, y.Likely));

        // A recorded operand is off by 0, also where it is multiplied by infinity.
        double Carried(double dx, double dy) => (dy == 0 ? 0 : a * dy) + (dx == 0 ? 0 : b * dx) + dx * dy;
    }

    /// <summary>x / y, as a quotient or as a product with the rounded reciprocal.</summary>
    public Bounded Divide(Bounded x, Bounded y)
    {
        DoubleDouble quotient = x.Value / y.Value;
        double divisor = Math.Abs(y.Value.High);
        return Rounded(quotient, Carried(x.Hard, y.Hard), Carried(x.Likely, y.Likely), roundings: 2,
            // The reciprocal of a large divisor is denormal, and so may be what is divided.
            underflows: 1 + (IsDenormal(x) ? 1 / divisor : 0) + (divisor * Format.LeastNormal > 1 ? Math.Abs(x.Value.High) : 0));

        double Carried(double dx, double dy) =>
            dx == 0 && dy == 0 ? 0 : dy < divisor ? (dx + Math.Abs(quotient.High) * dy) / (divisor - dy) : double.PositiveInfinity;
    }

    /// <summary>log(x).</summary>
    public Bounded Log(Bounded x) => Logarithm(DoubleDouble.Log(x.Value), x, x.Value.High);

    /// <summary>log(1 + x).</summary>
    public Bounded Log1p(Bounded x) => Logarithm(DoubleDouble.Log1p(x.Value), x, 1 + x.Value.High);

    /// <summary>exp(x).</summary>
    public Bounded Exp(Bounded x)
    {
        DoubleDouble value = DoubleDouble.Exp(x.Value);
        return Rounded(value, Carried(x.Hard), Carried(x.Likely), Elementary);

        double Carried(double dx) => dx == 0 ? 0 : value.High * Math.Exp(dx) * dx;
    }

    /// <summary>1 / (1 + exp(-x)).</summary>
    public Bounded Sigmoid(Bounded x)
    {
        DoubleDouble value = DoubleDouble.Sigmoid(x.Value), complement = DoubleDouble.Sigmoid(-x.Value);
        return Rounded(value, Carried(x.Hard), Carried(x.Likely), OfSigmoid);

        // The derivative s·(1-s) grows by at most a factor e^dx over the distance dx.
        double Carried(double dx) => dx == 0 ? 0 : Math.Min(1, (value * complement).High * Math.Exp(dx) * dx);
    }

    /// <summary>tanh(x).</summary>
    public Bounded Tanh(Bounded x)
    {
        // The derivative 1 - tanh² is at most 1.
        return Rounded(DoubleDouble.Tanh(x.Value), x.Hard, x.Likely, Elementary);
    }

    /// <summary>√x.</summary>
    public Bounded Sqrt(Bounded x)
    {
        DoubleDouble root = DoubleDouble.Sqrt(x.Value);
        return Rounded(root, Carried(x.Hard), Carried(x.Likely));

        // |√(x + dx) - √x| is at most dx / √x, and at most √dx.
        double Carried(double dx) => dx == 0 ? 0 : Math.Min(dx / root.High, Math.Sqrt(dx));
    }

    /// <summary>A recorded number to a whole power from 1 up: by a function, or by products one after the other.</summary>
    public Bounded Power(double x, int power)
    {
        DoubleDouble value = 1, square = x;
        for (int left = power; left > 0; left >>= 1, square *= square)
            if ((left & 1) == 1)
                value *= square;
        // Squaring doubles what came before, so that the exact value has as many errors as there are products.
        double exactness = power * DoubleDouble.RelativeError * Math.Abs(value.High);
        return Rounded(value, exactness, exactness, Gamma(Math.Max(Elementary, power - 1)) / Unit);
    }

    /// <summary>A number that an evaluation may hold as it is, or rounded to the format.</summary>
    /// <param name="value">The number.</param>
    /// <param name="off">How far besides the evaluation's own number may be from it.</param>
    public Bounded Constant(double value, double off) => new(value, Unit * Math.Abs(value) + off, Unit * Math.Abs(value) + off);

    /// <summary>max(0, x), which rounds nothing.</summary>
    public Bounded Relu(Bounded x) =>
        Rounded(x.Value.High > 0 || double.IsNaN(x.Value.High) ? x.Value : 0, x.Hard, x.Likely, roundings: 0);

    /// <summary>x · (condition &gt; 0), which rounds nothing; NaN stays NaN.</summary>
    public Bounded Mask(Bounded x, Bounded condition) =>
        Rounded(condition.Value.High > 0 ? x.Value : x.Value * 0, x.Hard, x.Likely, roundings: 0);

    /// <summary>x where the condition is positive, otherwise 0 whatever x is, and NaN where the condition is; it rounds nothing.</summary>
    public Bounded Select(Bounded x, Bounded condition) =>
        double.IsNaN(condition.Value.High) ? double.NaN
        : condition.Value.High > 0 ? Rounded(x.Value, x.Hard, x.Likely, roundings: 0)
        : 0.0;

    /// <summary>x, or the nearer of two of the format's numbers where x lies outside them; it rounds nothing.</summary>
    public Bounded Clip(Bounded x, double least, double most) =>
        x.Value.High < least ? x with { Value = least } : x.Value.High > most ? x with { Value = most } : x;

    /// <summary>|x|, which rounds nothing.</summary>
    public static Bounded Abs(Bounded x) => x with { Value = DoubleDouble.Abs(x.Value) };

    /// <summary>The largest of some numbers, which rounds nothing; NaN where one is.</summary>
    public static Bounded Largest(Bounded[] numbers)
    {
        Bounded largest = numbers[0];
        foreach (Bounded number in numbers)
            if (number.Value.High > largest.Value.High
                || (number.Value.High == largest.Value.High && number.Value.Low > largest.Value.Low)
                || double.IsNaN(number.Value.High))
                largest = number;
        // Whichever is taken for the largest lies within what either may be off by.
        return largest with { Hard = numbers.Max(number => number.Hard), Likely = numbers.Max(number => number.Likely) };
    }

    /// <summary>A number of another format stored in this one.</summary>
    public Bounded Stored(Bounded x) => Rounded(x.Value, x.Hard, x.Likely);

    /// <summary>A sum of terms, in any order.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="roundings">Roundings on the longest path from a term to the sum.</param>
    /// <param name="flushed">What is lost of the terms where denormal factors are flushed to 0, in least normal numbers.</param>
    public Bounded Sum(TermSum terms, int roundings, double flushed)
    {
        double floor = (roundings + flushed) * Format.LeastNormal + roundings * DoubleDouble.RelativeError * terms.Magnitudes;
        double hard = Gamma(roundings) * terms.Magnitudes + floor;
        // Errors of either sign add up like a random walk through partial sums of the size of the terms' norm; where the
        // sum grows with every term, and above all where the terms are alike, they have one sign.
        double likely = double.IsNormal(terms.Squares)
            ? 4 * Math.Sqrt(roundings) * Unit * Math.Sqrt(terms.Squares) + roundings * Unit * Math.Abs(terms.Value.High) + floor
            : hard;
        return Within(terms.Magnitudes, new(terms.Value, terms.Hard + hard, terms.Likely + Math.Min(hard, likely)));
    }

    /// <summary>Whether an engine may take a number for 0.</summary>
    public bool IsDenormal(Bounded x) => x.Value.High != 0 && Math.Abs(x.Value.High) < Format.LeastNormal;

    /// <summary>What is lost of x · y where x is flushed to 0, in least normal numbers.</summary>
    public double Flushed(Bounded x, Bounded y) => IsDenormal(x) ? Math.Abs(y.Value.High) : 0;

    private Bounded Logarithm(DoubleDouble value, Bounded x, double argument)
    {
        return Rounded(value, Carried(x.Hard), Carried(x.Likely), Elementary);

        double Carried(double dx) => dx == 0 ? 0 : dx < argument ? dx / (argument - dx) : double.PositiveInfinity;
    }

    private Bounded Rounded(DoubleDouble value, double hard, double likely, double roundings = 1, double underflows = 1)
    {
        double magnitude = Math.Abs(value.High);
        double floor = underflows * Format.LeastNormal + DoubleDouble.RelativeError * magnitude;
        return Within(magnitude + hard, new(
            value, hard + roundings * Unit * (magnitude + hard) + floor, likely + roundings * Unit * (magnitude + likely) + floor));
    }

    // Beyond the format's largest number an evaluation overflows, and nothing bounds what follows.
    private Bounded Within(double reach, Bounded estimate) =>
        reach > Format.Largest ? estimate with { Hard = double.PositiveInfinity, Likely = double.PositiveInfinity } : estimate;
}
