using System.Numerics;
using System.Runtime.InteropServices;
using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.Training;

/// <summary>Reads pieces of prepared data in the shapes that a network trains on; a piece's arrays are those of the next one of its size.</summary>
/// <param name="data">The rows, with labels.</param>
/// <param name="network">The network.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed class PieceReader<T>(PreparedData<T> data, Network network)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Large enough that a piece costs what its rows cost, and soon done.
    private const int NumbersOfPiece = 1 << 18;

    private readonly bool has_shares = network.LabelColumns > 1;
    private T[,] inputs = new T[0, 0], labels = new T[0, 0];
    private T[] classes = [];

    /// <summary>How many rows there are.</summary>
    public int Rows => data.Rows;

    /// <summary>How many rows a piece has at most: whole batches.</summary>
    /// <param name="batch_size">Rows a batch.</param>
    public int RowsOfPiece(int batch_size) => batch_size * Math.Max(1, NumbersOfPiece / batch_size / data.Inputs);

    /// <summary>Reads rows.</summary>
    /// <param name="rows">Their places among the data's rows.</param>
    public Piece<T> Read(ArraySegment<int> rows)
    {
        if (inputs.GetLength(0) != rows.Count)
        {
            inputs = new T[rows.Count, data.Inputs];
            labels = new T[rows.Count, network.LabelColumns];
            classes = new T[has_shares ? rows.Count : 0];
        }
        Span<T> all_labels = MemoryMarshal.CreateSpan(ref labels[0, 0], labels.Length);
        data.Read(rows, MemoryMarshal.CreateSpan(ref inputs[0, 0], inputs.Length), has_shares ? classes : all_labels);
        if (has_shares)
        {
            all_labels.Clear();
            for (int row = 0; row < rows.Count; row++)
                labels[row, int.CreateChecked(classes[row])] = T.One;
        }
        return new(rows, inputs, labels);
    }

    /// <summary>Reads all rows, piece by piece in their order; each is read when it is asked for.</summary>
    /// <param name="batch_size">Rows a batch.</param>
    public IEnumerable<Piece<T>> ReadAll(int batch_size)
    {
        int count = RowsOfPiece(batch_size);
        for (int first = 0; first < Rows; first += count)
            yield return Read(Enumerable.Range(first, Math.Min(count, Rows - first)).ToArray());
    }
}
