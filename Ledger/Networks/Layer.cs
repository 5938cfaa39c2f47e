namespace Ledger.Networks;

/// <summary>A dense layer: each unit sums its weighted inputs and its bias, and the activation is applied to the sums.</summary>
/// <param name="Units">How many units, at least one.</param>
/// <param name="Activation">What it makes of its sums.</param>
public sealed record Layer(int Units, Activation Activation);
