using System.Numerics;

namespace Comparison.Models;

/// <summary>Rows that stand one after the other in some data, with a network's outputs for them.</summary>
/// <param name="First">The first row's place in the data.</param>
/// <param name="Outputs">Shape (rows, units).</param>
/// <param name="Labels">One a row; empty where the data have none.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record PredictedBatch<T>(int First, T[,] Outputs, T[] Labels)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many rows there are.</summary>
    public int Rows => Outputs.GetLength(0);

    /// <summary>A row's outputs, widened.</summary>
    /// <param name="row">The row, from 0 in this batch.</param>
    public double[] RowOutputs(int row)
    {
        var outputs = new double[Outputs.GetLength(1)];
        for (int unit = 0; unit < outputs.Length; unit++)
            outputs[unit] = double.CreateChecked(Outputs[row, unit]);
        return outputs;
    }
}
