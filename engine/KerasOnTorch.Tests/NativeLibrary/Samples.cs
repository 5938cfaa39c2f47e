namespace NativeLibraryMending.Tests;

/// <summary>The made-up libraries that the tests share, and the C++ runtime they meet.</summary>
internal static class Samples
{
    public const string MissingVersion = "GLIBCXX_3.4.32";
    public const ushort MissingIndex = 5;

    /// <summary>What an older C++ runtime defines.</summary>
    public static readonly IReadOnlySet<string> OldRuntime = new HashSet<string> { "GLIBCXX_3.4", "GLIBCXX_3.4.30", "CXXABI_1.3" };

    /// <summary>Asks for a version that the older runtime lacks, of which it has a symbol that no relocation names.</summary>
    public static byte[] Mendable() => Library(
        (RelocationTable.WithAddends, "used"), (RelocationTable.CallsWithAddends, "called"));

    /// <summary>Asks for a version that the older runtime lacks, and a relocation of this table names a symbol of it.</summary>
    public static byte[] InUse(RelocationTable table) => Library((table, "newer"));

    /// <summary>Asks for nothing that the older runtime lacks, but for versions unknown to it of other libraries.</summary>
    public static byte[] Sound() => new MadeLibrary
    {
        Needs = [("libc.so.6", "GLIBC_9.9", 2), (CppRuntime.FileName, "GLIBCXX_3.4", 3)],
        Symbols = [("used", 3)],
        Relocations = [(RelocationTable.WithAddends, "used")],
    }.ToBytes();

    private static byte[] Library(params IReadOnlyList<(RelocationTable, string)> relocations) => new MadeLibrary
    {
        Needs =
        [
            ("libc.so.6", "GLIBC_9.9", 2),
            (CppRuntime.FileName, "GLIBCXX_3.4", 3),
            (CppRuntime.FileName, MissingVersion, MissingIndex),
            (CppRuntime.FileName, "CXXABI_1.3", 4),
            ("libm.so.6", "GLIBC_2.2.5", 6),
        ],
        // The highest bit of a version index hides the symbol and is no part of the number.
        Symbols = [("used", 3), ("newer", 0x8000 | MissingIndex), ("called", 4)],
        Relocations = relocations,
    }.ToBytes();
}
