namespace Ledger.Traces;

/// <summary>One step of a training as one side recorded it.</summary>
/// <param name="Rows">Indices of the batch's rows among the inputs.</param>
/// <param name="Recorded">The quantities, by name; the parameters as they stand after the update.</param>
/// <param name="Derived">Quantities shown from a computation beside the training; never judged and never a parent.</param>
public sealed record TraceStep(
    IReadOnlyList<int> Rows,
    IReadOnlyDictionary<string, NumberArray> Recorded,
    IReadOnlyDictionary<string, NumberArray> Derived);
