using DataSets;

namespace Comparison.Reports;

/// <summary>Writes files so that they are either whole or not there.</summary>
internal static class AtomicFile
{
    /// <summary>Finds out, before long work is done, whether a file can be written.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public static void Check(string file)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new InputException("A file to write needs a name.");
        if (IsSpecial(Path.GetFullPath(file)))
            throw new InputException($"{file}: is not an ordinary file; name one that may be replaced.");
        if (Directory.Exists(file))
            throw new InputException($"{file}: is a folder; name a file in it.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
            throw new InputException($"{file}: the folder {folder} does not exist; create it first.");
    }

    /// <summary>Writes beside the file, then takes its place.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string file, string content)
    {
        string? beside = null;
        try
        {
            // A link stays what it is: its target is replaced.
            string target = new FileInfo(file).LinkTarget is null ? file : File.ResolveLinkTarget(file, returnFinalTarget: true)!.FullName;
            beside = $"{target}.{Environment.ProcessId}.tmp";
            File.WriteAllText(beside, content);
            File.Move(beside, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (beside is not null)
                File.Delete(beside);
            throw new InputException($"{file}: cannot be written ({error.Message.TrimEnd('.')}).");
        }
    }

    // Standard output under its name as a file, for instance: it has no place of its own that another file could take.
    private static bool IsSpecial(string file) =>
        !OperatingSystem.IsWindows() && (file.StartsWith("/dev/", StringComparison.Ordinal) || file.StartsWith("/proc/", StringComparison.Ordinal));
}
