using System.Numerics;

namespace Ledger.Arithmetic;

/// <summary>
/// Every dot product of a matrix product, exactly (after Ogita, Rump and Oishi, Accurate Sum and Dot Product, 2005:
/// each product and each sum hands its own rounding error on), with the sums of magnitudes and of squares of its terms.
/// </summary>
internal sealed class DotProducts
{
    private readonly double[] high, low, magnitudes, squares;

    /// <param name="left">Shape (rows, inner).</param>
    /// <param name="rows">Rows of the left matrix.</param>
    /// <param name="inner">Terms of each sum.</param>
    /// <param name="right">Shape (inner, columns).</param>
    /// <param name="columns">Columns of the right matrix.</param>
    public DotProducts(double[] left, int rows, int inner, double[] right, int columns)
    {
        high = new double[rows * columns];
        low = new double[rows * columns];
        magnitudes = new double[rows * columns];
        squares = new double[rows * columns];
        for (int row = 0; row < rows; row++)
            for (int k = 0; k < inner; k++)
                AddMultiple(row * columns, columns, left[row * inner + k], right.AsSpan(k * columns, columns));
    }

    /// <summary>One dot product, by its position among all, rows first.</summary>
    public TermSum this[int index] => new(DoubleDouble.SumOf(high[index], low[index]), magnitudes[index], squares[index]);

    // sums[start..] += factor · terms, one vector of columns at a time.
    private void AddMultiple(int start, int columns, double factor, ReadOnlySpan<double> terms)
    {
        int j = 0;
        var factors = new Vector<double>(factor);
        for (; j <= columns - Vector<double>.Count; j += Vector<double>.Count)
        {
            int at = start + j;
            var term = new Vector<double>(terms[j..]);
            Vector<double> product = factors * term, product_error = Vector.FusedMultiplyAdd(factors, term, -product);
            Vector<double> before = new(high, at), sum = before + product, part = sum - before;
            Vector<double> sum_error = before - (sum - part) + (product - part);
            sum.CopyTo(high, at);
            (new Vector<double>(low, at) + (product_error + sum_error)).CopyTo(low, at);
            (new Vector<double>(magnitudes, at) + Vector.Abs(product)).CopyTo(magnitudes, at);
            (new Vector<double>(squares, at) + product * product).CopyTo(squares, at);
        }
        for (; j < columns; j++)
        {
            int at = start + j;
            double product = factor * terms[j], product_error = Math.FusedMultiplyAdd(factor, terms[j], -product);
            double before = high[at], sum = before + product, part = sum - before;
            high[at] = sum;
            low[at] += product_error + (before - (sum - part) + (product - part));
            magnitudes[at] += Math.Abs(product);
            squares[at] += product * product;
        }
    }
}
