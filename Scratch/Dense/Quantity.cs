namespace Scratch.Dense;

/// <summary>A quantity of a training step as it was recorded.</summary>
/// <param name="Name">Its name: the document's, with the hidden layers counted from 1 where there are several.</param>
/// <param name="Shape">Its dimensions, none for a scalar; rows are samples.</param>
/// <param name="Values">Its numbers, rows first.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Quantity<T>(string Name, IReadOnlyList<int> Shape, T[] Values);
