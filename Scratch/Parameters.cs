namespace Scratch;

/// <summary>The four parameters of the document's network, in the shapes that the document gives them.</summary>
/// <param name="HiddenWeights">Shape (inputs, hidden).</param>
/// <param name="HiddenBias">Shape (hidden).</param>
/// <param name="OutputWeights">Shape (hidden): the document's output_weights is a vector.</param>
/// <param name="OutputBias">The document's output_bias is a scalar.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Parameters<T>(T[,] HiddenWeights, T[] HiddenBias, T[] OutputWeights, T OutputBias);
