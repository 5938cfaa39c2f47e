namespace Comparison.Tests.Scratch.Dense;

/// <summary>What a quantity must be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Values">Its numbers, rows first.</param>
/// <param name="Bounds">How far each may be off.</param>
internal sealed record ExpectedQuantity(string Name, int[] Shape, double[] Values, double[] Bounds);
