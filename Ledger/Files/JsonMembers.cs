using System.Text.Json;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>The members of a trace in JSON. The text is kept, and each member is parsed when it is asked for.</summary>
internal sealed class JsonMembers : TraceMembers
{
    /// <summary>What "format" must say.</summary>
    public const string FormatName = "scratch-vs-keras trace";

    /// <summary>The version of the form that is read and written.</summary>
    public const int Version = 1;

    // All of the text is kept while a trace is read; an .npz, which is not, is smaller too.
    private const long LongestFile = 1L << 30;

    private readonly byte[] text;
    private readonly Dictionary<string, Range> members = [];

    /// <param name="path">The file's name, as the user gave it.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="TraceFileException">It is no JSON, or no trace.</exception>
    public JsonMembers(string path, FileStream file)
        : base(path)
    {
        if (file.Length == 0)
            throw Bad("is empty; save the trace again");
        if (file.Length > LongestFile)
            throw Bad($"has more than {LongestFile} bytes, too many for JSON; save the trace as .npz");
        text = new byte[file.Length];
        file.ReadExactly(text);
        try
        {
            Steps = Locate(new Utf8JsonReader(text.AsSpan(Start)));
        }
        catch (JsonException error)
        {
            throw Bad($"is cut short or no JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} (NaN and infinities are written \"NaN\", \"Infinity\", \"-Infinity\")", error);
        }
        if (Text("format") != FormatName)
            throw Bad("format", $"must be \"{FormatName}\"; docs/trace-file.md shows a trace");
        if (!IsKnownVersion())
            throw Bad("version", $"must be {Version}, the one version that there is");
        Format = Text("dtype") switch
        {
            "float32" => FloatFormat.Float32,
            "float64" => FloatFormat.Float64,
            _ => throw Bad("dtype", "must be \"float32\" or \"float64\""),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Names => members.Keys;

    /// <inheritdoc/>
    public override int Steps { get; }

    /// <inheritdoc/>
    public override FloatFormat Format { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> NotComputed
    {
        get
        {
            var names = new Dictionary<string, string>();
            if (!Has("not_computed"))
                return names;
            Utf8JsonReader reader = ReaderOf("not_computed");
            bool has_reasons = reader.TokenType == JsonTokenType.StartObject;
            if (!has_reasons && reader.TokenType != JsonTokenType.StartArray)
                throw Bad("not_computed", "must be a list of names, or an object of names and reasons");
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            {
                string name = TextOf(ref reader, "not_computed");
                string? reason = has_reasons && reader.Read() ? TextOf(ref reader, "not_computed") : null;
                AddNotComputed(names, name, reason);
            }
            return names;
        }
    }

    private int Start => text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <inheritdoc/>
    public override bool Has(string name) => members.ContainsKey(name);

    /// <inheritdoc/>
    public override string? Text(string name)
    {
        if (!Has(name))
            return null;
        Utf8JsonReader reader = ReaderOf(name);
        return TextOf(ref reader, name);
    }

    /// <inheritdoc/>
    public override string? Json(string name) => Has(name) ? System.Text.Encoding.UTF8.GetString(text[members[name]]) : null;

    /// <inheritdoc/>
    public override NumberArray Numbers(string name, Numerals numerals, Func<IReadOnlyList<int>, IReadOnlyList<int>> fit)
    {
        IReadOnlyList<int> found = ShapeOf(name), shape = Fit(name, found, fit);
        var values = new double[NumberArray.Count(found)];
        Utf8JsonReader reader = ReaderOf(name);
        int at = 0;
        do
        {
            if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray))
                values[at++] = Number(ref reader, name, numerals);
        }
        while (reader.Read());
        return new(shape, values);
    }

    /// <inheritdoc/>
    public override string Place(string name)
    {
        int slash = name.IndexOf('/');
        return slash < 0 ? name
            : name[..slash] == "start" ? $"start.{name[(slash + 1)..]}"
            : $"step {name[..slash]}, {name[(slash + 1)..]}";
    }

    private int[] ShapeOf(string name)
    {
        Utf8JsonReader reader = ReaderOf(name);
        if (reader.TokenType != JsonTokenType.StartArray)
            return [];
        int rows = 0;
        int? columns = null;
        for (; Next(ref reader, name); rows++)
        {
            int? length = reader.TokenType == JsonTokenType.StartArray ? Length(ref reader, name) : null;
            if (rows > 0 && length != columns)
                throw Bad(name, $"its rows differ in length at row {rows}, counted from 0; give every row as many numbers");
            columns = length;
        }
        return columns is { } width ? [rows, width] : [rows];
    }

    private int Length(ref Utf8JsonReader reader, string name)
    {
        int length = 0;
        for (; Next(ref reader, name); length++)
            if (reader.TokenType == JsonTokenType.StartArray)
                throw Bad(name, "has more than two dimensions, and a trace holds no such array; reshape it or leave it out");
        return length;
    }

    private bool Next(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject
            ? throw Bad(name, "has an object where a number is expected")
            : reader.TokenType != JsonTokenType.EndArray;
    }

    private bool IsKnownVersion()
    {
        if (!Has("version"))
            return false;
        Utf8JsonReader reader = ReaderOf("version");
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int version) && version == Version;
    }

    private double Number(ref Utf8JsonReader reader, string name, Numerals numerals)
    {
        if (reader.TokenType == JsonTokenType.String)
            return TextOf(ref reader, name) switch
            {
                "NaN" when numerals != Numerals.Integers => double.NaN,
                "Infinity" when numerals != Numerals.Integers => double.PositiveInfinity,
                "-Infinity" when numerals != Numerals.Integers => double.NegativeInfinity,
                string other => throw Bad(name, $"\"{other}\" is text where a number is expected; write numbers without quotes"),
            };
        if (reader.TokenType != JsonTokenType.Number)
            throw Bad(name, $"has {Kind(reader.TokenType)} where a number is expected");
        if (!reader.TryGetDouble(out double value) || !double.IsFinite(Format.Nearest(value)))
            throw Bad(name, $"has a number beyond the largest {Format}; an infinity is written \"Infinity\" or \"-Infinity\"");
        if (numerals != Numerals.Integers)
            return Format.Nearest(value);
        return double.IsInteger(value) ? value : throw Bad(name, $"has {value:R} where a whole number is expected");
    }

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    private string TextOf(ref Utf8JsonReader reader, string place)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw Bad(place, "must be text");
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw Bad(place, "holds text that is no UTF-8", error);
        }
    }

    private Utf8JsonReader ReaderOf(string name)
    {
        var reader = new Utf8JsonReader(text.AsSpan(members[name]));
        reader.Read();
        return reader;
    }

    // Where each member stands; all of the text is checked to be JSON on the way. Returns how many steps there are.
    private int Locate(Utf8JsonReader reader)
    {
        int steps = 0;
        var seen = new HashSet<string>();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Bad("is no JSON object; docs/trace-file.md shows a trace");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = TextOf(ref reader, "a field's name");
            reader.Read();
            if (!seen.Add(name))
                throw Twice(name);
            if (name.Contains('/'))
                throw Bad($"\"{name}\" stands beside \"start\" and \"steps\"; what belongs to them stands in them, without a slash");
            if (name == "start")
                LocateAll(ref reader, name);
            else if (name != "steps")
                Locate(ref reader, name);
            else if (reader.TokenType != JsonTokenType.StartArray)
                throw Bad(name, "must be a list of steps");
            else
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    LocateAll(ref reader, $"{++steps}");
        }
        reader.Read();
        return steps;
    }

    private void LocateAll(ref Utf8JsonReader reader, string folder)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Bad(folder == "start" ? folder : $"step {folder}", "must be an object of arrays");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = $"{folder}/{TextOf(ref reader, "a field's name")}";
            reader.Read();
            Locate(ref reader, name);
        }
    }

    private void Locate(ref Utf8JsonReader reader, string name)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        if (!members.TryAdd(name, (Start + start)..(Start + (int)reader.BytesConsumed)))
            throw Twice(name);
    }

    private TraceFileException Twice(string name) => Bad(name, "is in the file twice; keep one of the two");
}
