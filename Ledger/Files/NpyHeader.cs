using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Files;

/// <summary>What stands before the numbers of a NumPy array in a file: its dtype, its order and its shape.</summary>
/// <param name="Kind">NumPy's letter: f, i, u, b, U and others.</param>
/// <param name="ItemSize">Bytes of an element.</param>
/// <param name="IsBigEndian">Whether an element's first byte is its highest.</param>
/// <param name="IsFortranOrder">Whether columns, not rows, stand one after the other.</param>
/// <param name="Shape">The dimensions.</param>
internal sealed partial record NpyHeader(char Kind, int ItemSize, bool IsBigEndian, bool IsFortranOrder, IReadOnlyList<int> Shape)
{
    // The most that version 1 can have; a header of numbers takes about a hundred bytes.
    private const int Longest = ushort.MaxValue;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The dtype by NumPy's name.</summary>
    public string Dtype => Kind switch
    {
        'f' => $"float{ItemSize * 8}",
        'i' => $"int{ItemSize * 8}",
        'u' => $"uint{ItemSize * 8}",
        'c' => $"complex{ItemSize * 8}",
        'b' => "bool",
        'U' or 'S' => "text",
        _ => $"dtype {Kind}{ItemSize}",
    };

    /// <summary>Whether the elements are whole numbers of a width that is read.</summary>
    public bool IsInteger => (Kind, ItemSize) is ('i' or 'u', 1 or 2 or 4 or 8);

    /// <summary>Whether the elements are floating-point numbers of a width that is read.</summary>
    public bool IsFloat => (Kind, ItemSize) is ('f', 4 or 8);

    /// <summary>Whether the elements are true or false, 1 or 0.</summary>
    public bool IsBool => (Kind, ItemSize) is ('b', 1);

    /// <summary>Reads a header of version 1, 2 or 3 and leaves the stream at the first element.</summary>
    /// <param name="read">Fills a buffer from the file; it throws where the file ends.</param>
    /// <exception cref="FormatException">It is not a header, or of an array that is not read; the message is a clause.</exception>
    public static NpyHeader Read(Action<Span<byte>> read)
    {
        Span<byte> start = stackalloc byte[8];
        read(start);
        if (!start[..Magic.Length].SequenceEqual(Magic))
            throw new FormatException("is no NumPy array; save the file with numpy.savez");
        if (start[6] is < 1 or > 3 || start[7] != 0)
            throw new FormatException($"has version {start[6]}.{start[7]} of the .npy form, which is not known; save it with numpy.savez");
        Span<byte> length = stackalloc byte[start[6] == 1 ? 2 : 4];
        read(length);
        uint text_length = start[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(length) : BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (text_length > Longest)
            throw new FormatException($"claims a header of {text_length} bytes; save the file with numpy.savez");
        var text = new byte[text_length];
        read(text);
        return Parse(Encoding.UTF8.GetString(text));
    }

    /// <summary>The header in bytes: version 1, its end at a multiple of 64 as NumPy puts it.</summary>
    public byte[] ToBytes()
    {
        string shape = string.Concat(Shape.Select(length => string.Create(CultureInfo.InvariantCulture, $"{length}, ")));
        string text = $"{{'descr': '{(IsBigEndian ? '>' : '<')}{Kind}{(Kind == 'U' ? ItemSize / 4 : ItemSize)}', 'fortran_order': {(IsFortranOrder ? "True" : "False")}, 'shape': ({(Shape.Count == 2 ? shape[..^2] : shape.TrimEnd())}), }}";
        int before = Magic.Length + 2 + 2, total = (before + text.Length + 1 + 63) / 64 * 64;
        var bytes = new byte[total];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(total - before));
        Encoding.ASCII.GetBytes(text.PadRight(total - before - 1) + "\n", bytes.AsSpan(before));
        return bytes;
    }

    private static NpyHeader Parse(string text)
    {
        if (text.Contains("'descr': [", StringComparison.Ordinal))
            throw new FormatException("is a structured array; save each of its fields as an array of its own");
        Match match = Dictionary().Match(text);
        if (!match.Success || new[] { "descr", "order", "shape" }.Any(part => match.Groups[part].Captures.Count != 1))
            throw new FormatException("has a header that cannot be understood; save the file with numpy.savez");

        int[] shape = Shaped(match.Groups["shape"].Value);
        Match type = Type().Match(match.Groups["descr"].Value);
        if (!type.Success)
            throw new FormatException($"has dtype {match.Groups["descr"].Value}, which is not read; save it as float32 or float64");
        char kind = type.Groups["kind"].Value[0];
        if (kind == 'O')
            throw new FormatException("is an array of Python objects (a pickle), which is never read; save it as numpy.asarray(..., dtype=numpy.float32)");
        int size = int.Parse(type.Groups["size"].Value, CultureInfo.InvariantCulture);
        return new(kind, kind == 'U' ? 4 * size : size, type.Groups["order"].Value == ">", match.Groups["order"].Value == "True", shape);
    }

    private static int[] Shaped(string text)
    {
        string[] lengths = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.ConvertAll(lengths, length => int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed)
            ? parsed
            : throw new FormatException($"has shape ({text}), which is no shape of numbers that a file could hold"));
    }

    // A Python dict with these three keys in any order.
    [GeneratedRegex("""^\{\s*(?:(?:'descr'\s*:\s*'(?<descr>[^']*)'|'fortran_order'\s*:\s*(?<order>True|False)|'shape'\s*:\s*\((?<shape>[\d\s,]*)\))\s*(?:,\s*)?)*\}\s*$""")]
    private static partial Regex Dictionary();

    [GeneratedRegex("""^(?<order>[<>|=]?)(?<kind>[a-zA-Z])(?<size>\d{1,8})$|^\|?(?<kind>O)(?<size>)$""")]
    private static partial Regex Type();
}
