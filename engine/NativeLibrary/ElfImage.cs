using System.Buffers.Binary;
using System.Text;

namespace NativeLibraryMending;

/// <summary>
/// An ELF shared library (64 bits, little-endian), read as the system's loader reads it: through its program headers
/// and its dynamic section, never through section headers, which a library may lack. Addresses are the library's own,
/// before it is loaded anywhere; offsets are places in the file. Every read is checked against the bytes there are.
/// </summary>
public sealed class ElfImage
{
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const int DynamicEntrySize = 16;
    private const int LoadSegment = 1;
    private const int DynamicSegment = 2;
    private const int SharedLibraryType = 3;

    private readonly byte[] _bytes;
    private readonly List<Segment> _loaded = [];
    private readonly Dictionary<DynamicTag, ulong> _dynamic = [];

    private readonly record struct Segment(ulong Address, ulong Offset, ulong Size);

    /// <summary>Reads the headers and the dynamic section.</summary>
    /// <param name="name">What messages call the library: its path.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="UnusableLibraryException">
    /// The bytes are not such a library, or break off before the end of what its headers announce.
    /// </exception>
    public ElfImage(string name, byte[] bytes)
    {
        Name = name;
        _bytes = bytes;

        if (!bytes.AsSpan().StartsWith("\u007fELF"u8))
            throw Unusable("is not an ELF file");
        var header = Read(0, HeaderSize);
        if (header[4] != 2 || header[5] != 1)
            throw Unusable("is not a 64-bit little-endian ELF file");
        if (U16(header, 16) != SharedLibraryType)
            throw Unusable("is an ELF file but not a shared library");

        ReadProgramHeaders(offset: U64(header, 32), size: U16(header, 54), count: U16(header, 56));

        // Nothing here reads section headers. They stand last in a file, so their absence shows that it broke off.
        Read(U64(header, 40), (ulong)U16(header, 58) * U16(header, 60));
    }

    /// <summary>What messages call the library: its path.</summary>
    public string Name { get; }

    /// <summary>The value of an entry of the dynamic section, or null where the library has no such entry.</summary>
    public ulong? Dynamic(DynamicTag tag) => _dynamic.TryGetValue(tag, out var value) ? value : null;

    /// <summary>The value of an entry of the dynamic section that the library cannot do without.</summary>
    /// <exception cref="UnusableLibraryException">The library has no such entry.</exception>
    public ulong Required(DynamicTag tag) =>
        Dynamic(tag) ?? throw Unusable($"is malformed: its dynamic section has no {tag}");

    /// <summary>Where in the file the <paramref name="size"/> bytes at an address of the library lie.</summary>
    /// <exception cref="UnusableLibraryException">They do not lie in the file part of one loaded segment.</exception>
    public int OffsetOf(ulong address, ulong size)
    {
        foreach (var segment in _loaded)
        {
            if (address < segment.Address || address - segment.Address > segment.Size)
                continue;
            var within = address - segment.Address;
            if (size <= segment.Size - within)
                return (int)(segment.Offset + within);
        }
        throw Unusable($"is malformed: it has no {size} bytes at address 0x{address:x}");
    }

    /// <summary>The <paramref name="size"/> bytes at an address of the library.</summary>
    /// <exception cref="UnusableLibraryException">They do not lie in the file part of one loaded segment.</exception>
    public ReadOnlySpan<byte> At(ulong address, ulong size) => _bytes.AsSpan(OffsetOf(address, size), (int)size);

    /// <summary>The text that begins at <paramref name="position"/>, in bytes, of the dynamic string table.</summary>
    /// <exception cref="UnusableLibraryException">The table is missing, or the text does not begin and end in it.</exception>
    public string StringAt(uint position)
    {
        var table = At(Required(DynamicTag.StringTable), Required(DynamicTag.StringTableSize));
        var length = position < table.Length ? table[(int)position..].IndexOf((byte)0) : -1;
        if (length < 0)
            throw Unusable($"is malformed: its string table has no text at {position}");
        return Encoding.UTF8.GetString(table.Slice((int)position, length));
    }

    /// <summary>The exception that says what is wrong with this library.</summary>
    /// <param name="complaint">A predicate whose subject is the library's name.</param>
    public UnusableLibraryException Unusable(string complaint) => new($"'{Name}' {complaint}.");

    private void ReadProgramHeaders(ulong offset, ushort size, ushort count)
    {
        if (size != ProgramHeaderSize)
            throw Unusable($"is malformed: its program headers are of {size} bytes, not {ProgramHeaderSize}");
        var headers = Read(offset, (ulong)size * count);
        Segment? dynamic = null;
        for (var at = 0; at < headers.Length; at += ProgramHeaderSize)
        {
            var type = U32(headers, at);
            if (type is not (LoadSegment or DynamicSegment))
                continue;
            var segment = new Segment(U64(headers, at + 16), U64(headers, at + 8), U64(headers, at + 32));
            Read(segment.Offset, segment.Size);
            // Below half of the address space no sum of an address and a 32-bit distance wraps around.
            if (segment.Address > long.MaxValue - segment.Size)
                throw Unusable($"is malformed: a segment lies at address 0x{segment.Address:x}");
            if (type == LoadSegment)
                _loaded.Add(segment);
            else
                dynamic = segment;
        }
        ReadDynamicSection(dynamic ?? throw Unusable("has no dynamic section"));
    }

    private void ReadDynamicSection(Segment segment)
    {
        var entries = Read(segment.Offset, segment.Size);
        for (var at = 0; at + DynamicEntrySize <= entries.Length; at += DynamicEntrySize)
        {
            var tag = (DynamicTag)U64(entries, at);
            if (tag == DynamicTag.End)
                return;
            _dynamic[tag] = U64(entries, at + 8);
        }
        throw Unusable("is malformed: its dynamic section has no end");
    }

    private ReadOnlySpan<byte> Read(ulong offset, ulong size)
    {
        var length = (ulong)_bytes.Length;
        if (offset > length || size > length - offset)
            throw Unusable($"is truncated: it has {length} bytes where its headers announce {size} from byte {offset} on");
        return _bytes.AsSpan((int)offset, (int)size);
    }

    private static ushort U16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);
    private static uint U32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);
    private static ulong U64(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt64LittleEndian(from[at..]);
}
