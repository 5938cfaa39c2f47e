namespace NativeLibraryMending;

/// <summary>The mended copy of a library, as a file.</summary>
public static class MendedCopy
{
    /// <summary>
    /// Writes the mended copy of a library, or removes an older copy where the library needs no mending. A reader of
    /// the destination sees the old copy or the new one, never a part.
    /// </summary>
    /// <param name="source">The path of the library, which is only read.</param>
    /// <param name="destination">The path of the copy; its folder is made where there is none.</param>
    /// <param name="defined">The versions that the C++ runtime defines.</param>
    /// <returns>The versions made weak; none where no copy was written.</returns>
    /// <exception cref="UnusableLibraryException">
    /// There is no such library, it is malformed, it must not be mended, or it is the destination itself.
    /// </exception>
    /// <exception cref="IOException">A file could not be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public static IReadOnlyList<string> Write(string source, string destination, IReadOnlySet<string> defined)
    {
        if (!File.Exists(source))
            throw new UnusableLibraryException($"There is no file '{source}'; restore the packages (dotnet restore).");
        var folder = Path.GetDirectoryName(Path.GetFullPath(destination));
        if (folder is null || Path.GetFullPath(source) == Path.GetFullPath(destination))
            throw new UnusableLibraryException($"'{destination}' cannot be the copy of '{source}'; name another file.");

        var bytes = File.ReadAllBytes(source);
        var needs = Mending.NeedsToWeaken(new ElfImage(source, bytes), defined);
        Directory.CreateDirectory(folder);
        if (needs.Count == 0)
            File.Delete(destination);
        else
            Replace(destination, Mending.Weaken(bytes, needs));
        return [.. needs.Select(need => need.Version)];
    }

    private static void Replace(string destination, byte[] bytes)
    {
        var temporary = $"{destination}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, destination, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
