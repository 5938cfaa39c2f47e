using System.Numerics;

namespace DataSets.Preparing;

/// <summary>Rows prepared whenever they are read, for tables that prepared would not fit in memory.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class StreamedData<T> : PreparedData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RowPreparation source;

    public StreamedData(RowPreparation source, IReadOnlyList<int> table_rows)
        : base(source.Preparation, table_rows, source.HasLabels)
    {
        this.source = source;
        // What cannot be prepared is refused now, not in the middle of a training.
        var (inputs, labels) = (new T[Inputs], new T[HasLabels ? 1 : 0]);
        for (int row = 0; row < Rows; row++)
            source.Prepare<T>([TableRow(row)], inputs, labels);
    }

    public override void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> labels)
    {
        Check(rows.Length, inputs, labels);
        Span<int> table_rows = rows.Length <= 256 ? stackalloc int[rows.Length] : new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            table_rows[i] = TableRow(rows[i]);
        source.Prepare(table_rows, inputs, labels);
    }
}
