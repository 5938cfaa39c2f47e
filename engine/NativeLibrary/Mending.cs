using System.Buffers.Binary;

namespace NativeLibraryMending;

/// <summary>
/// The rule by which a library linked with a newer C++ runtime is made to load with an older one. A version that the
/// runtime lacks may be made weak, so that the loader goes on without it, only where no relocation names a symbol of
/// that version: then nothing of it is ever looked up, and the library does what it always did.
/// </summary>
public static class Mending
{
    private const int SymbolSize = 24;

    /// <summary>The versions to make weak for a library to load with a given C++ runtime; none where it loads as it is.</summary>
    /// <param name="library">The library.</param>
    /// <param name="defined">The versions that the C++ runtime defines.</param>
    /// <exception cref="UnusableLibraryException">
    /// The library uses a symbol of a version that the runtime lacks, or its tables are malformed.
    /// </exception>
    public static IReadOnlyList<VersionNeed> NeedsToWeaken(ElfImage library, IReadOnlySet<string> defined)
    {
        var unmet = SymbolVersions.Needs(library)
            .Where(need => need.Library == CppRuntime.FileName && !need.IsWeak && !defined.Contains(need.Version))
            .ToList();
        if (unmet.Count == 0)
            return unmet;

        foreach (var symbol in Relocations.NamedSymbols(library))
        {
            var index = SymbolVersions.IndexOf(library, symbol);
            foreach (var need in unmet.Where(need => need.Index == index))
            {
                throw library.Unusable(
                    $"uses {NameOf(library, symbol)} of {need.Version}, which this system's {CppRuntime.FileName} "
                    + "does not have; install a newer C++ runtime (libstdc++)");
            }
        }
        return unmet;
    }

    /// <summary>The library's bytes with one flag set in each of the entries <paramref name="needs"/>, else the same.</summary>
    /// <param name="library">The whole file; it is not changed.</param>
    /// <param name="needs">Entries found in these very bytes.</param>
    public static byte[] Weaken(ReadOnlySpan<byte> library, IEnumerable<VersionNeed> needs)
    {
        var mended = library.ToArray();
        foreach (var need in needs)
        {
            var flags = mended.AsSpan(need.FlagsOffset, sizeof(ushort));
            var weak = (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(flags) | SymbolVersions.WeakFlag);
            BinaryPrimitives.WriteUInt16LittleEndian(flags, weak);
        }
        return mended;
    }

    private static string NameOf(ElfImage library, uint symbol)
    {
        var entry = library.At(library.Required(DynamicTag.SymbolTable) + (ulong)SymbolSize * symbol, SymbolSize);
        return library.StringAt(BinaryPrimitives.ReadUInt32LittleEndian(entry));
    }
}
