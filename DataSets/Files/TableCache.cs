using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataSets.Files;

/// <summary>
/// A table of text, parsed once into a binary file: its rows as 64-bit numbers, then a description, its length and a mark. The
/// description names the length and time of the text and how it was read; where these differ, and where the end is missing, the
/// file is made anew. It is written under another name and takes its own when it is whole.
/// </summary>
internal static class TableCache
{
    private const int BufferSize = 1 << 20;

    private static ReadOnlySpan<byte> Mark => "SvKrows1"u8;

    private sealed record Source(long Length, DateTime Written, Reading Reading);

    private sealed record Description(string Source, bool Header, int Rows, IReadOnlyList<Column> Columns);

    /// <summary>Opens a table through its binary file, which is made where there is none that fits.</summary>
    /// <exception cref="InputException">The text cannot be read, or the binary file cannot be written.</exception>
    public static Table Open(string path, TableOptions options)
    {
        string cache = PathOf(path, options.CacheFolder), source = Describe(path, options.Reading);
        if (Take(path, cache, source) is { } ready)
            return ready;
        Make(path, cache, source, options.Reading);
        // Described once more: what was read while the source changed is not taken.
        return Take(path, cache, Describe(path, options.Reading)) ?? throw new InputException($"{path}: was changed while it was read; try again.");
    }

    private static string PathOf(string path, string? folder)
    {
        string full = Path.GetFullPath(path), name = Path.GetFileName(path);
        // Files of one name from different folders may share a folder here.
        return folder is null ? $"{full}.rows" : Path.Combine(folder, $"{name}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..16]}.rows");
    }

    private static string Describe(string path, Reading reading)
    {
        var file = new FileInfo(path);
        return JsonSerializer.Serialize(new Source(file.Length, file.LastWriteTimeUtc, reading));
    }

    private static Table? Take(string path, string cache, string source)
    {
        try
        {
            if (!File.Exists(cache) || Describe(cache) is not { } found || found.Source != source)
                return null;
            return new(path, found.Columns, new MappedRows(cache, found.Rows, found.Columns.Count), found.Header);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            // Not to be read, so not to be taken.
            return null;
        }
    }

    private static Description? Describe(string cache)
    {
        using FileStream file = File.OpenRead(cache);
        Span<byte> end = stackalloc byte[2 * sizeof(long)];
        if (file.Length < end.Length)
            return null;
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        long length = BinaryPrimitives.ReadInt64LittleEndian(end);
        if (!end[sizeof(long)..].SequenceEqual(Mark) || length < 0 || length > file.Length - end.Length)
            return null;
        var text = new byte[length];
        file.Position = file.Length - end.Length - length;
        file.ReadExactly(text);
        Description? description = JsonSerializer.Deserialize<Description>(text);
        long rows = description is null ? -1 : (long)description.Rows * (1 + description.Columns.Count) * sizeof(double);
        return rows == file.Length - end.Length - length ? description : null;
    }

    private static void Make(string path, string cache, string source, Reading reading)
    {
        if (Path.GetDirectoryName(cache) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new InputException($"{cache}: the table's binary file cannot be written, as the folder {folder} does not exist; create it, or name another folder.");
        string beside = $"{cache}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = Writing(cache, () => new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize)))
            {
                int rows = 0;
                var text_file = new CsvFile(path, reading);
                IReadOnlyList<Column> columns = text_file.Read(row =>
                {
                    Write(cache, file, MemoryMarshal.AsBytes(row));
                    rows++;
                });
                byte[] text = JsonSerializer.SerializeToUtf8Bytes(new Description(source, text_file.Header, rows, columns)), length = new byte[sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
                Write(cache, file, [.. text, .. length, .. Mark]);
                // On the disk before it has its name: a machine that stops leaves it whole or not there.
                Writing(cache, () => { file.Flush(flushToDisk: true); return file; });
            }
            Writing(cache, () => { File.Move(beside, cache, overwrite: true); return cache; });
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Write(string cache, FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (IOException error)
        {
            throw CannotWrite(cache, error);
        }
    }

    private static T Writing<T>(string cache, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(cache, error);
        }
    }

    private static InputException CannotWrite(string cache, Exception error) =>
        new($"{cache}: the table's binary file cannot be written ({error.Message.TrimEnd('.')}); make room for it, or name another folder for it.");
}
