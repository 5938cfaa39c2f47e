using System.IO.Compression;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>The arrays in a NumPy .npz, a zip of .npy files, by their names. One that is not asked for is not read.</summary>
public sealed class NpzArrays : IDisposable
{
    private readonly string path;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = [];

    /// <param name="path">The file's name, for messages.</param>
    /// <param name="file">The file, which can seek; it is left open.</param>
    /// <exception cref="TraceFileException">It is no .npz.</exception>
    public NpzArrays(string path, Stream file)
    {
        this.path = path;
        Span<byte> start = stackalloc byte[2];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (length == 0)
            throw new TraceFileException($"{path}: is empty; save it again.");
        if (!start[..length].SequenceEqual("PK"u8[..length]))
            throw new TraceFileException($"{path}: is no .npz file, which is a zip of arrays; save it with numpy.savez.");
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            foreach (ZipArchiveEntry entry in archive.Entries)
                if (entry.FullName.EndsWith(".npy", StringComparison.Ordinal) && !entries.TryAdd(entry.FullName[..^".npy".Length], entry))
                    throw Bad(entry.FullName[..^".npy".Length], "is in the file twice; keep one of the two");
        }
        catch (InvalidDataException error)
        {
            throw new TraceFileException($"{path}: is cut short or damaged; save or copy it again.", error);
        }
    }

    /// <summary>The names of all arrays.</summary>
    public IReadOnlyCollection<string> Names => entries.Keys;

    /// <summary>The shape of an array that there is.</summary>
    /// <exception cref="TraceFileException">It is damaged, or no array.</exception>
    public IReadOnlyList<int> Shape(string name) => Use(name, member => member.Header.Shape);

    /// <summary>Whether an array that there is holds texts.</summary>
    /// <exception cref="TraceFileException">It is damaged, or no array.</exception>
    public bool IsText(string name) => Use(name, member => member.Header.Kind == 'U');

    /// <summary>The numbers of an array that there is, rows first, of any dtype of numbers of which a double holds the range.</summary>
    /// <exception cref="TraceFileException">It holds no numbers, or is damaged.</exception>
    public NumberArray Numbers(string name) => Use(name, member => member.Header.IsFloat || member.Header.IsInteger || member.Header.IsBool
        ? new NumberArray(member.Header.Shape, member.Numbers())
        : throw new FormatException($"is {member.Header.Dtype}, where numbers are expected; save it as float32 or float64"));

    /// <summary>The texts of an array that there is.</summary>
    /// <exception cref="TraceFileException">It holds no texts, or is damaged.</exception>
    public string[] Texts(string name) => Use(name, member => member.Header.Kind == 'U'
        ? member.Texts()
        : throw new FormatException($"is {member.Header.Dtype}, where text is expected; save it as numpy.array([\"...\"])"));

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    /// <summary>Opens an array; what is wrong with it is told with the file and its name.</summary>
    internal T Use<T>(string name, Func<NpyMember, T> use)
    {
        try
        {
            using var member = new NpyMember(entries[name]);
            return use(member);
        }
        catch (FormatException error)
        {
            throw Bad(name, error.Message, error);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Bad(name, $"is damaged or cut short ({error.Message.TrimEnd('.')}); save or copy the file again", error);
        }
    }

    private TraceFileException Bad(string name, string what, Exception? cause = null) => new($"{path}: {name}: {what}.", cause);
}
