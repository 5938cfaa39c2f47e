namespace Tensorflow.Keras.Losses;

/// <summary>keras.losses.</summary>
public class LossesApi : ILossesApi
{
    /// <inheritdoc/>
    public ILossFunc BinaryCrossentropy(
        bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = "auto", string? name = "binary_crossentropy") =>
        new BinaryCrossentropy(from_logits, label_smoothing, reduction, name) { Axis = axis };
}
