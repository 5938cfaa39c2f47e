using System.Buffers.Binary;
using System.Text;

namespace NativeLibraryMending.Tests;

/// <summary>
/// The smallest ELF shared library with what mending reads, put together byte by byte. One segment holds everything
/// but the section header table, which stands last, as linkers put it. Addresses differ from offsets, so that one taken
/// for the other is found out.
/// </summary>
internal sealed class MadeLibrary
{
    /// <summary>The size in bytes of the section header table, the only part outside the segment.</summary>
    public const int SectionHeaderSize = 64;

    private const ulong FirstAddress = 0x10000;
    private const int HeadersSize = 64 + 2 * 56;

    private readonly List<byte> _bytes = [];
    private readonly List<(DynamicTag Tag, ulong Value)> _dynamic = [];
    private readonly List<byte> _strings = [0];

    public IReadOnlyList<(string Library, string Version, ushort Index)> Needs { get; init; } = [];
    public IReadOnlyList<string> Definitions { get; init; } = [];
    public IReadOnlyList<(string Name, ushort VersionIndex)> Symbols { get; init; } = [];
    public IReadOnlyList<(RelocationTable Table, string Symbol)> Relocations { get; init; } = [];

    /// <summary>The size, in bytes, to announce for the string table; its true size where null.</summary>
    public ulong? StringTableSize { get; init; }

    public byte[] ToBytes()
    {
        _bytes.AddRange(new byte[HeadersSize]);
        AddSymbols();
        AddNeeds();
        AddDefinitions();
        AddRelocations(RelocationTable.WithAddends, DynamicTag.RelocationsWithAddends, DynamicTag.RelocationsWithAddendsSize);
        AddRelocations(RelocationTable.WithoutAddends, DynamicTag.Relocations, DynamicTag.RelocationsSize);
        foreach (var calls in new[] { RelocationTable.CallsWithAddends, RelocationTable.CallsWithoutAddends })
        {
            if (AddRelocations(calls, DynamicTag.CallRelocations, DynamicTag.CallRelocationsSize))
                _dynamic.Add((DynamicTag.CallRelocationsKind, (ulong)KindOfCalls(calls)));
        }
        _dynamic.Add((DynamicTag.StringTable, Here));
        _dynamic.Add((DynamicTag.StringTableSize, StringTableSize ?? (ulong)_strings.Count));
        _bytes.AddRange(_strings);

        var dynamicOffset = _bytes.Count;
        _dynamic.Add((DynamicTag.End, 0));
        foreach (var (tag, value) in _dynamic)
        {
            U64((ulong)tag);
            U64(value);
        }
        var segmentSize = _bytes.Count;
        _bytes.AddRange(new byte[SectionHeaderSize]);
        return WithHeaders([.. _bytes], dynamicOffset, segmentSize);
    }

    private ulong Here => FirstAddress + (ulong)_bytes.Count;

    private static DynamicTag KindOfCalls(RelocationTable table) =>
        table == RelocationTable.CallsWithAddends ? DynamicTag.RelocationsWithAddends : DynamicTag.Relocations;

    private void AddSymbols()
    {
        _dynamic.Add((DynamicTag.SymbolTable, Here));
        _bytes.AddRange(new byte[24]);
        foreach (var (name, _) in Symbols)
        {
            U32(Text(name));
            _bytes.AddRange(new byte[20]);
        }
        _dynamic.Add((DynamicTag.SymbolVersions, Here));
        U16(0);
        foreach (var (_, index) in Symbols)
            U16(index);
    }

    private void AddNeeds()
    {
        var libraries = Needs.GroupBy(need => need.Library).ToList();
        if (libraries.Count > 0)
            _dynamic.Add((DynamicTag.VersionNeeds, Here));
        foreach (var (position, library) in libraries.Index())
        {
            var count = library.Count();
            U16(1);
            U16((ushort)count);
            U32(Text(library.Key));
            U32(16);
            U32(position == libraries.Count - 1 ? 0 : 16u * (uint)(1 + count));
            foreach (var (entry, need) in library.Index())
            {
                U32(0);
                U16(0);
                U16(need.Index);
                U32(Text(need.Version));
                U32(entry == count - 1 ? 0 : 16u);
            }
        }
    }

    private void AddDefinitions()
    {
        if (Definitions.Count > 0)
            _dynamic.Add((DynamicTag.VersionDefinitions, Here));
        foreach (var (position, version) in Definitions.Index())
        {
            U16(1);
            U16(0);
            U16((ushort)(position + 1));
            U16(1);
            U32(0);
            U32(20);
            U32(position == Definitions.Count - 1 ? 0 : 28u);
            U32(Text(version));
            U32(0);
        }
    }

    private bool AddRelocations(RelocationTable table, DynamicTag addressTag, DynamicTag sizeTag)
    {
        var named = Relocations.Where(relocation => relocation.Table == table).ToList();
        if (named.Count == 0)
            return false;
        var hasAddend = table is RelocationTable.WithAddends or RelocationTable.CallsWithAddends;
        _dynamic.Add((addressTag, Here));
        _dynamic.Add((sizeTag, (ulong)(named.Count * (hasAddend ? 24 : 16))));
        foreach (var (_, symbol) in named)
        {
            U64(FirstAddress);
            U32(6);
            U32(1 + (uint)Symbols.Index().Single(made => made.Item.Name == symbol).Index);
            if (hasAddend)
                U64(0);
        }
        return true;
    }

    private static byte[] WithHeaders(byte[] bytes, int dynamicOffset, int segmentSize)
    {
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(bytes);
        Put16(16, 3);
        Put64(32, 64);
        Put64(40, (ulong)segmentSize);
        Put16(54, 56);
        Put16(56, 2);
        Put16(58, SectionHeaderSize);
        Put16(60, 1);
        ProgramHeader(64, type: 1, offset: 0, segmentSize);
        ProgramHeader(64 + 56, type: 2, dynamicOffset, segmentSize - dynamicOffset);
        return bytes;

        void ProgramHeader(int at, byte type, int offset, int size)
        {
            bytes[at] = type;
            Put64(at + 8, (ulong)offset);
            Put64(at + 16, FirstAddress + (ulong)offset);
            Put64(at + 32, (ulong)size);
        }
        void Put16(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);
        void Put64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), value);
    }

    private uint Text(string text)
    {
        var position = (uint)_strings.Count;
        _strings.AddRange([.. Encoding.UTF8.GetBytes(text), 0]);
        return position;
    }

    private void U16(ushort value) => Add(sizeof(ushort), bytes => BinaryPrimitives.WriteUInt16LittleEndian(bytes, value));
    private void U32(uint value) => Add(sizeof(uint), bytes => BinaryPrimitives.WriteUInt32LittleEndian(bytes, value));
    private void U64(ulong value) => Add(sizeof(ulong), bytes => BinaryPrimitives.WriteUInt64LittleEndian(bytes, value));

    private void Add(int size, Action<byte[]> write)
    {
        var bytes = new byte[size];
        write(bytes);
        _bytes.AddRange(bytes);
    }
}
