namespace Tensorflow.Keras.Losses;

/// <summary>A loss that is one formula for each row.</summary>
/// <inheritdoc/>
public abstract class LossFunctionWrapper(string? reduction = ReductionV2.AUTO, string? name = null, bool from_logits = false)
    : Loss(reduction, name, from_logits);
