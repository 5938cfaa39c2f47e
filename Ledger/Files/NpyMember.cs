using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>An array in an .npz: its header is read and held against the bytes that there are, its elements not yet.</summary>
internal sealed class NpyMember : IDisposable
{
    // The most that DEFLATE can make of one byte: 258 bytes for two bits.
    private const long MostInflation = 1032;

    // A multiple of every size of a number.
    private const int BufferSize = 1 << 16;

    private readonly ZipArchiveEntry entry;
    private readonly Stream stream;
    private readonly int count;
    private uint checksum;
    private long position;

    /// <param name="entry">The zip's entry.</param>
    /// <exception cref="FormatException">It is no array that is read; the message is a clause.</exception>
    /// <exception cref="InvalidDataException">The zip is damaged.</exception>
    /// <exception cref="EndOfStreamException">The zip is cut short.</exception>
    public NpyMember(ZipArchiveEntry entry)
    {
        this.entry = entry;
        stream = entry.Open();
        try
        {
            Header = NpyHeader.Read(Fill);
            Int128 needed = (Int128)NumberArray.Count(Header.Shape) * Header.ItemSize + position;
            if (needed != entry.Length)
                throw new FormatException($"its shape {NumberArray.Describe(Header.Shape)} of {Header.Dtype} takes {needed} bytes with its header, and the file has {entry.Length} for it; save the file again");
            if (entry.Length > (entry.CompressedLength + 1) * MostInflation || NumberArray.Count(Header.Shape) > Array.MaxLength)
                throw new FormatException($"claims {entry.Length} bytes, which its {entry.CompressedLength} in the file cannot hold; save the file again");
            count = (int)NumberArray.Count(Header.Shape);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The header.</summary>
    public NpyHeader Header { get; }

    /// <summary>The elements as numbers, rows first.</summary>
    /// <exception cref="InvalidDataException">The zip is damaged.</exception>
    /// <exception cref="EndOfStreamException">The zip is cut short.</exception>
    public double[] Numbers()
    {
        Func<ReadOnlySpan<byte>, double> number = Decoder();
        var numbers = new double[count];
        var buffer = new byte[BufferSize];
        int at = 0;
        while (at < count)
        {
            Span<byte> bytes = buffer.AsSpan(0, (int)Math.Min(BufferSize, (long)(count - at) * Header.ItemSize));
            Fill(bytes);
            for (; bytes.Length > 0; bytes = bytes[Header.ItemSize..])
                numbers[Target(at++)] = number(bytes[..Header.ItemSize]);
        }
        Finish();
        return numbers;
    }

    /// <summary>The elements as texts.</summary>
    /// <exception cref="FormatException">They are no text.</exception>
    /// <exception cref="InvalidDataException">The zip is damaged.</exception>
    /// <exception cref="EndOfStreamException">The zip is cut short.</exception>
    public string[] Texts()
    {
        var texts = new string[count];
        var bytes = new byte[Header.ItemSize];
        var encoding = new UTF32Encoding(Header.IsBigEndian, byteOrderMark: false, throwOnInvalidCharacters: true);
        for (int i = 0; i < count; i++)
        {
            Fill(bytes);
            try
            {
                texts[i] = encoding.GetString(bytes).TrimEnd('\0');
            }
            catch (DecoderFallbackException)
            {
                throw new FormatException("holds what is no text; save it as numpy.array([\"...\"])");
            }
        }
        Finish();
        return texts;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    // In Fortran's order the first dimension runs fastest, in the other one the last.
    private int Target(int stored)
    {
        if (!Header.IsFortranOrder)
            return stored;
        int target = 0, step = count;
        foreach (int length in Header.Shape)
        {
            step /= length;
            target += stored % length * step;
            stored /= length;
        }
        return target;
    }

    private Func<ReadOnlySpan<byte>, double> Decoder() => (Header.Kind, Header.IsBigEndian) switch
    {
        ('f', false) when Header.ItemSize == 4 => bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        ('f', true) when Header.ItemSize == 4 => bytes => BinaryPrimitives.ReadSingleBigEndian(bytes),
        ('f', false) => BinaryPrimitives.ReadDoubleLittleEndian,
        ('f', true) => BinaryPrimitives.ReadDoubleBigEndian,
        ('i', _) => bytes => Signed(bytes),
        _ => bytes => Unsigned(bytes),
    };

    private ulong Unsigned(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = 0; i < bytes.Length; i++)
            value = value << 8 | bytes[Header.IsBigEndian ? i : ^(i + 1)];
        return value;
    }

    private long Signed(ReadOnlySpan<byte> bytes)
    {
        int above = 64 - 8 * bytes.Length;
        return (long)Unsigned(bytes) << above >> above;
    }

    private void Fill(Span<byte> bytes)
    {
        stream.ReadExactly(bytes);
        checksum = Crc32.Append(checksum, bytes);
        position += bytes.Length;
    }

    // The bytes are only known to be the recorded ones once all of them have been seen.
    private void Finish()
    {
        if (stream.ReadByte() >= 0 || checksum != entry.Crc32)
            throw new InvalidDataException("its checksum is wrong");
    }
}
