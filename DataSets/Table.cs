namespace DataSets;

/// <summary>
/// Rows of numbers and texts in named columns. A cell is a double: a number as it stands, a text by its place among the column's
/// <see cref="Column.Texts"/>, NaN where it is missing. Reading is safe from several threads.
/// </summary>
public sealed class Table : IDisposable
{
    private readonly IRows rows;

    internal Table(string name, IReadOnlyList<Column> columns, IRows rows, bool header = true)
    {
        this.rows = rows;
        Name = name;
        Columns = columns;
        Header = header;
    }

    /// <summary>Where it comes from, as errors name it.</summary>
    public string Name { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Whether its columns were named in their source.</summary>
    public bool Header { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows => rows.Count;

    /// <summary>Copies a row's cells.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="cells">Where they go, one a column.</param>
    public void Read(int row, Span<double> cells) => rows.Read(row, cells);

    /// <summary>Where a row stands, as a person finds it: people.csv: line 12.</summary>
    public string Place(int row) => $"{Name}: {rows.Place(row)}";

    /// <summary>The place of a column by its name or, where none is called so, its number from 1.</summary>
    /// <exception cref="InputException">There is no such column; the message lists those that there are.</exception>
    public int Find(string column) => ColumnNames.Find(Name, Names, column);

    /// <summary>The place of a column by its name alone.</summary>
    /// <exception cref="InputException">There is no such column; the message lists those that there are.</exception>
    public int PlaceOf(string name) => ColumnNames.PlaceOf(Name, Names, name);

    private IReadOnlyList<string> Names => [.. Columns.Select(column => column.Name)];

    /// <inheritdoc/>
    public void Dispose() => rows.Dispose();
}
