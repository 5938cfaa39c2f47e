using System.Runtime.CompilerServices;

namespace Tensorflow.Keras.Losses;

/// <summary>keras.losses: TensorFlow.NET's functions, and beside them Keras's with all that Keras takes.</summary>
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
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The smoothing is not in [0, 1], or the reduction is unknown.</exception>
    ILossFunc BinaryCrossentropy(
        bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = "auto", string? name = "binary_crossentropy");

    /// <summary>
    /// -log p of the class that each label numbers. If the predictions come straight from the softmax activation it is computed
    /// from what went into that; otherwise p is kept within [1e-7, 1 - 1e-7] and divided by the sum of its row.
    /// </summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <param name="from_logits">Whether the predictions are what a softmax is still to be applied to.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    [OverloadResolutionPriority(1)]
    ILossFunc SparseCategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false);

    /// <inheritdoc cref="Losses.SparseCategoricalCrossentropy(bool, string, string, int?)"/>
    ILossFunc SparseCategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false, int? ignore_class = null);

    /// <summary>
    /// -Σ y·log p over the classes. If the predictions come straight from the softmax activation it is computed from what went
    /// into that; otherwise p is divided by the sum of its row and kept within [1e-7, 1 - 1e-7].
    /// </summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <param name="from_logits">Whether the predictions are what a softmax is still to be applied to.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    [OverloadResolutionPriority(1)]
    ILossFunc CategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false);

    /// <inheritdoc cref="Losses.CategoricalCrossentropy(bool, float, string, string, int)"/>
    ILossFunc CategoricalCrossentropy(
        string? reduction = null, string? name = null, bool from_logits = false, float label_smoothing = 0f, int axis = -1);

    /// <summary>(y - p)², averaged over the outputs of a row.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc MeanSquaredError(string? reduction = null, string? name = null);

    /// <summary>(log(p + 1) - log(y + 1))², averaged over the outputs of a row, of numbers that are at least 1e-7.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc MeanSquaredLogarithmicError(string? reduction = null, string? name = null);

    /// <summary>100·|(y - p) / max(|y|, 1e-7)|, averaged over the outputs of a row.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc MeanAbsolutePercentageError(string? reduction = null, string? name = null);

    /// <summary>|y - p|, averaged over the outputs of a row.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc MeanAbsoluteError(string? reduction = null, string? name = null);

    /// <summary>-Σ y·p along an axis, of labels and predictions that are each divided by their length.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="axis">The axis along which they are vectors.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc CosineSimilarity(string? reduction = null, int axis = -1, string? name = null);

    /// <summary>d²/2 where |d| = |p - y| is at most δ, δ·|d| - δ²/2 beyond, averaged over the outputs of a row.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <param name="delta">δ, one number; 1 unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown, or δ is not one number.</exception>
    ILossFunc Huber(string? reduction = null, string? name = null, Tensor? delta = null);

    /// <summary>log(cosh(p - y)), averaged over the outputs of a row.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc LogCosh(string? reduction = null, string? name = null);

    /// <summary>
    /// TensorFlow.NET's focal loss, which Keras does not have: binary cross-entropy times (1 - q)^γ and y·α + (1-y)·(1-α), where
    /// q = y·p + (1-y)·(1-p), summed over the outputs of a row.
    /// </summary>
    /// <param name="from_logits">Whether the predictions are what a sigmoid is still to be applied to.</param>
    /// <param name="alpha">α, the weight of class 1.</param>
    /// <param name="gamma">γ; the larger, the less counts what is well predicted.</param>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">γ is negative, or the reduction is unknown.</exception>
    ILossFunc SigmoidFocalCrossEntropy(
        bool from_logits = false, float alpha = 0.25f, float gamma = 2.0f, string? reduction = "none", string? name = "sigmoid_focal_crossentropy");

    /// <summary>Binary cross-entropy times (1 - q)^γ with q = y·p + (1-y)·(1-p), averaged over the outputs of a row; always from probabilities.</summary>
    /// <param name="apply_class_balancing">Whether losses are multiplied by y·α + (1-y)·(1-α).</param>
    /// <param name="alpha">α, the weight of class 1.</param>
    /// <param name="gamma">γ; the larger, the less counts what is well predicted.</param>
    /// <param name="from_logits">Whether the predictions are what a sigmoid is still to be applied to.</param>
    /// <param name="label_smoothing">Moves labels towards 1/2: y·(1-s) + s/2.</param>
    /// <param name="axis">The axis of a row's outputs.</param>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The smoothing is not in [0, 1], or the reduction is unknown.</exception>
    ILossFunc BinaryFocalCrossentropy(
        bool apply_class_balancing = false, float alpha = 0.25f, float gamma = 2.0f, bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = null, string? name = null);

    /// <summary>-Σ α·(1-p)^γ·y·log p over the classes; always from probabilities.</summary>
    /// <param name="alpha">α, by which every loss is multiplied.</param>
    /// <param name="gamma">γ; the larger, the less counts what is well predicted.</param>
    /// <param name="from_logits">Whether the predictions are what a softmax is still to be applied to.</param>
    /// <param name="label_smoothing">Moves labels towards 1 by the number of classes K: y·(1-s) + s/K.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The smoothing is not in [0, 1], or the reduction is unknown.</exception>
    ILossFunc CategoricalFocalCrossentropy(
        float alpha = 0.25f, float gamma = 2.0f, bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = null, string? name = null);

    /// <summary>(1 - p^q)/q of the probability p of the class that each label numbers.</summary>
    /// <param name="q">Between the cross-entropy, near 0, and the absolute error, near 1.</param>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">q is not between 0 and 1, or the reduction is unknown.</exception>
    ILossFunc CategoricalGeneralizedCrossEntropy(float q = 0.5f, string? reduction = null, string? name = null);

    /// <summary>p - y·log(p + 1e-7), averaged over the outputs of a row.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc Poisson(string? reduction = null, string? name = null);

    /// <summary>Σ y·log(y/p) over the outputs of a row, both kept within [1e-7, 1].</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc KLDivergence(string? reduction = null, string? name = null);

    /// <summary>max(1 - y·p, 0), averaged over the outputs of a row. Labels that are all 0 or 1 stand for -1 and 1.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc Hinge(string? reduction = null, string? name = null);

    /// <summary>max(1 - y·p, 0)², averaged over the outputs of a row. Labels that are all 0 or 1 stand for -1 and 1.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc SquaredHinge(string? reduction = null, string? name = null);

    /// <summary>max(max((1-y)·p) - Σ y·p + 1, 0) over the classes of a row.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc CategoricalHinge(string? reduction = null, string? name = null);

    /// <summary>1 - 2·Σ y·p / (Σ y + Σ p + 1e-7).</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <param name="axis">The axes to sum along; null for all.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc Dice(string? reduction = null, string? name = null, Axis? axis = null);

    /// <summary>1 - c / (c + α·Σ y·(1-p) + β·Σ (1-y)·p + 1e-7) with c = Σ y·p.</summary>
    /// <param name="alpha">α, what predicting too little costs.</param>
    /// <param name="beta">β, what predicting too much costs.</param>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <param name="axis">The axes to sum along; null for all.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc Tversky(float alpha = 0.5f, float beta = 0.5f, string? reduction = null, string? name = null, Axis? axis = null);

    /// <summary>Circle loss of embeddings, one a row and each of length 1, whose labels say which belong together.</summary>
    /// <param name="gamma">γ, how steeply pairs are told apart.</param>
    /// <param name="margin">How far from its best a pair may stay.</param>
    /// <param name="remove_diagonal">Whether a row is no pair with itself.</param>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc Circle(float gamma = 80.0f, float margin = 0.4f, bool remove_diagonal = true, string? reduction = null, string? name = null);

    /// <summary>-log of the probability of a sequence of labels without saying where each stands; class 0 is the blank.</summary>
    /// <param name="reduction">How the losses of a batch's rows become one number: auto, sum_over_batch_size, mean, mean_with_sample_weight, weighted_mean, sum or none; null means auto.</param>
    /// <param name="name">Its name; Keras's unless given.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    ILossFunc CTC(string? reduction = null, string? name = null);

    /// <summary>The loss of a name, as compile takes it, with its default arguments.</summary>
    /// <param name="name">Keras's name of the function or of the class, as in "mean_squared_error" and "MeanSquaredError", or a short one, as in "mse".</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    ILossFunc GetLossFromName(string name);
}
