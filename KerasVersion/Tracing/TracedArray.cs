namespace KerasVersion.Tracing;

/// <summary>An array of a trace.</summary>
/// <param name="Shape">Its dimensions; empty for a scalar.</param>
/// <param name="Values">Its numbers, rows first.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TracedArray<T>(int[] Shape, T[] Values);
