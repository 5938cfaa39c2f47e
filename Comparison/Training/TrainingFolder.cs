using Comparison.Models;
using Comparison.Sides;
using DataSets;

namespace Comparison.Training;

/// <summary>The folder that a training writes to.</summary>
/// <param name="Path">Its path.</param>
public sealed record TrainingFolder(string Path)
{
    // What tells that a training wrote here.
    private static readonly string[] names = ["checkpoint.npz", "history.csv", "report.json", SavedModel.PreparationFile, .. Enum.GetValues<Side>().Select(side => side.Name())];

    /// <summary>What the training goes on from.</summary>
    public string Checkpoint => File("checkpoint.npz");

    /// <summary>Each epoch's numbers.</summary>
    public string History => File("history.csv");

    /// <summary>Everything that was printed. It is written last: where it is, the training is finished and everything else written.</summary>
    public string Report => File("report.json");

    /// <summary>Makes it ready for a new training.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="overwrite">Whether what a training wrote there before may be replaced.</param>
    /// <exception cref="InputException">It cannot be made, or holds a training that is not to be replaced.</exception>
    public static TrainingFolder Create(string path, bool overwrite)
    {
        if (string.IsNullOrWhiteSpace(path) || System.IO.File.Exists(path))
            throw new InputException($"--out: '{path}' is no folder; name one, which is made if it is not there.");
        var folder = new TrainingFolder(path);
        if (!overwrite && names.FirstOrDefault(name => System.IO.Path.Exists(folder.File(name))) is { } found)
            throw new InputException(System.IO.Path.Exists(folder.Report)
                ? $"--out: {path} holds a finished training ({found}); name another folder, or replace it with --overwrite."
                : $"--out: {path} holds a training ({found}); name another folder, go on with it by --resume, or replace it with --overwrite.");
        Reports.AtomicFolder.Create(path);
        return folder;
    }

    /// <summary>Removes what a training that was killed while it wrote has left half written, under names of its own.</summary>
    /// <exception cref="InputException">It cannot be removed.</exception>
    public void RemoveHalfWritten()
    {
        try
        {
            foreach (string left in from name in names from end in new[] { "tmp", "before" } from found in Directory.GetFileSystemEntries(Path, $"{name}.*.{end}") select found)
                if (Directory.Exists(left))
                    Directory.Delete(left, recursive: true);
                else
                    System.IO.File.Delete(left);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Path}: cannot be written ({error.Message.TrimEnd('.')}).");
        }
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
