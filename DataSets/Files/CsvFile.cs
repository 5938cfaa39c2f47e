using System.Text.Unicode;
using CsvHelper;

namespace DataSets.Files;

/// <summary>A table as text, in UTF-8: its columns are known from its first rows, its cells are read once, as a stream.</summary>
internal sealed class CsvFile
{
    // An unclosed quote would take the rest of the file for one cell.
    private const int LongestRow = 1 << 24;

    private readonly string path;
    private readonly Reading reading;
    private readonly char separator;
    private readonly string[] names;

    /// <param name="path">The file.</param>
    /// <param name="reading">How it is read.</param>
    /// <exception cref="InputException">It cannot be read, is empty, or two columns have one name.</exception>
    public CsvFile(string path, Reading reading)
    {
        this.path = path;
        this.reading = reading;
        (separator, string[][] first) = SourceFile.Use(path, FirstRows);
        if (first.Length == 0)
            throw new InputException($"{path}: is empty; a table has a row for each example.");
        Header = reading.Header ?? IsHeader(first[0], first.ElementAtOrDefault(1));
        names = [.. first[0].Select((cell, place) => Header && cell.Length > 0 ? cell : ColumnNames.OfPlace(place))];
        ColumnNames.CheckDifferent(path, names);
    }

    /// <summary>Whether the first row names the columns.</summary>
    public bool Header { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns => names.Length;

    /// <summary>Reads all rows.</summary>
    /// <param name="add">Takes a row: its line, then its cells.</param>
    /// <returns>The columns, with the texts that were found in them.</returns>
    /// <exception cref="InputException">A row or a cell is not as it should be; the message names the line and the column.</exception>
    public IReadOnlyList<Column> Read(Action<ReadOnlySpan<double>> add) => SourceFile.Use<IReadOnlyList<Column>>(path, bytes =>
    {
        CsvColumn[] columns = [.. names.Select(name => new CsvColumn(path, name))];
        Tell(columns, reading.Texts, ColumnKind.Text);
        Tell(columns, reading.Numbers, ColumnKind.Number);
        var row = new double[1 + columns.Length];
        int count = 0;
        Enumerate(bytes, separator, reader =>
        {
            long line = reader.LineNumber;
            if (reader.FieldCount != columns.Length)
                throw new InputException($"{path}: line {line}: has {Counted(reader.FieldCount)}, where line 1 has {columns.Length}, separated by {Shown(separator)}; correct it, or tell which character separates cells.");
            if (count++ == 0 && Header)
                return true;
            if (count == int.MaxValue)
                throw new InputException($"{path}: line {line}: there are more rows than {int.MaxValue}; split the file.");
            row[0] = line;
            for (int place = 0; place < columns.Length; place++)
                row[place + 1] = columns[place].Read(reader.GetSpan(place), line);
            add(row);
            return true;
        });
        if (count == (Header ? 1 : 0))
            throw new InputException($"{path}: has a header and no row; a table has a row for each example.");
        return [.. columns.Select(column => column.ToColumn())];
    });

    private void Tell(CsvColumn[] columns, IReadOnlyList<string>? told, ColumnKind kind)
    {
        foreach (string column in told ?? [])
            columns[ColumnNames.Find(path, names, column)].Tell(kind);
    }

    private (char Separator, string[][] Rows) FirstRows(Stream bytes)
    {
        var rows = new List<string[]>();
        char found = Enumerate(bytes, reading.Delimiter, reader =>
        {
            for (int place = 0; place < reader.FieldCount; place++)
                if (!Utf8.IsValid(reader.GetSpan(place)))
                    throw CsvColumn.NotUtf8(path, reader.LineNumber);
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
            return rows.Count < 2;
        });
        return (found, [.. rows]);
    }

    // Hands over the reader at each row while that is wanted, and gives the separator.
    private char Enumerate(Stream bytes, char? told, Func<CsvReader, bool> use)
    {
        try
        {
            using var reader = CsvReader.Create(bytes, new CsvReaderOptions
            {
                Separator = told,
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                MaxRecordSize = LongestRow,
            }, leaveOpen: true);
            while (reader.Read() && use(reader))
            {
            }
            return reader.Separator;
        }
        catch (CsvFormatException error)
        {
            throw new InputException($"{path}: line {error.LineNumber}: {error.Message.TrimEnd('.')}; put a cell with quotes into quotes, each of its own doubled.");
        }
        catch (ArgumentException) when (told is { } delimiter)
        {
            throw new InputException($"{path}: {Shown(delimiter)} cannot separate cells; name one ASCII character that is no quote and no line break.");
        }
    }

    // A header names columns: it has no number, or a text above a number.
    private static bool IsHeader(string[] first, string[]? second) =>
        !first.Any(CsvColumn.IsNumber) || first.Zip(second ?? []).Any(pair => !CsvColumn.IsNumber(pair.First) && pair.First.Length > 0 && CsvColumn.IsNumber(pair.Second));

    private static string Counted(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";

    private static string Shown(char delimiter) => delimiter == '\t' ? "tabs" : $"\"{delimiter}\"";
}
