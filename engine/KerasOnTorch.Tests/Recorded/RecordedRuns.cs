using System.Runtime.CompilerServices;
using System.Text.Json;

namespace KerasOnTorch.Tests.Recorded;

/// <summary>The recorded runs of Keras in reference/keras, or in the folder that KERAS_REFERENCE names where that has the file.</summary>
internal static class RecordedRuns
{
    public static IReadOnlyList<JsonElement> Cases(string file) =>
        [.. JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement.GetProperty("cases").EnumerateArray()];

    public static string PathOf(string file)
    {
        if (Environment.GetEnvironmentVariable("KERAS_REFERENCE") is { Length: > 0 } folder && File.Exists(Path.Combine(folder, file)))
            return Path.Combine(folder, file);
        return Path.Combine(Repository(), "reference", "keras", file);
    }

    /// <summary>The folder of the solution, above the tests' output or, where that lies elsewhere, above this source.</summary>
    private static string Repository([CallerFilePath] string source = "") =>
        new[] { AppContext.BaseDirectory, Path.GetDirectoryName(source)! }.Select(Above).OfType<string>().First();

    private static string? Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "ScratchVsKeras.sln")))
                return at.FullName;
        return null;
    }
}
