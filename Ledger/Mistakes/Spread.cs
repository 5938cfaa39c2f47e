namespace Ledger.Mistakes;

/// <summary>How far one quantity of a training with a mistake is from the right training's.</summary>
/// <param name="Quantity">The quantity's name.</param>
/// <param name="Step">The step, from 1.</param>
/// <param name="Index">The indices of its first element that differs by more than rounding; null if none does.</param>
/// <param name="Difference">
/// The largest difference of an element as a share of the right array's largest number (infinite where all of these are 0),
/// 0 where rounding explains every one; null where the two arrays are of different shapes.
/// </param>
public sealed record Spread(string Quantity, int Step, IReadOnlyList<int>? Index, double? Difference)
{
    /// <summary>Whether it differs by more than rounding.</summary>
    public bool Differs => Difference != 0;
}
