using System.IO.MemoryMappedFiles;

namespace DataSets.Files;

/// <summary>
/// Rows of a binary file, mapped: what is read lies in the system's cache of files, which it takes back when memory is wanted.
/// </summary>
internal sealed class MappedRows : IRows
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly int width;

    /// <param name="path">The file: rows of 64-bit numbers, in each the row's line and its cells.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="columns">How many cells a row has.</param>
    public MappedRows(string path, int count, int columns)
    {
        Count = count;
        width = 1 + columns;
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    public int Count { get; }

    public void Read(int row, Span<double> cells) =>
        view.SafeMemoryMappedViewHandle.ReadSpan(At(row) + sizeof(double), cells[..(width - 1)]);

    public string Place(int row) => $"line {view.SafeMemoryMappedViewHandle.Read<double>(At(row)):F0}";

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    private ulong At(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return (ulong)row * (ulong)width * sizeof(double);
    }
}
