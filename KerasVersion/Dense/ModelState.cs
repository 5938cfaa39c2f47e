using KerasVersion.Tracing;

namespace KerasVersion.Dense;

/// <summary>All that a training goes on from, in the same bits as if it had never stopped.</summary>
/// <param name="Steps">How many steps were taken; Adam counts them.</param>
/// <param name="Quantities">The parameters, and what the optimizer remembers of each, by the names that a traced step has for them.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record ModelState<T>(long Steps, IReadOnlyDictionary<string, TracedArray<T>> Quantities);
