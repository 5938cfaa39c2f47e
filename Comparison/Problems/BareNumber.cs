using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Comparison.Problems;

/// <summary>NaN or infinity written as a bare word, as Python's json module does, where JSON has no such number.</summary>
internal static partial class BareNumber
{
    /// <summary>The word that JSON stumbled over, and the field it stands in; null if it stumbled over something else.</summary>
    /// <param name="text">The file.</param>
    /// <param name="error">Where it stumbled.</param>
    public static (string Field, string Text)? Find(byte[] text, JsonException error)
    {
        int start = 0;
        for (long line = 0; line < error.LineNumber; line++)
            start = 1 + Array.IndexOf(text, (byte)'\n', start);
        int at = start + (int)(error.BytePositionInLine ?? 0);
        // The parser may have gone some letters into the word.
        string around = Encoding.UTF8.GetString(text, Math.Max(0, at - 9), Math.Min(text.Length, at + 9) - Math.Max(0, at - 9));
        if (Word().Match(around) is not { Success: true } word)
            return null;
        string before = Encoding.UTF8.GetString(text, 0, Math.Min(text.Length, at));
        return (Name().Matches(before).LastOrDefault()?.Groups[1].Value ?? "the file", word.Value);
    }

    [GeneratedRegex("NaN|-?Infinity")]
    private static partial Regex Word();

    [GeneratedRegex("\"([^\"]*)\"\\s*:")]
    private static partial Regex Name();
}
