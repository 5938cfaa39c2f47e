using DataSets.Files;

namespace DataSets;

/// <summary>Opens tables, whatever they come from.</summary>
public static class Tables
{
    /// <summary>
    /// Opens a table: the name of one of <see cref="MadeTables.Names"/>, an .npz of NumPy, images in MNIST's IDX form (-ubyte or
    /// .idx in the name), or any other file as CSV or TSV. CSV and IDX may be compressed (.gz).
    /// </summary>
    /// <param name="source">The path of a file, or the name of a made table.</param>
    /// <param name="options">How it is read.</param>
    /// <returns>The table, with at least one row. Dispose it: it may hold a file.</returns>
    /// <exception cref="InputException">It cannot be read; the message names file, line and column, and the remedy.</exception>
    public static Table Open(string source, TableOptions? options = null)
    {
        options ??= new();
        if (MadeTables.Names.Contains(source) && !File.Exists(source))
            return MadeTables.Make(source, options.MadeRows, options.MadeNoise, options.MadeSeed);
        SourceFile.Check(source);
        string name = Path.GetFileName(source).ToLowerInvariant();
        return name.EndsWith(".npz", StringComparison.Ordinal) ? NpzTable.Open(source, options)
            : name.Contains("-ubyte", StringComparison.Ordinal) || name.Contains(".idx", StringComparison.Ordinal) ? IdxTable.Open(source, options)
            : CsvTable.Open(source, options);
    }
}
