namespace Comparison.Training;

/// <summary>Some rows, ready to be trained on: one or more batches.</summary>
/// <param name="Rows">Their places among the training rows, in the order in which they are taken.</param>
/// <param name="Inputs">Shape (rows, inputs).</param>
/// <param name="Labels">Shape (rows, 1), or (rows, classes) for shares of classes.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Piece<T>(IReadOnlyList<int> Rows, T[,] Inputs, T[,] Labels);
