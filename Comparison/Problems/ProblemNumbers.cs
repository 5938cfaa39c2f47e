using System.Globalization;
using System.Text.Json;
using DataSets;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Problems;

/// <summary>Reads numbers out of a problem file. Every message names the file and the field.</summary>
/// <param name="file">The file's name, as the user gave it.</param>
/// <param name="format">The dtype to round to.</param>
internal sealed class ProblemNumbers(string file, FloatFormat format)
{
    /// <summary>A field of an object.</summary>
    public JsonElement Field(JsonElement parent, string path)
    {
        string name = path[(path.LastIndexOf('.') + 1)..];
        if (parent.ValueKind != JsonValueKind.Object)
            throw Bad(path.Contains('.') ? path[..path.LastIndexOf('.')] : "the file", $"expected an object, got {Kind(parent)}");
        return parent.TryGetProperty(name, out JsonElement value) ? value : throw Bad(path, "is missing");
    }

    /// <summary>A whole number from 1 up.</summary>
    public int Count(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int count) && count >= 1
            ? count
            : throw Bad(path, $"expected a whole number from 1 to {int.MaxValue}, got {Text(value)}");

    /// <summary>A number that is not rounded.</summary>
    public double Plain(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Bad(path, $"expected a finite number, got {Text(value)}");

    /// <summary>A vector or, where it has only one column, a matrix that stands for it.</summary>
    /// <param name="value">The JSON value; a bare number stands for a vector of one.</param>
    /// <param name="path">The field.</param>
    /// <param name="shape">The shape of the result.</param>
    public NumberArray Array(JsonElement value, string path, params int[] shape)
    {
        List<int> found = ShapeOf(value);
        bool fits = found.SequenceEqual(shape)
            || (shape is [_, 1] && found.SequenceEqual(shape[..1]))
            || (shape is [1] && found.Count == 0);
        if (!fits)
            throw Bad(path, $"expected shape {NumberArray.Describe(shape)}, got {NumberArray.Describe(found)}");
        var numbers = new List<double>();
        Flatten(value, path, found, 0, numbers);
        return new(shape, [.. numbers]);
    }

    /// <summary>A matrix of any shape with at least one row and one column.</summary>
    public NumberArray Matrix(JsonElement value, string path)
    {
        List<int> found = ShapeOf(value);
        if (found is not [> 0, > 0])
            throw Bad(path, $"expected a matrix with at least one row and one column, got shape {NumberArray.Describe(found)}");
        return Array(value, path, [.. found]);
    }

    /// <summary>A text; null if the value is something else.</summary>
    public string? Text(JsonElement value, string path)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            throw Bad(path, "is not valid UTF-8");
        }
    }

    /// <summary>An error at a field.</summary>
    public InputException Bad(string path, string what) => Refused($"{path}: {what}");

    /// <summary>An error that names its field itself.</summary>
    public InputException Refused(string what) => new($"{file}: {what}.");

    // The lengths of the first row at each depth; Flatten finds the rows that differ from them.
    private static List<int> ShapeOf(JsonElement value)
    {
        var shape = new List<int>();
        while (value.ValueKind == JsonValueKind.Array)
        {
            shape.Add(value.GetArrayLength());
            if (shape[^1] == 0)
                break;
            value = value[0];
        }
        return shape;
    }

    private void Flatten(JsonElement value, string path, List<int> shape, int depth, List<double> numbers)
    {
        if (depth == shape.Count)
        {
            numbers.Add(Number(value, path));
            return;
        }
        if (value.ValueKind != JsonValueKind.Array)
            throw Bad(path, $"expected {shape[depth]} numbers in brackets, got {Text(value)}");
        if (value.GetArrayLength() != shape[depth])
            throw Bad(path, $"has length {value.GetArrayLength()}, where the first of its kind has {shape[depth]}");
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
            Flatten(item, $"{path}[{index++}]", shape, depth + 1, numbers);
    }

    private double Number(JsonElement value, string path)
    {
        if (Text(value, path) is "NaN" or "Infinity" or "-Infinity")
            throw Bad(path, $"is {value.GetString()}; a training starts from finite numbers");
        double number = Plain(value, path);
        double rounded = format.Nearest(number);
        return double.IsFinite(rounded) ? rounded : throw Bad(path, $"{number.ToString("R", CultureInfo.InvariantCulture)} is too large for {format}");
    }

    private static string Text(JsonElement value)
    {
        string text = value.GetRawText();
        return value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? Kind(value) : text.Length > 40 ? $"{text[..40]}…" : text;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}
