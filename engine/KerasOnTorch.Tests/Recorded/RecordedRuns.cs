using System.Runtime.CompilerServices;
using System.Text.Json;

namespace KerasOnTorch.Tests.Recorded;

/// <summary>
/// The recorded runs of Keras in reference/. KERAS_REFERENCE may name another folder of the same form, or one of its parts;
/// a file that is not there is read from reference/.
/// </summary>
internal static class RecordedRuns
{
    /// <param name="file">A name as in "engine/layers.json".</param>
    public static IReadOnlyList<JsonElement> Cases(string file) =>
        [.. JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement.GetProperty("cases").EnumerateArray()];

    /// <summary>Every case's number, for tests that take them one by one.</summary>
    public static IEnumerable<object[]> Indices(string file) => Enumerable.Range(0, Cases(file).Count).Select(index => new object[] { index });

    public static string PathOf(string file)
    {
        string own = Path.Combine(Repository(), "reference", file);
        if (Environment.GetEnvironmentVariable("KERAS_REFERENCE") is not { Length: > 0 } folder)
            return own;
        string[] places = [Path.Combine(folder, file), Path.Combine(folder, file[(file.IndexOf('/') + 1)..])];
        return places.FirstOrDefault(File.Exists) ?? own;
    }

    /// <summary>A table that runs were recorded on: the recordings' own, if they brought it along.</summary>
    public static string PathOfTable(string name)
    {
        string beside = PathOf($"keras/{name}.csv");
        return File.Exists(beside) ? beside : PathOf($"{name}.csv");
    }

    /// <summary>The folder of the solution, above the tests' output or, where that lies elsewhere, above this source.</summary>
    public static string Repository([CallerFilePath] string source = "") =>
        new[] { AppContext.BaseDirectory, Path.GetDirectoryName(source)! }.Select(Above).OfType<string>().First();

    private static string? Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "ScratchVsKeras.sln")))
                return at.FullName;
        return null;
    }
}
