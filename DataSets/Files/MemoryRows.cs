namespace DataSets.Files;

/// <summary>Rows of a file, kept in memory as they are read.</summary>
/// <param name="columns">How many cells a row has.</param>
internal sealed class MemoryRows(int columns) : IRows
{
    private const int NumbersABlock = 1 << 16;

    private readonly int width = 1 + columns;
    private readonly int rows_a_block = Math.Max(1, NumbersABlock / (1 + columns));
    private readonly List<double[]> blocks = [];

    public int Count { get; private set; }

    /// <summary>Takes the next row: its line, then its cells.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        if (Count % rows_a_block == 0)
            blocks.Add(new double[rows_a_block * width]);
        row.CopyTo(Row(Count++));
    }

    public void Read(int row, Span<double> cells) => Row(row)[1..].CopyTo(cells);

    public string Place(int row) => $"line {Row(row)[0]:F0}";

    public void Dispose()
    {
        // Nothing but memory.
    }

    private Span<double> Row(int row) => blocks[row / rows_a_block].AsSpan(row % rows_a_block * width, width);
}
