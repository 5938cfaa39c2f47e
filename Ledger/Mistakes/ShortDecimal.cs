using System.Globalization;

namespace Ledger.Mistakes;

/// <summary>The number that a person would have written.</summary>
internal static class ShortDecimal
{
    // So many digits float32 always keeps.
    private const int Float32Digits = 6;

    /// <summary>The decimal with the fewest digits within an uncertainty of an estimate.</summary>
    public static double In(double estimate, double uncertainty)
    {
        for (int digits = 1; digits < 17; digits++)
            if (Rounded(estimate, digits) is var number && Math.Abs(number - estimate) <= uncertainty)
                return number;
        return estimate;
    }

    /// <summary>
    /// The decimals nearest to an estimate that lie within its uncertainty, those with fewer digits first; a float64 training
    /// may also have held one of few digits in float32, and near its limits the estimate itself may be off by some ULP.
    /// </summary>
    public static IEnumerable<double> Within(double estimate, double uncertainty)
    {
        for (int digits = 1; digits <= 17; digits++)
        {
            double number = Rounded(estimate, digits);
            if (Math.Abs(number - estimate) <= uncertainty)
                yield return number;
            else if (digits <= Float32Digits && Math.Abs((float)number - estimate) <= uncertainty)
                yield return (float)number;
        }
        double below = estimate, above = estimate;
        for (int ulps = 1; ulps <= 8; ulps++)
        {
            yield return below = Math.BitDecrement(below);
            yield return above = Math.BitIncrement(above);
        }
    }

    /// <summary>How many decimals of as few digits there are within an uncertainty, on the average over where it lies.</summary>
    public static double Chance(double number, double uncertainty) =>
        2 * uncertainty / Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - Digits(number) + 1);

    private static double Rounded(double number, int digits) =>
        double.Parse(number.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static int Digits(double number) =>
        number.ToString("R", CultureInfo.InvariantCulture).TakeWhile(c => c != 'E').SkipWhile(c => c is '0' or '.' or '-').Count(char.IsDigit);
}
