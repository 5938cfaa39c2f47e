using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DataSets.Preparing;

/// <summary>Rows ready for training or prediction: inputs and, if they are known, one label a row. Reading is safe from several threads.</summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class PreparedData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<int> table_rows;

    private protected PreparedData(Preparation preparation, IReadOnlyList<int> table_rows, bool has_labels)
    {
        this.table_rows = table_rows;
        Preparation = preparation;
        Inputs = preparation.InputNames.Count;
        HasLabels = has_labels;
    }

    /// <summary>How they were prepared.</summary>
    public Preparation Preparation { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows => table_rows.Count;

    /// <summary>How many inputs a row has.</summary>
    public int Inputs { get; }

    /// <summary>Whether there are labels.</summary>
    public bool HasLabels { get; }

    /// <summary>The row of the table that a row comes from.</summary>
    public int TableRow(int row) => table_rows[row];

    /// <summary>Copies a batch of any rows.</summary>
    /// <param name="rows">The rows, each from 0, in any order.</param>
    /// <param name="inputs">Where their inputs go: shape (rows, <see cref="Inputs"/>), rows first.</param>
    /// <param name="labels">Where their labels go: one a row; empty where there are none.</param>
    public abstract void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> labels);

    /// <summary>Copies all rows into arrays of two dimensions, for what takes all rows at once.</summary>
    /// <param name="order">The order in which they come; as they stand if not given.</param>
    /// <returns>Inputs, shape (rows, <see cref="Inputs"/>), and labels, shape (rows, 1), or (rows, 0) where there are none.</returns>
    public (T[,] Inputs, T[,] Labels) ToArrays(IReadOnlyList<int>? order = null)
    {
        int[] rows = [.. order ?? [.. Enumerable.Range(0, Rows)]];
        var inputs = new T[rows.Length, Inputs];
        var labels = new T[rows.Length, HasLabels ? 1 : 0];
        Read(rows, Numbers(inputs), Numbers(labels));
        return (inputs, labels);

        static Span<T> Numbers(T[,] array) => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
    }

    private protected void Check(int rows, Span<T> inputs, Span<T> labels)
    {
        if (inputs.Length != (long)rows * Inputs || labels.Length != (HasLabels ? rows : 0))
            throw new ArgumentException($"{rows} rows need {(long)rows * Inputs} inputs and {(HasLabels ? rows : 0)} labels, not {inputs.Length} and {labels.Length}.", nameof(inputs));
    }
}
