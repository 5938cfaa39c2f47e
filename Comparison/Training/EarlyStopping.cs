namespace Comparison.Training;

/// <summary>
/// Keras's EarlyStopping with min_delta 0: an epoch whose loss is smaller than every one before is the best so far; training stops after
/// as many others in a row as the patience, though never after the first epoch.
/// </summary>
/// <param name="Best">The smallest loss so far.</param>
/// <param name="BestEpoch">Its epoch, from 0.</param>
/// <param name="Wait">How many epochs there have been since.</param>
/// <param name="IsOver">Whether training stops.</param>
public sealed record EarlyStopping(double Best = double.PositiveInfinity, int BestEpoch = 0, int Wait = 0, bool IsOver = false)
{
    /// <summary>What becomes of it by an epoch's loss.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="loss">Its loss; NaN is never smaller.</param>
    /// <param name="patience">How many epochs without a smaller loss are waited for.</param>
    public EarlyStopping After(int epoch, double loss, int patience) => loss < Best
        ? new(loss, epoch)
        : this with { Wait = Wait + 1, IsOver = Wait + 1 >= patience && epoch > 0 };
}
