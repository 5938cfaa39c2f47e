using System.Numerics;

namespace DataSets;

/// <summary>Rows in an array, rows first, with the labels, if any, as the last column.</summary>
/// <param name="cells">The numbers, rows first.</param>
/// <param name="columns">How many of them a row has.</param>
/// <param name="labels">A label a row, or none at all.</param>
/// <param name="word">What a row is called.</param>
/// <typeparam name="T">A type whose every number a double can hold.</typeparam>
internal sealed class ArrayRows<T>(T[] cells, int columns, double[]? labels, string word) : IRows
    where T : unmanaged, INumberBase<T>
{
    public int Count { get; } = labels?.Length ?? cells.Length / columns;

    public void Read(int row, Span<double> cells_of_row)
    {
        ReadOnlySpan<T> stored = cells.AsSpan(row * columns, columns);
        for (int i = 0; i < stored.Length; i++)
            cells_of_row[i] = double.CreateTruncating(stored[i]);
        if (labels is not null)
            cells_of_row[columns] = labels[row];
    }

    public string Place(int row) => $"{word} {row + 1}";

    public void Dispose()
    {
        // Nothing but memory.
    }
}
