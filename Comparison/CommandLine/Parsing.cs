using System.CommandLine.Parsing;
using System.Globalization;

namespace Comparison.CommandLine;

/// <summary>How the values of options are read: numbers as in every culture, and errors that say what was expected.</summary>
internal static class Parsing
{
    /// <summary>A parser of one value.</summary>
    /// <param name="parse">Gives null for what is not meant.</param>
    /// <param name="expected">What is meant, as in "a positive number".</param>
    /// <typeparam name="T">A nullable type.</typeparam>
    public static Func<ArgumentResult, T?> One<T>(Func<string, T?> parse, string expected) => argument =>
    {
        string text = string.Join(' ', argument.Tokens.Select(token => token.Value));
        T? value = parse(text);
        if (value is null)
            argument.AddError($"{((OptionResult)argument.Parent!).IdentifierToken?.Value}: '{text}' is not {expected}.");
        return value;
    };

    /// <summary>A number; null if it is none.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>What <see cref="Count"/> reads, in words.</summary>
    public static readonly string CountMeans = $"a whole number from 1 to {int.MaxValue}";

    /// <summary>A whole number from 1 up; null if it is none.</summary>
    public static int? Count(string text) =>
        Whole(text) is >= 1 and var count ? count : null;

    /// <summary>A whole number from 0 up; null if it is none.</summary>
    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int whole) ? whole : null;
}
