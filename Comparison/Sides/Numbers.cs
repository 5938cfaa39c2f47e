using System.Numerics;
using Ledger.Traces;

namespace Comparison.Sides;

/// <summary>Between the arrays that the sides compute with and the arrays that the ledger keeps; every conversion is exact.</summary>
internal static class Numbers
{
    public static NumberArray Scalar<T>(T value) where T : IFloatingPointIeee754<T> => new([], [double.CreateChecked(value)]);

    public static NumberArray Vector<T>(T[] values) where T : IFloatingPointIeee754<T> => Shaped(values, [values.Length]);

    public static NumberArray Column<T>(T[] values) where T : IFloatingPointIeee754<T> => Shaped(values, [values.Length, 1]);

    public static NumberArray Matrix<T>(T[,] values) where T : IFloatingPointIeee754<T> =>
        new([values.GetLength(0), values.GetLength(1)], [.. values.Cast<T>().Select(double.CreateChecked)]);

    public static NumberArray Shaped<T>(T[] values, int[] shape) where T : IFloatingPointIeee754<T> =>
        new(shape, Array.ConvertAll(values, double.CreateChecked));

    public static T[] ToVector<T>(this NumberArray array) where T : IFloatingPointIeee754<T> => Array.ConvertAll(array.Values, T.CreateChecked);

    public static T[,] ToMatrix<T>(this NumberArray array) where T : IFloatingPointIeee754<T>
    {
        var matrix = new T[array.Rows, array.Columns];
        for (int i = 0; i < array.Rows; i++)
            for (int j = 0; j < array.Columns; j++)
                matrix[i, j] = T.CreateChecked(array.Values[i * array.Columns + j]);
        return matrix;
    }
}
