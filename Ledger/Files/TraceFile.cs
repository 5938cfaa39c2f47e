using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>
/// Traces in files, so that a training written in any language can be judged: NumPy's .npz, or JSON. docs/trace-file.md
/// describes both forms.
/// </summary>
public static class TraceFile
{
    /// <summary>Reads a trace.</summary>
    /// <param name="path">A file that ends in .npz or .json.</param>
    /// <returns>
    /// The trace, its roots in the shapes that the network calls for. A quantity of a step that is missing, extra or of
    /// another shape than its formula's is kept as it is, for the judge to report.
    /// </returns>
    /// <exception cref="TraceFileException">The file cannot be read, or is no trace.</exception>
    public static Trace Read(string path)
    {
        bool is_json = IsJson(path);
        try
        {
            using FileStream file = Open(path);
            using TraceMembers members = is_json ? new JsonMembers(path, file) : new NpzMembers(path, file);
            return new TraceAssembly(members).Assemble(Path.GetFileName(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TraceFileException($"{path}: cannot be read ({Reason(error)}).", error);
        }
    }

    /// <summary>
    /// Writes a trace; reading it gives the same bits (in JSON, any NaN is read as the one <see cref="double.NaN"/>). The
    /// file is either whole or not there. What is <see cref="TraceStep.Derived"/> is not written.
    /// </summary>
    /// <param name="path">A file that ends in .npz or .json; one that is there is replaced.</param>
    /// <param name="trace">The trace.</param>
    /// <exception cref="TraceFileException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">The trace holds what no file could give back.</exception>
    public static void Write(string path, Trace trace)
    {
        bool is_json = IsJson(path);
        Check(trace);
        if (Directory.Exists(path))
            throw new TraceFileException($"{path}: is a folder; name a file in it.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new TraceFileException($"{path}: the folder {folder} does not exist; create it first.");

        string beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew))
            {
                if (is_json)
                    JsonTraceWriter.Write(file, trace);
                else
                    NpzTraceWriter.Write(file, trace);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TraceFileException($"{path}: cannot be written ({Reason(error)}).", error);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Finds out, before long work is done, whether a name is one of a trace file.</summary>
    /// <exception cref="TraceFileException">It does not end in .npz or .json.</exception>
    public static void CheckEnding(string path) => IsJson(path);

    private static bool IsJson(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => true,
        ".npz" => false,
        "" => throw new TraceFileException($"{path}: has no ending; a trace file ends in .npz (NumPy) or .json."),
        string ending => throw new TraceFileException($"{path}: ends in {ending}; a trace file ends in .npz (NumPy) or .json."),
    };

    private static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new TraceFileException($"{path}: is a folder; name a file in it.");
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TraceFileException($"{path}: there is no such trace file.", error);
        }
    }

    private static string Reason(Exception error) => error.Message.TrimEnd('.');

    // What would be read back as something else, or not at all.
    private static void Check(Trace trace)
    {
        CheckName(trace.Side);
        if (trace.StepsBefore != 0)
            throw new ArgumentException($"The trace starts after {trace.StepsBefore} steps, and a file holds a training from its start.");
        LossFormulas.Name(trace);
        CheckNumbers(trace.Format, "inputs", trace.Inputs);
        CheckNumbers(trace.Format, "labels", trace.Labels);
        CheckNumbers(trace.Format, "learning_rate", new([], [trace.LearningRate]));
        foreach (var (name, array) in trace.Start)
            CheckNumbers(trace.Format, $"start/{name}", array);
        foreach (var (name, array) in trace.Steps.SelectMany(step => step.Recorded))
        {
            CheckName(name);
            if (name == TraceAssembly.Rows)
                throw new ArgumentException($"A step records a quantity called {name}, which in a file is the order of its batch.");
            CheckNumbers(trace.Format, name, array);
        }
    }

    private static void CheckName(string name)
    {
        if (!TraceAssembly.IsName(name))
            throw new ArgumentException($"\"{name}\" cannot be a name in a trace file: it is empty or holds a control character.");
    }

    private static void CheckNumbers(FloatFormat format, string name, NumberArray array)
    {
        if (array.Shape.Count > 2)
            throw new ArgumentException($"{name} has {array.Shape.Count} dimensions, and a trace file holds at most two.");
        if (!Array.TrueForAll(array.Values, format.Holds))
            throw new ArgumentException($"{name} holds a number that is no {format} number.");
    }
}
