using Comparison.Sides;

namespace Comparison.Plots;

/// <summary>The course of a side's loss.</summary>
/// <param name="Side">The side.</param>
/// <param name="Training">Each epoch's loss on the training rows.</param>
/// <param name="HeldOut">Each epoch's loss on the held-out rows; empty where there are none.</param>
public sealed record SideLosses(Side Side, IReadOnlyList<double> Training, IReadOnlyList<double> HeldOut);
