namespace Ledger.Traces;

/// <summary>A quantity of a training step.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lengths">The length of each of its dimensions, <see cref="Batch"/> being as many as the step's batch has rows; none for a scalar.</param>
public sealed record Quantity(string Name, params IReadOnlyList<int?> Lengths)
{
    /// <summary>Rows of the step's batch.</summary>
    public static int? Batch => null;

    /// <summary>The shape it must have.</summary>
    /// <param name="batch">Rows of the step's batch.</param>
    public int[] Shape(int batch) => [.. Lengths.Select(length => length ?? batch)];
}
