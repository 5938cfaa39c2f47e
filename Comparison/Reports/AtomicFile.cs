using Comparison.Problems;

namespace Comparison.Reports;

/// <summary>Writes files so that they are either whole or not there.</summary>
internal static class AtomicFile
{
    /// <summary>Finds out, before long work is done, whether a file can be written.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public static void Check(string file)
    {
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
        string beside = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(beside, content);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new InputException($"{file}: cannot be written ({error.Message.TrimEnd('.')}).");
        }
    }
}
