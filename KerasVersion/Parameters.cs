namespace KerasVersion;

/// <summary>The four parameter arrays of the document's network, in the shapes that Keras gives them.</summary>
/// <param name="HiddenWeights">Kernel of the hidden layer, shape (inputs, hidden).</param>
/// <param name="HiddenBias">Shape (hidden).</param>
/// <param name="OutputWeights">Kernel of the output layer, shape (hidden, 1).</param>
/// <param name="OutputBias">Shape (1).</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Parameters<T>(T[,] HiddenWeights, T[] HiddenBias, T[,] OutputWeights, T[] OutputBias)
    where T : unmanaged;
