using System.Numerics;

namespace Ledger.Arithmetic;

/// <summary>A floating-point format: those that trainings are recorded in, and the one in which formulas are evaluated.</summary>
public sealed record FloatFormat
{
    /// <summary>IEEE binary32, Keras's default.</summary>
    public static readonly FloatFormat Float32 = new("float32", Math.ScaleB(1, -24), Math.ScaleB(1, -126), float.MaxValue);

    /// <summary>IEEE binary64, NumPy's default.</summary>
    public static readonly FloatFormat Float64 = new("float64", Math.ScaleB(1, -53), Math.ScaleB(1, -1022), double.MaxValue);

    /// <summary>
    /// <see cref="Arithmetic.DoubleDouble"/>, so that a budget can also bound what the "exact" evaluation itself is off by.
    /// It holds every double; no training is recorded in it.
    /// </summary>
    public static readonly FloatFormat DoubleDouble = new("double-double", Arithmetic.DoubleDouble.RelativeError, Math.ScaleB(1, -1022), double.MaxValue);

    private FloatFormat(string name, double unit_roundoff, double least_normal, double largest)
    {
        Name = name;
        UnitRoundoff = unit_roundoff;
        LeastNormal = least_normal;
        Largest = largest;
    }

    /// <summary>The format of a type.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static FloatFormat Of<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float) ? Float32 : Float64;

    /// <summary>The name that NumPy and Keras give it.</summary>
    public string Name { get; }

    /// <summary>u: the largest relative error of one rounding, half the distance from 1 to the next number.</summary>
    public double UnitRoundoff { get; }

    /// <summary>The smallest normal number; an engine that flushes denormals may err by as much in any operation.</summary>
    public double LeastNormal { get; }

    /// <summary>The largest finite number.</summary>
    public double Largest { get; }

    /// <summary>The number of this format that is nearest to a value.</summary>
    public double Nearest(double value) => this == Float32 ? (float)value : value;

    /// <summary>A number rounded to so many significant bits, halves to even: what a narrower format of at least its range keeps.</summary>
    public static double Rounded(double value, int bits)
    {
        if (!double.IsFinite(value))
            return value;
        int dropped = 53 - bits;
        long mask = (1L << dropped) - 1, pattern = BitConverter.DoubleToInt64Bits(value);
        // The sign apart, patterns are ordered as numbers are, so that a carry into the exponent is right.
        return BitConverter.Int64BitsToDouble((pattern + (mask >> 1) + ((pattern >> dropped) & 1)) & ~mask);
    }

    /// <summary>Whether the value is one of this format's numbers.</summary>
    public bool Holds(double value) => double.IsNaN(value) || Nearest(value) == value;

    /// <summary>How many numbers of this format lie between two of its numbers, both zeros being one (at most 2⁶³ - 1 are counted); null if either is NaN or infinite.</summary>
    public long? Ulps(double a, double b) =>
        !double.IsFinite(a) || !double.IsFinite(b) ? null : (long)Int128.Min(long.MaxValue, Int128.Abs((Int128)Position(a) - Position(b)));

    /// <inheritdoc/>
    public override string ToString() => Name;

    // The position of a number among all numbers of the format, from the lowest up: its bits, mirrored for negative ones.
    private long Position(double value)
    {
        long bits = this == Float32 ? BitConverter.SingleToInt32Bits((float)value) : BitConverter.DoubleToInt64Bits(value);
        long sign = this == Float32 ? int.MinValue : long.MinValue;
        return bits < 0 ? sign - bits : bits;
    }
}
