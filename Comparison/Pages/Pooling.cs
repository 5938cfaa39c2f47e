using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>
/// Large arrays on a page: rectangular blocks of elements are shown as one cell each, so that an array has at most 32 times 32
/// cells.
/// </summary>
internal static class Pooling
{
    private const int Side = 32;

    /// <summary>Whether an array of a shape is shown in blocks: it has more numbers than there are cells.</summary>
    public static bool IsFor(IReadOnlyList<int> shape) => NumberArray.Count(shape) > Side * Side;

    /// <summary>How many numbers of an array of a shape are shown.</summary>
    public static long Shown(IReadOnlyList<int> shape) => IsFor(shape) ? Side * Side : NumberArray.Count(shape);

    /// <summary>The mean of each block.</summary>
    public static NumberArray Mean(NumberArray array) => Of(array.Rows, array.Columns, i => array.Values[i], block => block.Average());

    /// <summary>The largest of each block.</summary>
    /// <param name="rows">Rows of the array.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="element">An element, by its position, rows first.</param>
    public static NumberArray Largest(int rows, int columns, Func<int, double> element) => Of(rows, columns, element, block => block.Max());

    private static NumberArray Of(int rows, int columns, Func<int, double> element, Func<IEnumerable<double>, double> pool)
    {
        // A vector takes all the cells in one row.
        int height = rows == 1 ? 1 : Block(rows, Side), width = Block(columns, rows == 1 ? Side * Side : Side);
        int cells_down = (rows + height - 1) / height, cells_across = (columns + width - 1) / width;
        var cells = new double[cells_down * cells_across];
        for (int i = 0; i < cells.Length; i++)
        {
            int top = i / cells_across * height, left = i % cells_across * width;
            cells[i] = pool(
                from row in Enumerable.Range(top, Math.Min(height, rows - top))
                from column in Enumerable.Range(left, Math.Min(width, columns - left))
                select element(row * columns + column));
        }
        return new([cells_down, cells_across], cells);
    }

    private static int Block(int length, int cells) => (length + cells - 1) / cells;
}
