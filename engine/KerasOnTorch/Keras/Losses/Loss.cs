namespace Tensorflow.Keras.Losses;

/// <summary>What all losses have in common: from the losses of rows to that of a batch.</summary>
public abstract class Loss : ILossFunc
{
    private static readonly string[] reductions = [ReductionV2.AUTO, ReductionV2.SUM_OVER_BATCH_SIZE, "mean", "mean_with_sample_weight", ReductionV2.SUM, ReductionV2.NONE];

    private readonly bool from_logits;

    /// <param name="reduction">auto, sum_over_batch_size, mean, mean_with_sample_weight, sum or none; null means auto.</param>
    /// <param name="name">Its name.</param>
    /// <param name="from_logits">Whether the predictions are what an activation is still to be applied to.</param>
    /// <exception cref="ArgumentException">The reduction is none of these.</exception>
    protected Loss(string? reduction = ReductionV2.AUTO, string? name = null, bool from_logits = false)
    {
        Reduction = reduction ?? ReductionV2.AUTO;
        if (!reductions.Contains(Reduction))
            throw new ArgumentException($"reduction is '{reduction}'; it must be one of {string.Join(", ", reductions)}.");
        Name = name ?? GetType().Name;
        this.from_logits = from_logits;
    }

    /// <inheritdoc/>
    public string Reduction { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The axis of a row's outputs.</summary>
    internal int Axis { get; init; } = -1;

    /// <inheritdoc/>
    public Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null!)
    {
        Tensor rows = Apply(y_true, y_pred, from_logits, Axis);
        return sample_weight is null
            ? Execution.Run([rows], x => Reduce(x[0].alias(), null))
            : Execution.Run([rows, sample_weight], x =>
            {
                using TorchTensor weights = x[1].to_type(x[0].dtype);
                var (values, aligned) = SameRank(x[0], weights);
                using (values)
                using (aligned)
                    return Reduce(values.mul(aligned), aligned);
            });
    }

    /// <summary>The loss of each row.</summary>
    /// <param name="y_true">Labels.</param>
    /// <param name="y_pred">Predictions.</param>
    /// <param name="from_logits">Whether the predictions are what an activation is still to be applied to.</param>
    /// <param name="axis">The axis of a row's outputs.</param>
    public abstract Tensor Apply(Tensor y_true, Tensor y_pred, bool from_logits = false, int axis = -1);

    /// <summary>New handles to two tensors of which one may have a last axis of length 1 too many; a vector gains that axis, anything else loses it.</summary>
    private protected static (TorchTensor, TorchTensor) SameRank(TorchTensor a, TorchTensor b)
    {
        if (a.dim() == b.dim() + 1 && a.shape[^1] == 1)
            return b.dim() == 1 ? (a.alias(), b.unsqueeze(-1)) : (a.squeeze(-1), b.alias());
        if (b.dim() == a.dim() + 1 && b.shape[^1] == 1)
            return a.dim() == 1 ? (a.unsqueeze(-1), b.alias()) : (a.alias(), b.squeeze(-1));
        return (a.alias(), b.alias());
    }

    /// <summary>The batch's loss from its rows', which it disposes.</summary>
    private TorchTensor Reduce(TorchTensor rows, TorchTensor? weights)
    {
        if (Reduction == ReductionV2.NONE || rows.dim() == 0)
            return rows;
        using (rows)
        {
            TorchTensor sum = rows.sum();
            if (Reduction == ReductionV2.SUM)
                return sum;
            using (sum)
            {
                if (Reduction != "mean_with_sample_weight" || weights is null)
                {
                    using TorchScalar number = rows.numel();
                    return sum.div(number);
                }
                using TorchTensor total = weights.sum();
                using TorchScalar zero = 0;
                // Weights that add up to nothing make the loss nothing, as in Keras.
                return total.is_nonzero() ? sum.div(total) : sum.mul(zero);
            }
        }
    }
}
