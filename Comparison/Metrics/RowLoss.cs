using Ledger.Networks;

namespace Comparison.Metrics;

/// <summary>
/// The loss of a row from its outputs, in 64 bits. Probabilities are clipped to [1e-7, 1 - 1e-7], as Keras's losses do with plain
/// numbers (in float32 theirs is 1 - 2^-23 at the upper end); a training whose loss comes from the logits has a larger one where an output rounds to 0 or 1.
/// </summary>
public static class RowLoss
{
    private const double Epsilon = 1e-7;

    /// <summary>
    /// Binary cross-entropy: the mean over the units of -(y·log(p) + (1 - y)·log(1 - p)). Categorical, of either form:
    /// -log(p) of the label's class, p being divided by the sum of the row. Squared error: the mean over the units of (p - y)².
    /// </summary>
    /// <param name="loss">Which.</param>
    /// <param name="outputs">The row's outputs p.</param>
    /// <param name="label">A number where there is one output; of several, the place of the one whose y is 1, the others' being 0.</param>
    public static double Of(LossFunction loss, ReadOnlySpan<double> outputs, double label)
    {
        double sum = 0;
        if (loss is LossFunction.CategoricalCrossentropy or LossFunction.SparseCategoricalCrossentropy)
        {
            foreach (double output in outputs)
                sum += output;
            return -Math.Log(Clipped(outputs[(int)label] / sum));
        }
        for (int unit = 0; unit < outputs.Length; unit++)
        {
            double y = outputs.Length == 1 ? label : unit == label ? 1 : 0;
            if (loss == LossFunction.MeanSquaredError)
                sum += (outputs[unit] - y) * (outputs[unit] - y);
            else
            {
                double p = Clipped(outputs[unit]);
                sum -= y * Math.Log(p) + (1 - y) * Math.Log(1 - p);
            }
        }
        return sum / outputs.Length;
    }

    // NaN stays NaN.
    private static double Clipped(double probability) => Math.Clamp(probability, Epsilon, 1 - Epsilon);
}
