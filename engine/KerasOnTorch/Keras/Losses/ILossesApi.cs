namespace Tensorflow.Keras.Losses;

/// <summary>keras.losses.</summary>
public interface ILossesApi
{
    /// <summary>
    /// -(y·log p + (1-y)·log(1-p)), averaged over the outputs of a row. If the predictions come straight from the sigmoid
    /// activation it is computed from what went into that; otherwise p is kept within [1e-7, 1 - 1e-7], outside of which
    /// it has no gradient.
    /// </summary>
    /// <param name="from_logits">Whether the predictions are what a sigmoid is still to be applied to.</param>
    /// <param name="label_smoothing">Moves labels towards 1/2: y·(1-s) + s/2.</param>
    /// <param name="axis">The axis of a row's outputs.</param>
    /// <param name="reduction">auto, sum_over_batch_size, mean, mean_with_sample_weight, sum or none.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The smoothing is not in [0, 1], or the reduction is none of these.</exception>
    ILossFunc BinaryCrossentropy(
        bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = "auto", string? name = "binary_crossentropy");
}
