using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.GZip;

namespace DataSets.Files;

/// <summary>Files that data come from.</summary>
internal static class SourceFile
{
    private const int BufferSize = 1 << 20;

    /// <summary>Whether a file's name says that it is compressed.</summary>
    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses what is no file.</summary>
    /// <exception cref="InputException">There is none, or it is a folder.</exception>
    public static void Check(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException($"Data need the name of a file, or of a made table: {string.Join(", ", MadeTables.Names)}.");
        if (Directory.Exists(path))
            throw new InputException($"{path}: is a folder; name a file in it.");
        if (!File.Exists(path))
            throw new InputException($"{path}: there is no such file, and no made table of this name ({string.Join(", ", MadeTables.Names)}).");
    }

    /// <summary>Reads a file, and says in one line where that fails.</summary>
    /// <param name="path">The file.</param>
    /// <param name="use">What is done with its bytes, unpacked.</param>
    /// <exception cref="InputException">The file cannot be read, or is damaged.</exception>
    public static T Use<T>(string path, Func<Stream, T> use)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
            // .NET's own GZipStream takes a file that was cut short for a whole one.
            using Stream bytes = IsCompressed(path) ? new GZipInputStream(file, BufferSize) : file;
            return use(bytes);
        }
        catch (Exception error) when (error is SharpZipBaseException or EndOfStreamException)
        {
            throw new InputException($"{path}: is cut short, damaged or no .gz file ({error.Message.TrimEnd('.')}); copy it again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read ({error.Message.TrimEnd('.')}).");
        }
    }
}
