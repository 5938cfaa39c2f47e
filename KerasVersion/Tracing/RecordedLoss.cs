using Tensorflow;
using Tensorflow.Keras.Losses;

namespace KerasVersion.Tracing;

/// <summary>
/// A loss that remembers the value of every batch in full precision. <c>History</c> holds floats; a float64 training
/// needs more digits than that.
/// </summary>
/// <param name="inner">The framework's own loss, which does the computing.</param>
/// <typeparam name="T">The dtype of the training.</typeparam>
public sealed class RecordedLoss<T>(ILossFunc inner) : ILossFunc
    where T : unmanaged
{
    private readonly List<T> batches = [];

    /// <summary>The mean loss of every batch since the last <see cref="Clear"/>, in order, each taken before its update.</summary>
    public IReadOnlyList<T> Batches => batches;

    /// <inheritdoc/>
    public string Reduction => inner.Reduction;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null!)
    {
        Tensor value = inner.Call(y_true, y_pred, sample_weight);
        batches.Add(value.ToArray<T>()[0]);
        return value;
    }

    /// <summary>Forgets the batches seen so far.</summary>
    public void Clear() => batches.Clear();
}
