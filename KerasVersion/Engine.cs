namespace KerasVersion;

/// <summary>How a framework computes binary cross-entropy behind a sigmoid, and whether any cross-entropy from the logits; it decides which of the document's quantities exist.</summary>
public enum LossFormula
{
    /// <summary>From the logits behind the sigmoid, as Keras does: max(z, 0) - z·y + log1p(exp(-|z|)). The probability's own gradient is never formed.</summary>
    FromLogits,

    /// <summary>
    /// From probabilities p clipped to [1e-7, 1 - 1e-7], with 1e-7 added inside both logarithms, as TensorFlow.NET does:
    /// -(y·log(p + 1e-7) + (1-y)·log(1 - p + 1e-7)).
    /// </summary>
    EpsilonInsideLogarithms,
}

/// <summary>The framework that KerasVersion was compiled against, as it declares itself.</summary>
/// <param name="Name">Its name, as in "KerasOnTorch".</param>
/// <param name="Description">One sentence that says what ran and whose numbers it follows.</param>
/// <param name="HasFloat64">Whether it trains in float64; float32 it always has.</param>
/// <param name="WritesKerasFiles">Whether it saves models as Keras 3 does, in .keras and .weights.h5.</param>
/// <param name="Loss">How it computes binary cross-entropy behind a sigmoid.</param>
/// <param name="Slots">What its optimizers call what they remember: the velocity of gradient descent with momentum ("velocity"), the two means of Adam ("m", "v").</param>
/// <param name="Other">What did not run instead of it, and how to run that.</param>
public sealed partial record Engine(string Name, string Description, bool HasFloat64, bool WritesKerasFiles, LossFormula Loss, IReadOnlyDictionary<string, string> Slots, string Other)
{
    /// <summary>What the first line of every report says: what ran, and what did not.</summary>
    public string Announcement => $"{this} ({Other})";

    /// <summary>What ran.</summary>
    public override string ToString() => $"{Name}: {Description}";
}
