namespace DataSets.Files;

/// <summary>CSV and TSV as tables: in memory, or through a binary file where they are long.</summary>
internal static class CsvTable
{
    // What a compressed file may become.
    private const int Unpacked = 8;

    public static Table Open(string path, TableOptions options)
    {
        if (new FileInfo(path).Length * (SourceFile.IsCompressed(path) ? Unpacked : 1) >= options.CacheFrom)
            return TableCache.Open(path, options);
        var file = new CsvFile(path, options.Reading);
        var rows = new MemoryRows(file.Columns);
        return new(path, file.Read(rows.Add), rows, file.Header);
    }
}
