using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace DataSets.Files;

/// <summary>
/// A column of text cells on its way to numbers. Its first cell that is not missing decides what it holds, unless that is told.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="name">The column's name.</param>
internal sealed partial class CsvColumn(string path, string name)
{
    // Each of them would become an input of the network.
    private const int MostTexts = 10_000;

    private const int LongestShown = 60;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private char[] letters = new char[64];
    private ColumnKind? kind;
    private bool is_told;

    /// <summary>What the column holds, told before anything is read.</summary>
    public void Tell(ColumnKind told)
    {
        if (is_told && kind != told)
            throw new InputException($"{path}: column \"{name}\" is told to hold texts and to hold numbers; leave one of the two out.");
        (kind, is_told) = (told, true);
    }

    /// <summary>The next cell as a double.</summary>
    /// <param name="cell">Its text in UTF-8.</param>
    /// <param name="line">Where it stands.</param>
    /// <exception cref="InputException">It cannot be in this column.</exception>
    public double Read(ReadOnlySpan<byte> cell, long line)
    {
        if (IsMissing(cell))
            return double.NaN;
        if (kind is ColumnKind.Text or ColumnKind.FreeText)
            return Text(cell, line);
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || IsInfinity(cell, out number))
        {
            // A NaN with a sign, that is.
            if (double.IsNaN(number))
                return number;
            kind = ColumnKind.Number;
            return double.IsFinite(number) ? number : throw Bad(cell, line, "is infinite, or more than a number of 64 bits can hold; correct it, or leave it empty as missing");
        }
        if (HasComma().IsMatch(Shown(cell)))
            throw Bad(cell, line, "seems to have a decimal comma; write numbers with a point and with nothing between thousands "
                + "(where semicolons or tabs separate the cells, sed 's/,/./g' OLD > NEW does that), or tell that the column holds texts");
        if (kind == ColumnKind.Number)
            throw Bad(cell, line, is_told ? "is no number; correct it, or leave it empty as missing" : "is no number, as the column's first value is; correct it, leave it empty as missing, or tell that the column holds texts");
        kind = ColumnKind.Text;
        return Text(cell, line);
    }

    /// <summary>The column, all read. One of which every cell is missing counts as numbers.</summary>
    public Column ToColumn() => new(name, kind ?? ColumnKind.Number, kind == ColumnKind.Text ? texts : []);

    /// <summary>Whether a cell is a number.</summary>
    public static bool IsNumber(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number) || HasComma().IsMatch(cell);

    /// <summary>A line that is no UTF-8.</summary>
    public static InputException NotUtf8(string path, long line) =>
        new($"{path}: line {line}: is not UTF-8; save the file as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW turns one from Windows into it).");

    private double Text(ReadOnlySpan<byte> cell, long line)
    {
        if (letters.Length < cell.Length)
            letters = new char[2 * cell.Length];
        if (Utf8.ToUtf16(cell, letters, out _, out int length, replaceInvalidSequences: false) != OperationStatus.Done)
            throw NotUtf8(path, line);
        if (kind == ColumnKind.FreeText)
            return 0;
        ReadOnlySpan<char> text = letters.AsSpan(0, length);
        if (places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int place))
            return place;
        if (texts.Count == MostTexts)
        {
            kind = ColumnKind.FreeText;
            places.Clear();
            texts.Clear();
            return 0;
        }
        texts.Add(text.ToString());
        places.Add(texts[^1], texts.Count - 1);
        return texts.Count - 1;
    }

    private InputException Bad(ReadOnlySpan<byte> cell, long line, string what) => new($"{path}: line {line}, column \"{name}\": \"{Shown(cell)}\" {what}.");

    private static string Shown(ReadOnlySpan<byte> cell)
    {
        string text = Encoding.UTF8.GetString(cell);
        return text.Length > LongestShown ? $"{text[..LongestShown]}…" : text;
    }

    private static bool IsMissing(ReadOnlySpan<byte> cell) => cell.Length switch
    {
        0 => true,
        1 => cell[0] == '?',
        2 => Ascii.EqualsIgnoreCase(cell, "NA"u8),
        3 => Ascii.EqualsIgnoreCase(cell, "NaN"u8),
        4 => Ascii.EqualsIgnoreCase(cell, "null"u8),
        _ => false,
    };

    // As Python writes it; .NET knows the whole word.
    private static bool IsInfinity(ReadOnlySpan<byte> cell, out double number)
    {
        number = double.PositiveInfinity;
        return Ascii.EqualsIgnoreCase(cell[0] is (byte)'+' or (byte)'-' ? cell[1..] : cell, "inf"u8);
    }

    // 1,5 and 1.234,5; and 5;2, what is left of 1,5;2,5 when commas are taken to separate cells.
    [GeneratedRegex(@"^[+-]?(\d{1,3}(\.\d{3})+|\d*)[,;]\d+([eE][+-]?\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex HasComma();
}
