using System.Globalization;
using System.Numerics;
using System.Text;

namespace Scratch;

/// <summary>
/// Arrays and scalars as NumPy prints them: what <c>print(a)</c> shows with the print options that NumPy starts with, in
/// NumPy 2.3 and later (before 2.3, float32 went to exponents at 1e8 in arrays and at 1e16 in scalars, not at 1e6).
/// </summary>
public static class NumpyText
{
    private const int Precision = 8;
    private const int LineWidth = 75;
    private const int Threshold = 1000;
    private const int EdgeItems = 3;
    private const string Gap = "...";

    /// <summary>An array of one dimension, in brackets; more than 1000 elements are shown by the first and last three.</summary>
    /// <param name="values">Any length.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static string Array<T>(T[] values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.Length == 0)
            return "[]";

        int[] places = Shown(values.Length, values.Length > Threshold);
        var shown = new T[places.Length];
        for (int i = 0; i < shown.Length; i++)
            shown[i] = values[places[i]];
        return Row(WithGap(new Column<T>(shown).Texts(0, shown.Length), values.Length), depth: 1);
    }

    /// <summary>An array of two dimensions, a row a line; more than 1000 elements are shown by the first and last three of each dimension.</summary>
    /// <param name="values">Any shape (rows, columns).</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static string Array<T>(T[,] values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.Length == 0)
            return "[]";

        int[] rows = Shown(values.GetLength(0), values.Length > Threshold);
        int[] columns = Shown(values.GetLength(1), values.Length > Threshold);
        var shown = new T[rows.Length * columns.Length];
        for (int i = 0; i < shown.Length; i++)
            shown[i] = values[rows[i / columns.Length], columns[i % columns.Length]];

        var column = new Column<T>(shown);
        var lines = new string[rows.Length];
        for (int r = 0; r < lines.Length; r++)
            lines[r] = Row(WithGap(column.Texts(r * columns.Length, columns.Length), values.GetLength(1)), depth: 2);
        return $"[{string.Join("\n ", WithGap(lines, values.GetLength(0)))}]";
    }

    /// <summary>A scalar, with the fewest digits that tell it from its neighbours.</summary>
    /// <param name="value">Any value; NaN and infinities are <c>nan</c>, <c>inf</c> and <c>-inf</c>.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static string Scalar<T>(T value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value))
            return NonFinite(value);

        double magnitude = double.Abs(double.CreateChecked(value));
        if (magnitude == 0 || (magnitude >= 1e-4 && magnitude < (typeof(T) == typeof(float) ? 1e6 : 1e16)))
        {
            var (whole, fraction) = Positional(value, most: null);
            return $"{whole}.{(fraction == "" ? "0" : fraction)}";
        }

        var (digit, decimals, exponent) = Scientific(value, most: null, least: 0);
        return decimals == "" ? $"{digit}e{Exponent(exponent)}" : $"{digit}.{decimals}e{Exponent(exponent)}";
    }

    /// <summary>The indices that are printed: all, or those at both ends.</summary>
    private static int[] Shown(int length, bool summarized)
    {
        var shown = new int[summarized ? Math.Min(length, 2 * EdgeItems) : length];
        for (int i = 0; i < shown.Length; i++)
            shown[i] = i < EdgeItems ? i : length - shown.Length + i;
        return shown;
    }

    /// <summary>The texts of what is printed, with dots in the middle where that is not all.</summary>
    private static string[] WithGap(string[] texts, int length) =>
        texts.Length == length ? texts : [.. texts[..EdgeItems], Gap, .. texts[EdgeItems..]];

    /// <summary>One bracketed row, wrapped; <paramref name="depth"/> counts the brackets that are open in it.</summary>
    private static string Row(string[] words, int depth)
    {
        string indent = new(' ', depth);
        var wrapped = new StringBuilder();
        string line = indent;
        foreach (string word in words)
        {
            // Every bracket that may have to close behind the last word takes a place of the width.
            if (line.Length > indent.Length && line.Length + word.Length > LineWidth - depth)
            {
                wrapped.Append(line.TrimEnd()).Append('\n');
                line = indent;
            }
            line += word + " ";
        }
        return $"[{wrapped.Append(line[..^1]).ToString()[depth..]}]";
    }

    /// <summary>How the elements of one array are printed so that they stand in columns.</summary>
    private sealed class Column<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T[] shown;
        private readonly bool exponents;
        private readonly int left;
        private readonly int right;
        private readonly int exponent_digits;

        public Column(T[] shown)
        {
            this.shown = shown;
            exponents = NeedsExponents();
            // NumPy makes room for "nan" and "inf" whichever of them is there, for "-inf" only where it is.
            int longest_non_finite = 0;
            foreach (T value in shown)
            {
                string whole, fraction;
                if (!T.IsFinite(value))
                {
                    longest_non_finite = Math.Max(longest_non_finite, T.IsNegativeInfinity(value) ? 4 : 3);
                    continue;
                }
                if (exponents)
                {
                    (whole, fraction, int exponent) = Scientific(value, Precision, least: 0);
                    exponent_digits = Math.Max(exponent_digits, Exponent(exponent).Length - 1);
                }
                else
                    (whole, fraction) = Positional(value, Precision);
                left = Math.Max(left, whole.Length);
                right = Math.Max(right, fraction.Length);
            }
            if (longest_non_finite > 0)
                left = Math.Max(left, longest_non_finite - (Width - left));
        }

        private int Width => left + 1 + right + (exponents ? 2 + exponent_digits : 0);

        /// <summary>Some of the elements, one after the other.</summary>
        public string[] Texts(int first, int count)
        {
            var texts = new string[count];
            for (int i = 0; i < count; i++)
                texts[i] = Text(shown[first + i]);
            return texts;
        }

        private string Text(T value)
        {
            if (!T.IsFinite(value))
                return NonFinite(value).PadLeft(Width);
            if (exponents)
            {
                var (digit, decimals, exponent) = Scientific(value, most: right, least: right);
                return $"{digit.PadLeft(left)}.{decimals.PadRight(right, '0')}e{Exponent(exponent, exponent_digits)}";
            }
            var (whole, fraction) = Positional(value, Precision);
            return $"{whole.PadLeft(left)}.{fraction.PadRight(right)}";
        }

        private bool NeedsExponents()
        {
            T largest = T.Zero, smallest = T.PositiveInfinity;
            foreach (T value in shown)
                if (T.IsFinite(value) && value != T.Zero)
                {
                    largest = T.Max(largest, T.Abs(value));
                    smallest = T.Min(smallest, T.Abs(value));
                }
            // A float32 has six decimal digits that it always keeps.
            return largest >= T.CreateChecked(typeof(T) == typeof(float) ? 1e6 : 1e8)
                || smallest < T.CreateChecked(1e-4)
                || largest / smallest > T.CreateChecked(1000);
        }
    }

    private static string NonFinite<T>(T value) where T : IFloatingPointIeee754<T> =>
        T.IsNaN(value) ? "nan" : T.IsNegative(value) ? "-inf" : "inf";

    private static string Exponent(int exponent, int digits = 2) =>
        (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    /// <summary>The digits before the point, with a minus sign, and those behind it, without trailing zeros.</summary>
    private static (string Whole, string Fraction) Positional<T>(T value, int? most) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (digits, exponent) = Digits(T.Abs(value), is_scientific: false, most, least: null);
        digits = exponent < 0 ? new string('0', -exponent) + digits : digits.PadRight(exponent + 1, '0');
        int point = Math.Max(exponent, 0) + 1;
        return (Sign(value) + digits[..point], digits[point..].TrimEnd('0'));
    }

    /// <summary>The digit before the point, with a minus sign, those behind it, without trailing zeros, and the power of ten.</summary>
    private static (string Digit, string Fraction, int Exponent) Scientific<T>(T value, int? most, int least) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (digits, exponent) = Digits(T.Abs(value), is_scientific: true, most, least);
        return (Sign(value) + digits[..1], digits[1..].TrimEnd('0'), exponent);
    }

    private static string Sign<T>(T value) where T : IFloatingPointIeee754<T> => T.IsNegative(value) ? "-" : "";

    /// <summary>
    /// Decimal digits and the power of ten of the first one, as Dragon4 (Steele and White 1990) generates them: digits come
    /// until they single the value out among its neighbours and <paramref name="least"/> stand behind the point, or until
    /// <paramref name="most"/> do; the last one is rounded from the exact value, a tie to the even digit.
    /// </summary>
    /// <param name="magnitude">Finite, not negative.</param>
    /// <param name="is_scientific">Whether the point stands behind the first digit, and not behind the ones.</param>
    /// <param name="most">How many digits may stand behind the point; any number if null.</param>
    /// <param name="least">How many must stand there; null leaves out zeros before the point, too.</param>
    private static (string Text, int Exponent) Digits<T>(T magnitude, bool is_scientific, int? most, int? least)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (magnitude == T.Zero)
            return ("0", 0);

        // magnitude = mantissa * 2^power = value / scale; values nearer to it than below or above, over scale, read back as it.
        int bits = magnitude.GetSignificandBitLength(), lowest = T.ILogB(T.Epsilon);
        int power = Math.Max(T.ILogB(magnitude) - (bits - 1), lowest);
        var mantissa = BigInteger.CreateChecked(T.ScaleB(magnitude, -power));
        bool at_power_of_two = power > lowest && mantissa == BigInteger.One << (bits - 1);
        BigInteger unit = BigInteger.One << Math.Max(power, 0), scale = BigInteger.One << Math.Max(-power, 0);
        BigInteger value = 4 * mantissa * unit, below = (at_power_of_two ? 1 : 2) * unit, above = 2 * unit;
        scale *= 4;

        // One digit before the point; the logarithm is rounded, hence the start one place too low.
        int first = (int)Math.Floor(BigInteger.Log10(value) - BigInteger.Log10(scale)) - 1;
        BigInteger tens = BigInteger.Pow(10, Math.Abs(first));
        if (first >= 0)
            scale *= tens;
        else
            (value, below, above) = (value * tens, below * tens, above * tens);
        for (; value >= 10 * scale; first++)
            scale *= 10;

        int point = is_scientific ? first : 0, last = point - most ?? int.MinValue, wanted = point - least ?? int.MaxValue;
        var digits = new StringBuilder();
        for (int place = first; ; place--)
        {
            (BigInteger digit, value) = BigInteger.DivRem(value, scale);
            digits.Append((char)('0' + (int)digit));
            bool down = mantissa.IsEven ? value <= below : value < below;
            bool up = mantissa.IsEven ? value + above >= scale : value + above > scale;
            if (((down || up) && place <= wanted) || place == last)
            {
                int half = (2 * value).CompareTo(scale);
                bool rounds_up = down == up ? half > 0 || (half == 0 && !digit.IsEven) : up;
                return rounds_up ? RoundedUp(digits.ToString(), first) : (digits.ToString(), first);
            }
            (value, below, above) = (value * 10, below * 10, above * 10);
        }
    }

    private static (string Text, int Exponent) RoundedUp(string digits, int exponent)
    {
        string kept = digits.TrimEnd('9');
        return kept == "" ? ("1", exponent + 1) : (kept[..^1] + (char)(kept[^1] + 1), exponent);
    }
}
