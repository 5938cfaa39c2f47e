namespace Tensorflow.Keras.Losses;

/// <summary>
/// -(y·log p + (1-y)·log(1-p)), averaged over the outputs of a row: from the logits z behind a sigmoid
/// max(z,0) - z·y + log1p(exp(-|z|)), from other probabilities with p kept within [1e-7, 1 - 1e-7].
/// </summary>
public class BinaryCrossentropy : LossFunctionWrapper
{
    private const double epsilon = 1e-7;

    private readonly float label_smoothing;

    /// <param name="from_logits">Whether the predictions are what a sigmoid is still to be applied to.</param>
    /// <param name="label_smoothing">Moves labels towards 1/2: y·(1-s) + s/2.</param>
    /// <param name="reduction">auto, sum_over_batch_size, mean, mean_with_sample_weight, sum or none; null means auto.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The smoothing is not in [0, 1], or the reduction is none of these.</exception>
    public BinaryCrossentropy(bool from_logits = false, float label_smoothing = 0, string? reduction = null, string? name = null)
        : base(reduction, name ?? "binary_crossentropy", from_logits)
    {
        if (label_smoothing is not (>= 0 and <= 1))
            throw new ArgumentException($"label_smoothing is {label_smoothing}; it must be in [0, 1].");
        this.label_smoothing = label_smoothing;
    }

    /// <inheritdoc/>
    public override Tensor Apply(Tensor y_true, Tensor y_pred, bool from_logits = false, int axis = -1)
    {
        // A probability close to 0 or 1 has lost what its logit still says.
        Tensor predictions = y_pred.Logits ?? y_pred;
        bool are_logits = from_logits || y_pred.Logits is not null;
        return Execution.Run([y_true, predictions], x =>
        {
            using TorchTensor given = x[0].to_type(x[1].dtype);
            var (labels, outputs) = SameRank(given, x[1]);
            using (labels)
            using (outputs)
            {
                if (!labels.shape.AsSpan().SequenceEqual(outputs.shape))
                    throw new ArgumentException($"Labels of shape {new Shape(labels.shape)} do not fit predictions of shape {new Shape(outputs.shape)}; they must be equal.");
                using TorchTensor smooth = Smoothed(labels);
                using TorchTensor losses = are_logits ? OfLogits(smooth, outputs) : OfProbabilities(smooth, outputs);
                return losses.mean([axis]);
            }
        });
    }

    private TorchTensor Smoothed(TorchTensor labels)
    {
        if (label_smoothing == 0)
            return labels.alias();
        double smoothing = HyperParameter.Read(label_smoothing, labels.dtype.ToTensorflow());
        using TorchScalar kept = 1 - smoothing, added = 0.5 * smoothing;
        using TorchTensor scaled = labels.mul(kept);
        return scaled.Plus(added);
    }

    /// <summary>max(z,0) - z·y + log1p(exp(-|z|)), written so that the derivative at z = 0 is 1/2 - y.</summary>
    private static TorchTensor OfLogits(TorchTensor labels, TorchTensor logits)
    {
        using TorchScalar zero = 0;
        using TorchTensor zeros = torch.zeros_like(logits);
        using TorchTensor positive = logits.ge(zero);
        using TorchTensor above = logits.where(positive, zeros);
        using TorchTensor negated = logits.neg();
        using TorchTensor minus_magnitude = negated.where(positive, logits);
        using TorchTensor product = logits.mul(labels);
        using TorchTensor linear = above.sub(product);
        using TorchTensor exponential = minus_magnitude.exp();
        using TorchTensor rest = exponential.log1p();
        return linear.Plus(rest);
    }

    private static TorchTensor OfProbabilities(TorchTensor labels, TorchTensor probabilities)
    {
        using TorchScalar low = epsilon, high = 1 - epsilon, one = 1, minus_one = -1;
        using TorchTensor p = probabilities.clamp(low, high);
        using TorchTensor log_p = p.log();
        using TorchTensor if_one = labels.mul(log_p);
        using TorchTensor negated = p.mul(minus_one);
        using TorchTensor q = negated.Plus(one);
        using TorchTensor log_q = q.log();
        using TorchTensor opposite = labels.mul(minus_one);
        using TorchTensor other_labels = opposite.Plus(one);
        using TorchTensor if_zero = other_labels.mul(log_q);
        using TorchTensor sum = if_one.Plus(if_zero);
        return sum.neg();
    }
}
