namespace KerasVersion;

/// <summary>From the losses of batches to the losses of epochs.</summary>
public static class EpochLoss
{
    /// <summary>The mean loss over each epoch's rows: a last, smaller batch counts by its rows, as in Keras's history.</summary>
    /// <param name="batches">Mean loss of each batch, epoch after epoch.</param>
    /// <param name="rows">Rows in an epoch.</param>
    /// <param name="batch_size">Rows in a full batch.</param>
    public static double[] Of(IReadOnlyList<double> batches, int rows, int batch_size)
    {
        int batches_an_epoch = 1 + (rows - 1) / batch_size;
        return [.. batches.Chunk(batches_an_epoch).Select(epoch =>
            epoch.Select((loss, index) => loss * Math.Min(batch_size, rows - index * batch_size)).Sum() / rows)];
    }
}
