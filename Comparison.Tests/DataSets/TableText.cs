using DataSets;

namespace Comparison.Tests.DataSets;

/// <summary>Tables as their cells are shown.</summary>
internal static class TableText
{
    /// <summary>The cells of a row, texts in quotes.</summary>
    public static string Row(this Table table, int row)
    {
        var cells = new double[table.Columns.Count];
        table.Read(row, cells);
        return string.Join(" | ", cells.Select((cell, place) => table.Columns[place].Show(cell)));
    }

    /// <summary>The cells of all rows.</summary>
    public static double[] Cells(this Table table)
    {
        var cells = new double[table.Rows * table.Columns.Count];
        for (int row = 0; row < table.Rows; row++)
            table.Read(row, cells.AsSpan(row * table.Columns.Count, table.Columns.Count));
        return cells;
    }

    /// <summary>The names of all columns.</summary>
    public static string Names(this Table table) => string.Join(" | ", table.Columns.Select(column => column.Name));
}
