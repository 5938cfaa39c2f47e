using System.Runtime.InteropServices;

namespace NativeLibraryMending;

/// <summary>The C++ runtime library of a Linux system.</summary>
public static class CppRuntime
{
    /// <summary>The name by which libraries ask for the C++ runtime.</summary>
    public const string FileName = "libstdc++.so.6";

    /// <summary>
    /// The versions that this system's C++ runtime defines. The loader itself finds the library, so that it is the one
    /// that every other library of this system will meet.
    /// </summary>
    /// <exception cref="UnusableLibraryException">This system is not Linux or has no such library.</exception>
    /// <exception cref="IOException">The library could not be read.</exception>
    public static IReadOnlySet<string> DefinedVersions()
    {
        if (!OperatingSystem.IsLinux())
            throw new UnusableLibraryException($"Only Linux has {FileName}; elsewhere there is nothing to mend.");
        NativeLibrary.TryLoad(FileName, out _);
        var path = File.ReadLines("/proc/self/maps").Select(MappedFile).FirstOrDefault(IsTheRuntime)
            ?? throw new UnusableLibraryException($"This system has no {FileName}; install the C++ runtime (libstdc++).");
        return SymbolVersions.Definitions(new ElfImage(path, File.ReadAllBytes(path)));
    }

    // A line of /proc/self/maps: address range, permissions, offset, device, inode and, for a file, its path.
    private static string MappedFile(string line) =>
        line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries) is [_, _, _, _, _, var path] ? path.Trim() : "";

    // The name asked for is mostly a link to a file whose name goes on with smaller version numbers.
    private static bool IsTheRuntime(string path) =>
        Path.GetFileName(path) is var name && (name == FileName || name.StartsWith(FileName + ".", StringComparison.Ordinal));
}
