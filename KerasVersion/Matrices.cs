namespace KerasVersion;

/// <summary>Between the framework's rows of numbers and arrays of two dimensions.</summary>
internal static class Matrices
{
    /// <summary>Numbers, rows first, as a matrix.</summary>
    public static T[,] Of<T>(T[] values, int columns) where T : unmanaged
    {
        var matrix = new T[values.Length / columns, columns];
        Buffer.BlockCopy(values, 0, matrix, 0, Buffer.ByteLength(values));
        return matrix;
    }

    /// <summary>Some rows of a matrix, in the order given.</summary>
    public static T[,] Take<T>(T[,] matrix, IReadOnlyList<int> rows) where T : unmanaged
    {
        int columns = matrix.GetLength(1);
        var taken = new T[rows.Count, columns];
        for (int i = 0; i < rows.Count; i++)
            Array.Copy(matrix, (long)rows[i] * columns, taken, (long)i * columns, columns);
        return taken;
    }
}
