using System.Runtime.InteropServices;

namespace Scratch.Dense;

/// <summary>Rows of numbers that stand one after the other in memory: an array of two dimensions, or a part of any memory.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct Matrix<T>
{
    /// <param name="values">The numbers, rows first.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many numbers a row.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers.</exception>
    public Matrix(ReadOnlySpan<T> values, int rows, int columns)
    {
        if (rows < 0 || columns < 0 || (long)rows * columns != values.Length)
            throw new ArgumentException($"{values.Length} numbers are no matrix of shape ({rows}, {columns}).", nameof(values));
        Values = values;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The numbers, rows first.</summary>
    public ReadOnlySpan<T> Values { get; }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many numbers a row.</summary>
    public int Columns { get; }

    /// <summary>All of an array; nothing is copied.</summary>
    public static implicit operator Matrix<T>(T[,] array) => new(
        array.Length == 0 ? default : MemoryMarshal.CreateReadOnlySpan(ref array[0, 0], array.Length), array.GetLength(0), array.GetLength(1));

    /// <summary>The shape as it is printed: (rows, columns).</summary>
    public string Shape => $"({Rows}, {Columns})";
}
