using DataSets;

namespace Comparison.Reports;

/// <summary>Writes folders of files so that they are either whole or as they were.</summary>
internal static class AtomicFolder
{
    /// <summary>Makes a folder if it is not there.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static void Create(string folder) => Refusing(folder, () => Directory.CreateDirectory(folder));

    /// <summary>Writes files into a folder beside it, which then takes its place and that of all its files.</summary>
    /// <param name="folder">The folder, in one that is there.</param>
    /// <param name="write">Writes into the folder that it is given.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string folder, Action<string> write)
    {
        string beside = $"{folder}.{Environment.ProcessId}.tmp", before = $"{folder}.{Environment.ProcessId}.before";
        try
        {
            Refusing(folder, () =>
            {
                Directory.CreateDirectory(beside);
                write(beside);
                if (Directory.Exists(folder))
                    Directory.Move(folder, before);
                Directory.Move(beside, folder);
            });
        }
        catch
        {
            if (Directory.Exists(before) && !Directory.Exists(folder))
                Directory.Move(before, folder);
            throw;
        }
        finally
        {
            Remove(beside);
            if (Directory.Exists(folder))
                Remove(before);
        }
    }

    /// <summary>Deletes a folder with its files, if it is there.</summary>
    /// <exception cref="InputException">It cannot be deleted.</exception>
    public static void Delete(string folder) => Refusing(folder, () => Remove(folder));

    private static void Refusing(string folder, Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (AtomicFile.IsOfDisk(error))
        {
            throw new InputException($"{folder}: cannot be written ({error.Message.TrimEnd('.')}).");
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
