using System.Buffers.Binary;

namespace NativeLibraryMending;

/// <summary>
/// The GNU symbol versions of a library: which it asks of others, which it defines, and which of them a symbol has.
/// The chains of entries are followed as the loader follows them, from each entry to the next until one names none;
/// a distance to the next entry is unsigned, so that no chain turns back.
/// </summary>
public static class SymbolVersions
{
    /// <summary>VER_FLG_WEAK among the flags of a <see cref="VersionNeed"/>: the loader goes on without the version.</summary>
    public const ushort WeakFlag = 2;

    private const int NeedSize = 16;
    private const int DefinitionSize = 20;

    // The highest bit of a symbol's version index hides the symbol from those who ask for no version.
    private const ushort IndexMask = 0x7fff;

    /// <summary>The versions that the library asks of others.</summary>
    /// <exception cref="UnusableLibraryException">The table leaves the library's bytes.</exception>
    public static IReadOnlyList<VersionNeed> Needs(ElfImage library)
    {
        var needs = new List<VersionNeed>();
        foreach (var address in Chain(library, library.Dynamic(DynamicTag.VersionNeeds), NeedSize, distanceAt: 12))
        {
            var asked = library.StringAt(U32(library, address + 4));
            foreach (var entry in Chain(library, address + U32(library, address + 8), NeedSize, distanceAt: 12))
            {
                needs.Add(new VersionNeed(
                    asked,
                    library.StringAt(U32(library, entry + 8)),
                    Index: (ushort)(U16(library, entry + 6) & IndexMask),
                    IsWeak: (U16(library, entry + 4) & WeakFlag) != 0,
                    FlagsOffset: library.OffsetOf(entry + 4, sizeof(ushort))));
            }
        }
        return needs;
    }

    /// <summary>The names of the versions that the library defines.</summary>
    /// <exception cref="UnusableLibraryException">The table leaves the library's bytes.</exception>
    public static IReadOnlySet<string> Definitions(ElfImage library)
    {
        var names = new HashSet<string>();
        foreach (var address in Chain(library, library.Dynamic(DynamicTag.VersionDefinitions), DefinitionSize, distanceAt: 16))
        {
            // The first name is the version's own; those after it are the versions it succeeds.
            var name = address + U32(library, address + 12);
            names.Add(library.StringAt(U32(library, name)));
        }
        return names;
    }

    /// <summary>The version index of a symbol, by the symbol's number in the symbol table.</summary>
    /// <exception cref="UnusableLibraryException">The library has no such symbol.</exception>
    public static ushort IndexOf(ElfImage library, uint symbol) =>
        (ushort)(U16(library, library.Required(DynamicTag.SymbolVersions) + 2ul * symbol) & IndexMask);

    private static IEnumerable<ulong> Chain(ElfImage library, ulong? first, int size, uint distanceAt)
    {
        if (first is not { } address)
            yield break;
        while (true)
        {
            library.OffsetOf(address, (ulong)size);
            yield return address;
            var distance = U32(library, address + distanceAt);
            if (distance == 0)
                yield break;
            address += distance;
        }
    }

    private static ushort U16(ElfImage library, ulong address) =>
        BinaryPrimitives.ReadUInt16LittleEndian(library.At(address, sizeof(ushort)));

    private static uint U32(ElfImage library, ulong address) =>
        BinaryPrimitives.ReadUInt32LittleEndian(library.At(address, sizeof(uint)));
}
