using System.Numerics;

namespace DataSets.Preparing;

/// <summary>Prepared rows in memory, one after the other, so that all of them can be handed over without a copy.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class LoadedData<T> : PreparedData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal LoadedData(RowPreparation source, IReadOnlyList<int> table_rows)
        : base(source.Preparation, table_rows, source.HasLabels)
    {
        AllInputs = new T[Rows * Inputs];
        AllLabels = new T[HasLabels ? Rows : 0];
        source.Prepare<T>([.. table_rows], AllInputs, AllLabels);
    }

    /// <summary>All inputs: shape (<see cref="PreparedData{T}.Rows"/>, <see cref="PreparedData{T}.Inputs"/>), rows first. Not to be written to.</summary>
    public T[] AllInputs { get; }

    /// <summary>All labels, one a row; empty where there are none. Not to be written to.</summary>
    public T[] AllLabels { get; }

    /// <inheritdoc/>
    public override void Read(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> labels)
    {
        Check(rows.Length, inputs, labels);
        for (int i = 0; i < rows.Length; i++)
        {
            AllInputs.AsSpan(rows[i] * Inputs, Inputs).CopyTo(inputs[(i * Inputs)..]);
            if (HasLabels)
                labels[i] = AllLabels[rows[i]];
        }
    }
}
