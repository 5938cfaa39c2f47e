using System.Globalization;
using System.Text.Json;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Tests;

/// <summary>
/// The recorded runs in reference/keras, or in the folder that the environment variable KERAS_REFERENCE names, itself or its
/// part keras/ (a file that it does not have is read from reference/keras).
/// </summary>
internal static class Recordings
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a recorded file.</summary>
    public static string Path(string file)
    {
        string? other = Environment.GetEnvironmentVariable("KERAS_REFERENCE");
        if (!string.IsNullOrEmpty(other) && !Directory.Exists(other))
            throw new DirectoryNotFoundException($"KERAS_REFERENCE names {other}, which is no folder.");
        string[] places = string.IsNullOrEmpty(other) ? [] : [System.IO.Path.Combine(other, file), System.IO.Path.Combine(other, "keras", file)];
        return places.FirstOrDefault(File.Exists) ?? System.IO.Path.Combine(Root, "reference", "keras", file);
    }

    /// <summary>The path of a table that trainings were recorded on: the recordings' own, if they brought it along.</summary>
    public static string Table(string name)
    {
        string beside = Path($"{name}.csv");
        return File.Exists(beside) ? beside : System.IO.Path.Combine(Root, "reference", $"{name}.csv");
    }

    /// <summary>The cases of a recorded file.</summary>
    public static IReadOnlyList<JsonElement> Cases(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path(file)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(item => item.Clone())];
    }

    /// <summary>A field as text.</summary>
    public static string Text(this JsonElement item, string field) => item.GetProperty(field).GetString()!;

    /// <summary>A field as a number.</summary>
    public static double Number(this JsonElement item, string field) => Number(item.GetProperty(field));

    /// <summary>The numbers of a field, rows first.</summary>
    public static double[] Numbers(this JsonElement item, string field) => [.. Flatten(item.GetProperty(field))];

    /// <summary>The numbers of one of a list's members, rows first.</summary>
    public static double[] Numbers(this JsonElement list, int member) => [.. Flatten(list[member])];

    /// <summary>The format that a case's dtype names.</summary>
    public static FloatFormat Format(this JsonElement item) => item.Text("dtype") == "float32" ? FloatFormat.Float32 : FloatFormat.Float64;

    /// <summary>A field as an array of the shape that it has, each number rounded to a format.</summary>
    public static NumberArray Array(this JsonElement item, string field, FloatFormat format) => Array(item.GetProperty(field), format);

    /// <summary>One of a list's members in the same way.</summary>
    public static NumberArray Array(this JsonElement list, int member, FloatFormat format) => Array(list[member], format);

    /// <summary>Nested lists as an array of their shape, each number rounded to a format.</summary>
    public static NumberArray Array(this JsonElement value, FloatFormat format)
    {
        var shape = new List<int>();
        for (JsonElement inner = value; inner.ValueKind == JsonValueKind.Array; inner = inner[0])
            shape.Add(inner.GetArrayLength());
        return new(shape, [.. Flatten(value).Select(format.Nearest)]);
    }

    private static IEnumerable<double> Flatten(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flatten) : [Number(value)];

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : double.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ScratchVsKeras.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds ScratchVsKeras.sln.");
    }
}
