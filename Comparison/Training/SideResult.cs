using Comparison.Metrics;
using Comparison.Sides;

namespace Comparison.Training;

/// <summary>What a side's training came to.</summary>
/// <param name="Side">The side.</param>
/// <param name="Seconds">How long it trained, evaluation and judging apart.</param>
/// <param name="History">Its epochs.</param>
/// <param name="Training">The scores on the training rows in the end.</param>
/// <param name="HeldOut">Those on the held-out rows; null where there are none.</param>
public sealed record SideResult(Side Side, double Seconds, IReadOnlyList<EpochNumbers> History, Scores Training, Scores? HeldOut);
