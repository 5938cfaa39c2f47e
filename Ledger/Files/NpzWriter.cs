using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>Writes arrays as NumPy's .npz, little-endian, rows first, deflated. The same arrays give the same bytes.</summary>
public sealed class NpzWriter : IDisposable
{
    // The date that NumPy gives the members, the first that a zip can.
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly byte[] buffer = new byte[1 << 16];

    /// <param name="file">Where to; it is left open. The file is whole when this is disposed.</param>
    public NpzWriter(Stream file) => archive = new(file, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Writes numbers.</summary>
    /// <param name="name">The array's name.</param>
    /// <param name="array">The numbers.</param>
    /// <param name="format">The dtype that they are written in, to which each is rounded.</param>
    public void Floats(string name, NumberArray array, FloatFormat format)
    {
        int size = format == FloatFormat.Float32 ? sizeof(float) : sizeof(double);
        using Stream member = Open(name, new('f', size, false, false, array.Shape));
        for (int at = 0, count; at < array.Values.Length; at += count)
        {
            count = Math.Min(buffer.Length / size, array.Values.Length - at);
            for (int i = 0; i < count; i++)
                if (size == sizeof(float))
                    BinaryPrimitives.WriteSingleLittleEndian(buffer.AsSpan(i * size), (float)array.Values[at + i]);
                else
                    BinaryPrimitives.WriteDoubleLittleEndian(buffer.AsSpan(i * size), array.Values[at + i]);
            member.Write(buffer, 0, count * size);
        }
    }

    /// <summary>Writes whole numbers as int64.</summary>
    /// <param name="name">The array's name.</param>
    /// <param name="shape">Its dimensions, none for one number.</param>
    /// <param name="values">The numbers, rows first.</param>
    public void Integers(string name, IReadOnlyList<int> shape, params ReadOnlySpan<int> values)
    {
        using Stream member = Open(name, new('i', sizeof(long), false, false, shape));
        foreach (int value in values)
        {
            BinaryPrimitives.WriteInt64LittleEndian(buffer, value);
            member.Write(buffer, 0, sizeof(long));
        }
    }

    /// <summary>Writes texts.</summary>
    /// <param name="name">The array's name.</param>
    /// <param name="shape">Its dimensions, none for one text.</param>
    /// <param name="texts">The texts, rows first.</param>
    public void Texts(string name, IReadOnlyList<int> shape, params string[] texts)
    {
        byte[][] encoded = Array.ConvertAll(texts, Encoding.UTF32.GetBytes);
        int size = encoded.Select(text => text.Length).Append(4).Max();
        using Stream member = Open(name, new('U', size, false, false, shape));
        foreach (byte[] text in encoded)
        {
            member.Write(text);
            member.Write(new byte[size - text.Length]);
        }
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => archive.Dispose();

    private Stream Open(string name, NpyHeader header)
    {
        ZipArchiveEntry entry = archive.CreateEntry($"{name}.npy");
        entry.LastWriteTime = Date;
        Stream member = entry.Open();
        member.Write(header.ToBytes());
        return member;
    }
}
