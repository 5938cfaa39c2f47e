using System.Globalization;

namespace Ledger.Arithmetic;

/// <summary>
/// An expression as it is written for people, with as few parentheses as keep its meaning; a negative number on the right
/// of a sign stands in parentheses.
/// </summary>
public sealed record Notation
{
    // A longer sum shows its first terms and how many there are.
    private const int LongestSum = 12, TermsShown = 3;

    /// <summary>What stands before and behind the name of a place.</summary>
    public const char PlaceOpen = '⟦', PlaceClose = '⟧';

    /// <summary>What stands around an expression of which the first number tells whether it needs parentheses.</summary>
    public const char GroupOpen = '‹', GroupClose = '›';

    private readonly Binding binding;

    private Notation(string text, Binding binding)
    {
        Text = text;
        this.binding = binding;
    }

    private enum Binding
    {
        Clause,
        Sum,
        Product,
        Whole,
    }

    /// <summary>The expression.</summary>
    public string Text { get; }

    private bool IsNegative => Text[0] == '-';

    /// <summary>A number of a format: its shortest digits, or if these are more, four significant ones or, from 1 up, four decimals.</summary>
    public static Notation Number(double value, FloatFormat format) => new(Digits(value, format), Binding.Whole);

    /// <summary>
    /// A place for a number that is put in later. What is in parentheses only where it begins with a minus sign stands
    /// between <see cref="GroupOpen"/> and <see cref="GroupClose"/> if it begins with such a place.
    /// </summary>
    /// <param name="name">What tells which number it is.</param>
    public static Notation Place(string name) => new($"{PlaceOpen}{name}{PlaceClose}", Binding.Whole);

    /// <summary>A function of some arguments.</summary>
    public static Notation Call(string function, params IEnumerable<Notation> arguments) =>
        new($"{function}({string.Join(", ", arguments.Select(argument => argument.Text))})", Binding.Whole);

    /// <summary>The magnitude.</summary>
    public static Notation Magnitude(Notation x) => new($"|{x.Text}|", Binding.Whole);

    /// <summary>The negative.</summary>
    public static Notation operator -(Notation x) =>
        new($"-{x.After(Binding.Product)}", Binding.Product);

    /// <summary>The sum.</summary>
    public static Notation operator +(Notation x, Notation y) => new($"{x.From(Binding.Sum)} + {y.After(Binding.Sum)}", Binding.Sum);

    /// <summary>The difference.</summary>
    public static Notation operator -(Notation x, Notation y) => new($"{x.From(Binding.Sum)} - {y.After(Binding.Product)}", Binding.Sum);

    /// <summary>The product.</summary>
    public static Notation operator *(Notation x, Notation y) => new($"{x.From(Binding.Product)} · {y.After(Binding.Product)}", Binding.Product);

    /// <summary>The quotient.</summary>
    public static Notation operator /(Notation x, Notation y) => new($"{x.From(Binding.Product)} / {y.After(Binding.Whole)}", Binding.Product);

    /// <summary>Whether a number is positive, as a factor.</summary>
    public static Notation IsPositive(Notation x) => new($"({x.Text} > 0)", Binding.Whole);

    /// <summary>An expression where a condition holds, otherwise 0.</summary>
    public static Notation Where(Notation x, string condition) => new($"{x.From(Binding.Sum)} where {condition}, otherwise 0", Binding.Clause);

    /// <summary>The sum of some terms.</summary>
    /// <param name="terms">How many there are, at least one.</param>
    /// <param name="term">A term by its position; asked for those that are written only.</param>
    public static Notation Sum(int terms, Func<int, Notation> term)
    {
        bool is_long = terms > LongestSum;
        Notation sum = Enumerable.Range(0, is_long ? TermsShown : terms).Select(term).Aggregate((left, right) => left + right);
        return is_long ? new($"{sum.Text} + … ({terms - TermsShown} more terms)", Binding.Sum) : sum;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private string From(Binding least) => binding < least ? $"({Text})" : Text;

    private string After(Binding least) =>
        binding < least || IsNegative ? $"({Text})"
        : Text[0] == PlaceOpen ? $"{GroupOpen}{Text}{GroupClose}"
        : Text;

    private static string Digits(double value, FloatFormat format)
    {
        string shortest = format == FloatFormat.Float32
            ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
        string few = Math.Abs(value) is >= 1 and < 10_000
            ? value.ToString("0.####", CultureInfo.InvariantCulture)
            : value.ToString("G4", CultureInfo.InvariantCulture);
        return few.Length < shortest.Length ? few : shortest;
    }
}
