namespace DataSets;

/// <summary>The rows of a table, wherever they lie. Reading is safe from several threads.</summary>
internal interface IRows : IDisposable
{
    /// <summary>How many rows there are.</summary>
    int Count { get; }

    /// <summary>Copies a row's cells, one a column; a missing one is NaN.</summary>
    void Read(int row, Span<double> cells);

    /// <summary>Where a row stands in its source, as a person finds it: line 12.</summary>
    string Place(int row);
}
