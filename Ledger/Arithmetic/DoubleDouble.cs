namespace Ledger.Arithmetic;

/// <summary>
/// A number held as the unevaluated sum of two doubles, about 106 significant bits: the arithmetic in which formulas are
/// evaluated "exactly". Every operation here has a relative error below 2^-90, which <see cref="RelativeError"/> states
/// and budgets include; where a result is not finite, the high part says which kind it is and the low part is 0.
/// </summary>
/// <remarks>
/// Sums and products after Dekker (1971) and Knuth (TAOCP 2, 4.2.2): the rounding error of a sum or product of two
/// doubles is itself a double and can be computed.
/// </remarks>
/// <param name="High">The number rounded to double.</param>
/// <param name="Low">What rounding left over; at most half an ULP of <paramref name="High"/>.</param>
public readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>Bound of the relative error of one operation, elementary functions included.</summary>
    public const double RelativeError = 1.0 / (1L << 45) / (1L << 45);

    private static readonly DoubleDouble Ln2 = new(0.693147180559945286e0, 2.319046813846299558e-17);

    /// <summary>Whether the number is neither infinite nor NaN.</summary>
    public bool IsFinite => double.IsFinite(High);

    /// <summary>A double as it is.</summary>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>The negative.</summary>
    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    /// <summary>The sum.</summary>
    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        DoubleDouble high = SumOf(x.High, y.High), low = SumOf(x.Low, y.Low);
        DoubleDouble sum = Renormalized(high.High, high.Low + low.High);
        return Renormalized(sum.High, sum.Low + low.Low);
    }

    /// <summary>The difference.</summary>
    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + -y;

    /// <summary>The product.</summary>
    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        DoubleDouble product = ProductOf(x.High, y.High);
        // An infinite factor times the other's low part, mostly 0, would make it NaN.
        return product.IsFinite ? Renormalized(product.High, product.Low + (x.High * y.Low + x.Low * y.High)) : product;
    }

    /// <summary>The quotient, by long division in three steps.</summary>
    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        double first = x.High / y.High;
        if (!double.IsFinite(first) || !double.IsFinite(y.High))
            return first;
        DoubleDouble rest = x - y * first;
        double second = rest.High / y.High;
        rest -= y * second;
        return Renormalized(first, second) + rest.High / y.High;
    }

    /// <summary>The magnitude.</summary>
    public static DoubleDouble Abs(DoubleDouble x) => x.High < 0 ? -x : x;

    /// <summary>e to the power x. Below 1e-290 the low part is denormal or lost, so that only the absolute error stays below 1e-323.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (!x.IsFinite || Math.Abs(x.High) > 800)
            return Math.Exp(x.High);

        // exp(x) = 2^k · exp(r)^256 with |r| < 0.0014, and exp(r) - 1 by its series, squared as (1 + s)² - 1 = 2s + s².
        double k = Math.Round(x.High / Ln2.High);
        DoubleDouble r = (x - Ln2 * k) * (1.0 / 256);
        DoubleDouble term = r, s = r;
        for (int n = 2; n <= 11; n++)
        {
            term = term * r / n;
            s += term;
        }
        for (int i = 0; i < 8; i++)
            s = s * 2 + s * s;
        DoubleDouble result = s + 1;
        // In two halves: 2^k itself may overflow or underflow where the result does not.
        int half = (int)k / 2;
        return new(
            Math.ScaleB(Math.ScaleB(result.High, half), (int)k - half),
            Math.ScaleB(Math.ScaleB(result.Low, half), (int)k - half));
    }

    /// <summary>The natural logarithm; NaN below 0, negative infinity at 0.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        if (!(x.High > 0) || !x.IsFinite)
            return Math.Log(x.High);
        DoubleDouble from_one = x - 1;
        if (Math.Abs(from_one.High) < 0.1)
            return LogNearOne(from_one);
        // log(2^k · m) = k · log(2) + log(m), and one step of Newton's method for exp(y) = m doubles the 53 bits of Math.Log.
        int k = Math.ILogB(x.High);
        var m = new DoubleDouble(Math.ScaleB(x.High, -k), Math.ScaleB(x.Low, -k));
        DoubleDouble y = Math.Log(m.High);
        return Ln2 * k + (y + (m * Exp(-y) - 1));
    }

    /// <summary>log(1 + x), accurate where x is small.</summary>
    public static DoubleDouble Log1p(DoubleDouble x) => Math.Abs(x.High) < 0.1 ? LogNearOne(x) : Log(x + 1);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static DoubleDouble Sigmoid(DoubleDouble x)
    {
        if (x.High >= 0)
            return 1 / (1 + Exp(-x));
        DoubleDouble e = Exp(x);
        return e / (1 + e);
    }

    /// <summary>The hyperbolic tangent.</summary>
    public static DoubleDouble Tanh(DoubleDouble x)
    {
        // Its series, where the quotient below would cancel: the first term left out is below 2^-106 of the sum.
        DoubleDouble square = x * x;
        if (Math.Abs(x.High) < 1e-3)
            return x * (1 + square * (-1 / (DoubleDouble)3 + square * (2 / (DoubleDouble)15 + square * (-17 / (DoubleDouble)315 + square * (62.0 / 2835)))));
        DoubleDouble e = Exp(-2 * Abs(x)), magnitude = (1 - e) / (1 + e);
        return x.High < 0 ? -magnitude : magnitude;
    }

    /// <summary>The square root; NaN below 0.</summary>
    public static DoubleDouble Sqrt(DoubleDouble x)
    {
        double root = Math.Sqrt(x.High);
        if (root == 0 || !double.IsFinite(root))
            return root;
        return Renormalized(root, ((x - ProductOf(root, root)) / (2 * root)).High);
    }

    /// <summary>The sum of two doubles, exactly.</summary>
    public static DoubleDouble SumOf(double a, double b)
    {
        double sum = a + b, part = sum - a;
        return new(sum, double.IsFinite(sum) ? a - (sum - part) + (b - part) : 0);
    }

    /// <summary>The product of two doubles, exactly unless it underflows.</summary>
    internal static DoubleDouble ProductOf(double a, double b)
    {
        double product = a * b;
        return new(product, double.IsFinite(product) ? Math.FusedMultiplyAdd(a, b, -product) : 0);
    }

    // log(1 + t) = 2 · atanh(t / (2 + t)); |t| < 0.1 makes the argument's square less than 1/360, so 13 terms give 2^-110.
    private static DoubleDouble LogNearOne(DoubleDouble t)
    {
        DoubleDouble s = t / (t + 2), square = s * s, power = s, sum = s;
        for (int n = 3; n <= 27; n += 2)
        {
            power *= square;
            sum += power / n;
        }
        return sum * 2;
    }

    private static DoubleDouble Renormalized(double high, double low)
    {
        double sum = high + low;
        return new(sum, double.IsFinite(sum) ? low - (sum - high) : 0);
    }
}
