using System.Numerics;
using System.Runtime.InteropServices;
using DataSets.Preparing;

namespace Comparison.Models;

/// <summary>Networks' outputs for data of any length, batch by batch.</summary>
public static class Predictions
{
    // Large enough that a batch's cost is that of its rows.
    private const int BatchRows = 1024;

    /// <summary>Predicts all rows in their order; a batch is predicted when it is asked for.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="predict">Gives outputs (rows, units) for inputs (rows, inputs).</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static IEnumerable<PredictedBatch<T>> Of<T>(PreparedData<T> data, Func<T[,], T[,]> predict)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of(data, [predict]).Select(batches => batches[0]);

    /// <summary>The same of several networks side by side: of the same rows, one batch a network.</summary>
    /// <inheritdoc cref="Of{T}(PreparedData{T}, Func{T[,], T[,]})"/>
    public static IEnumerable<IReadOnlyList<PredictedBatch<T>>> Of<T>(PreparedData<T> data, IReadOnlyList<Func<T[,], T[,]>> predict)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int first = 0; first < data.Rows; first += BatchRows)
        {
            int[] rows = [.. Enumerable.Range(first, Math.Min(BatchRows, data.Rows - first))];
            var inputs = new T[rows.Length, data.Inputs];
            var labels = new T[data.HasLabels ? rows.Length : 0];
            data.Read(rows, MemoryMarshal.CreateSpan(ref inputs[0, 0], inputs.Length), labels);
            yield return [.. predict.Select(each => new PredictedBatch<T>(rows[0], each(inputs), labels))];
        }
    }
}
