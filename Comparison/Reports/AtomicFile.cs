using System.Text;
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
    public static void Write(string file, string content) => Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(content)));

    /// <summary>Writes beside the file, then takes its place; it is on the disk before it has its name, so that a machine that stops leaves the old file or the new one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string file, Action<Stream> write)
    {
        string? beside = null;
        try
        {
            // A link stays what it is: its target is replaced.
            string target = new FileInfo(file).LinkTarget is null ? file : File.ResolveLinkTarget(file, returnFinalTarget: true)!.FullName;
            beside = $"{target}.{Environment.ProcessId}.tmp";
            using (var stream = new FileStream(beside, FileMode.Create))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, target, overwrite: true);
        }
        catch (Exception error)
        {
            if (File.Exists(beside))
                File.Delete(beside);
            if (IsOfDisk(error))
                throw new InputException($"{file}: cannot be written ({error.Message.TrimEnd('.')}).");
            throw;
        }
    }

    /// <summary>Whether the disk, not the program, is what failed: full, gone, not permitted, or, which .NET tells in this odd way, not for files so large.</summary>
    public static bool IsOfDisk(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    // Standard output under its name as a file, for instance: it has no place of its own that another file could take.
    private static bool IsSpecial(string file) =>
        !OperatingSystem.IsWindows() && (file.StartsWith("/dev/", StringComparison.Ordinal) || file.StartsWith("/proc/", StringComparison.Ordinal));
}
