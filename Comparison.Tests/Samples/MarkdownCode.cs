namespace Comparison.Tests.Samples;

/// <summary>The code in the repository's pages.</summary>
internal static class MarkdownCode
{
    /// <summary>The blocks of C# in a section, in order, without the line break at their end.</summary>
    /// <param name="page">The page's path in the repository.</param>
    /// <param name="heading">What the section's heading begins with, its number signs included; it reaches to the next of the same rank.</param>
    public static IReadOnlyList<string> Blocks(string page, string heading)
    {
        string rank = heading[..(heading.IndexOf(' ') + 1)];
        string[] lines = File.ReadAllLines(Path.Combine(Recordings.Root, page));
        int start = Array.FindIndex(lines, line => line.StartsWith(heading, StringComparison.Ordinal));
        Assert.AreNotEqual(-1, start, $"{page} has no section {heading}");
        string[] section = [.. lines.Skip(start + 1).TakeWhile(line => !line.StartsWith(rank, StringComparison.Ordinal))];

        var blocks = new List<string>();
        for (int i = 0; i < section.Length; i++)
            if (section[i] == "```csharp")
            {
                string[] block = [.. section.Skip(i + 1).TakeWhile(line => line != "```")];
                blocks.Add(string.Join('\n', block));
                i += block.Length + 1;
            }
        return blocks;
    }
}
