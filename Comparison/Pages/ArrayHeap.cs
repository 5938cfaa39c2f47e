using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>
/// The numbers of a page, packed: little-endian float32 and float64, each array once however often it is meant. An array is
/// known by its place in <see cref="Json"/>'s list.
/// </summary>
internal sealed class ArrayHeap
{
    private readonly Dictionary<FloatFormat, MemoryStream> packed = new() { [FloatFormat.Float32] = new(), [FloatFormat.Float64] = new() };
    private readonly Distinct<(FloatFormat Format, string Shape, string Content)> known = new();
    private readonly Distinct<string> kinds = new();
    private readonly JsonArray entries = [];

    /// <summary>The place of an array of numbers of a format.</summary>
    /// <param name="array">The array; many numbers are pooled.</param>
    /// <param name="format">Its format.</param>
    public int Add(NumberArray array, FloatFormat format) => Pooling.IsFor(array.Shape)
        ? Add(Pooling.Mean(array), format, array.Shape)
        : Add(array, format, null);

    /// <summary>The place of an array as it is.</summary>
    /// <param name="array">The array.</param>
    /// <param name="format">The format of its numbers.</param>
    /// <param name="of">The shape of what was pooled to it; null if it was not.</param>
    public int Add(NumberArray array, FloatFormat format, IReadOnlyList<int>? of)
    {
        byte[] bytes = Bytes(array.Values, format);
        string shape = $"{string.Join(',', array.Shape)}/{string.Join(',', of ?? [])}";
        return known.Add((format, shape, Convert.ToBase64String(bytes)), () =>
        {
            packed[format].Write(bytes);
            entries.Add(kinds.Add($"[{Size(format)},[{string.Join(',', array.Shape)}]{(of is null ? "" : $",[{string.Join(',', of)}]")}]"));
        });
    }

    /// <summary>
    /// kinds: [bytes a number, shape, shape before pooling]; arrays: the kind of each, those of one width standing one after
    /// the other in float32 or float64, which are base64.
    /// </summary>
    public JsonObject Json() => new()
    {
        ["kinds"] = new JsonArray([.. kinds.Items.Select(kind => JsonNode.Parse(kind))]),
        ["arrays"] = entries,
        ["float32"] = Convert.ToBase64String(packed[FloatFormat.Float32].ToArray()),
        ["float64"] = Convert.ToBase64String(packed[FloatFormat.Float64].ToArray()),
    };

    private static int Size(FloatFormat format) => format == FloatFormat.Float32 ? sizeof(float) : sizeof(double);

    private static byte[] Bytes(double[] values, FloatFormat format)
    {
        int size = Size(format);
        var bytes = new byte[values.Length * size];
        for (int i = 0; i < values.Length; i++)
        {
            if (format == FloatFormat.Float32)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * size), (float)values[i]);
            else
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * size), values[i]);
        }
        return bytes;
    }
}
