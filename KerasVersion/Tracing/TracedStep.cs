namespace KerasVersion.Tracing;

/// <summary>Every quantity of one training step, by the document's names.</summary>
/// <param name="Rows">Indices of the batch's rows.</param>
/// <param name="Recorded">What the training itself computed, its gradients being the ones that were applied.</param>
/// <param name="Derived">Shown from gradients of the document's own loss on the same tape; the training does not use them.</param>
/// <param name="NotComputed">Names of quantities that this computation does not have, each with the reason.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TracedStep<T>(
    IReadOnlyList<int> Rows,
    IReadOnlyDictionary<string, TracedArray<T>> Recorded,
    IReadOnlyDictionary<string, TracedArray<T>> Derived,
    IReadOnlyDictionary<string, string> NotComputed);
