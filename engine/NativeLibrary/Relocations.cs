using System.Buffers.Binary;

namespace NativeLibraryMending;

/// <summary>
/// The relocations of a library: the places that the loader fills in with addresses. A symbol that none of them names
/// is never looked up. (Relative relocations in the packed form, DT_RELR, name no symbols.)
/// </summary>
public static class Relocations
{
    private const int SizeWithAddend = 24;
    private const int SizeWithoutAddend = 16;

    /// <summary>The numbers, in the symbol table, of the symbols that relocations name.</summary>
    /// <exception cref="UnusableLibraryException">A table leaves the library's bytes or is malformed.</exception>
    public static IReadOnlySet<uint> NamedSymbols(ElfImage library)
    {
        var symbols = new HashSet<uint>();
        Collect(DynamicTag.RelocationsWithAddends, DynamicTag.RelocationsWithAddendsSize, SizeWithAddend);
        Collect(DynamicTag.Relocations, DynamicTag.RelocationsSize, SizeWithoutAddend);
        var callsHaveAddends = library.Dynamic(DynamicTag.CallRelocationsKind) != (ulong)DynamicTag.Relocations;
        Collect(DynamicTag.CallRelocations, DynamicTag.CallRelocationsSize, callsHaveAddends ? SizeWithAddend : SizeWithoutAddend);
        return symbols;

        void Collect(DynamicTag addressTag, DynamicTag sizeTag, int entrySize)
        {
            if (library.Dynamic(addressTag) is not { } address)
                return;
            var table = library.At(address, library.Required(sizeTag));
            if (table.Length % entrySize != 0)
                throw library.Unusable($"is malformed: {sizeTag} is {table.Length}, no multiple of {entrySize}");
            for (var at = 0; at < table.Length; at += entrySize)
            {
                // r_info, the second field: the symbol's number above the relocation's type. 0 is no symbol.
                var symbol = BinaryPrimitives.ReadUInt32LittleEndian(table[(at + 12)..]);
                if (symbol != 0)
                    symbols.Add(symbol);
            }
        }
    }
}
