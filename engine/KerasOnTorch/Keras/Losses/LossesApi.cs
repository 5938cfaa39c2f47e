using System.Runtime.CompilerServices;

namespace Tensorflow.Keras.Losses;

/// <summary>keras.losses.</summary>
public class LossesApi : ILossesApi
{
    /// <inheritdoc/>
    public ILossFunc BinaryCrossentropy(
        bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = "auto", string? name = "binary_crossentropy") =>
        new BinaryCrossentropy(from_logits, label_smoothing, reduction, name, axis);

    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public ILossFunc SparseCategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false) =>
        new SparseCategoricalCrossentropy(from_logits, reduction, name);

    /// <inheritdoc/>
    public ILossFunc SparseCategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false, int? ignore_class = null) =>
        new SparseCategoricalCrossentropy(from_logits, reduction, name, ignore_class);

    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public ILossFunc CategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false) =>
        new CategoricalCrossentropy(from_logits, 0, reduction, name);

    /// <inheritdoc/>
    public ILossFunc CategoricalCrossentropy(
        string? reduction = null, string? name = null, bool from_logits = false, float label_smoothing = 0f, int axis = -1) =>
        new CategoricalCrossentropy(from_logits, label_smoothing, reduction, name, axis);

    /// <inheritdoc/>
    public ILossFunc MeanSquaredError(string? reduction = null, string? name = null) =>
        new MeanSquaredError(reduction, name);

    /// <inheritdoc/>
    public ILossFunc MeanSquaredLogarithmicError(string? reduction = null, string? name = null) =>
        new MeanSquaredLogarithmicError(reduction, name);

    /// <inheritdoc/>
    public ILossFunc MeanAbsolutePercentageError(string? reduction = null, string? name = null) =>
        new MeanAbsolutePercentageError(reduction, name);

    /// <inheritdoc/>
    public ILossFunc MeanAbsoluteError(string? reduction = null, string? name = null) =>
        new MeanAbsoluteError(reduction, name);

    /// <inheritdoc/>
    public ILossFunc CosineSimilarity(string? reduction = null, int axis = -1, string? name = null) =>
        new CosineSimilarity(reduction, axis, name);

    /// <inheritdoc/>
    public ILossFunc Huber(string? reduction = null, string? name = null, Tensor? delta = null) =>
        new Huber(reduction, delta, name);

    /// <inheritdoc/>
    public ILossFunc LogCosh(string? reduction = null, string? name = null) =>
        new LogCosh(reduction, name);

    /// <inheritdoc/>
    public ILossFunc SigmoidFocalCrossEntropy(
        bool from_logits = false, float alpha = 0.25f, float gamma = 2.0f, string? reduction = "none", string? name = "sigmoid_focal_crossentropy") =>
        new SigmoidFocalCrossEntropy(from_logits, alpha, gamma, reduction, name);

    /// <inheritdoc/>
    public ILossFunc BinaryFocalCrossentropy(
        bool apply_class_balancing = false, float alpha = 0.25f, float gamma = 2.0f, bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = null, string? name = null) =>
        new BinaryFocalCrossentropy(apply_class_balancing, alpha, gamma, from_logits, label_smoothing, axis, reduction, name);

    /// <inheritdoc/>
    public ILossFunc CategoricalFocalCrossentropy(
        float alpha = 0.25f, float gamma = 2.0f, bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = null, string? name = null) =>
        new CategoricalFocalCrossentropy(alpha, gamma, from_logits, label_smoothing, axis, reduction, name);

    /// <inheritdoc/>
    public ILossFunc CategoricalGeneralizedCrossEntropy(float q = 0.5f, string? reduction = null, string? name = null) =>
        new CategoricalGeneralizedCrossEntropy(q, reduction, name);

    /// <inheritdoc/>
    public ILossFunc Poisson(string? reduction = null, string? name = null) =>
        new Poisson(reduction, name);

    /// <inheritdoc/>
    public ILossFunc KLDivergence(string? reduction = null, string? name = null) =>
        new KLDivergence(reduction, name);

    /// <inheritdoc/>
    public ILossFunc Hinge(string? reduction = null, string? name = null) =>
        new Hinge(reduction, name);

    /// <inheritdoc/>
    public ILossFunc SquaredHinge(string? reduction = null, string? name = null) =>
        new SquaredHinge(reduction, name);

    /// <inheritdoc/>
    public ILossFunc CategoricalHinge(string? reduction = null, string? name = null) =>
        new CategoricalHinge(reduction, name);

    /// <inheritdoc/>
    public ILossFunc Dice(string? reduction = null, string? name = null, Axis? axis = null) =>
        new Dice(reduction, name, axis);

    /// <inheritdoc/>
    public ILossFunc Tversky(float alpha = 0.5f, float beta = 0.5f, string? reduction = null, string? name = null, Axis? axis = null) =>
        new Tversky(alpha, beta, reduction, name, axis);

    /// <inheritdoc/>
    public ILossFunc Circle(float gamma = 80.0f, float margin = 0.4f, bool remove_diagonal = true, string? reduction = null, string? name = null) =>
        new Circle(gamma, margin, remove_diagonal, reduction, name);

    /// <inheritdoc/>
    public ILossFunc CTC(string? reduction = null, string? name = null) =>
        new CTC(reduction, name);

    /// <inheritdoc/>
    public ILossFunc GetLossFromName(string name) => LossNames.Make(name);
}
