namespace Ledger.Traces;

/// <summary>A recorded array. float32 numbers are widened to double, which is exact.</summary>
/// <param name="Shape">Its dimensions; empty for a scalar.</param>
/// <param name="Values">Its numbers, rows first.</param>
public sealed record NumberArray(IReadOnlyList<int> Shape, double[] Values)
{
    /// <summary>Rows when read as a matrix: a scalar or a vector is one row.</summary>
    public int Rows => Shape.Count == 2 ? Shape[0] : 1;

    /// <summary>Columns when read as a matrix.</summary>
    public int Columns => Shape.Count == 0 ? 1 : Shape[^1];

    /// <summary>How many numbers an array of a shape has; the largest long where there are more.</summary>
    public static long Count(IReadOnlyList<int> shape) => (long)shape.Aggregate((Int128)1, (product, length) => Int128.Min(product * length, long.MaxValue));

    /// <summary>The dimensions as Python prints them: (3, 4), (4,), ().</summary>
    public static string Describe(IReadOnlyList<int> shape) => $"({string.Join(", ", shape)}{(shape.Count == 1 ? "," : "")})";

    /// <summary>Whether both have the same shape and the same bits.</summary>
    public bool IsIdenticalTo(NumberArray other) =>
        Shape.SequenceEqual(other.Shape) && FirstDifference(other) is null;

    /// <summary>The position of the first number whose bits differ, for arrays of one shape; null if there is none.</summary>
    public int? FirstDifference(NumberArray other)
    {
        for (int i = 0; i < Values.Length; i++)
            if (BitConverter.DoubleToInt64Bits(Values[i]) != BitConverter.DoubleToInt64Bits(other.Values[i]))
                return i;
        return null;
    }

    /// <summary>The indices of the element at a position, as many as there are dimensions.</summary>
    public int[] IndexOf(int position) => Shape.Count switch
    {
        0 => [],
        1 => [position],
        _ => [position / Columns, position % Columns],
    };

    /// <summary>Some of the rows, in the order given.</summary>
    public NumberArray TakeRows(IReadOnlyList<int> rows)
    {
        var taken = new double[rows.Count * Columns];
        for (int i = 0; i < rows.Count; i++)
            Array.Copy(Values, rows[i] * Columns, taken, i * Columns, Columns);
        return new([rows.Count, Columns], taken);
    }
}
