namespace Comparison.Tests.Samples;

/// <summary>A program of one file in samples/.</summary>
internal static class ProgramFile
{
    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Recordings.Root, "samples"), "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The program, whatever line breaks the checkout has.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(Recordings.Root, "samples", name)).ReplaceLineEndings("\n");

    /// <summary>Runs it as the README says.</summary>
    public static BuiltProgram Run(string name) => DotNet.Run(Recordings.Root, "run", "-c", "Release", $"samples/{name}");
}
