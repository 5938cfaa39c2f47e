namespace Comparison.CommandLine;

/// <summary>What someone may have meant by a name that there is not.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    /// <summary>The nearest of the known names, as in "relu-missing, relu-mask-missing or leaky-relu".</summary>
    /// <param name="wanted">What was written.</param>
    /// <param name="known">The names that there are, at least two.</param>
    public static string Of(string wanted, IEnumerable<string> known)
    {
        // A part of a name, or a name with a slip in it: the part first, the fewest letters changed next.
        string[] nearest = [.. known
            .OrderBy(name => wanted.Length > 0 && name.Contains(wanted, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(name => Distance(wanted.ToLowerInvariant(), name.ToLowerInvariant()))
            .Take(Shown)];
        return $"{string.Join(", ", nearest[..^1])} or {nearest[^1]}";
    }

    // Levenshtein's: how many letters must be put in, left out or exchanged.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
