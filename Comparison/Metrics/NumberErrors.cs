namespace Comparison.Metrics;

/// <summary>How far outputs lie from labels that are numbers.</summary>
public sealed class NumberErrors
{
    private long rows;
    private double absolute, squares, mean, spread;

    /// <summary>Σ |output - label| / rows. NaN of no rows.</summary>
    public double MeanAbsolute => absolute / rows;

    /// <summary>R² = 1 - Σ (output - label)² / Σ (label - mean label)². Null where all labels are alike.</summary>
    public double? R2 => spread == 0 ? null : 1 - squares / spread;

    /// <summary>Takes a row.</summary>
    public void Add(double output, double label)
    {
        double error = output - label, from_mean = label - mean;
        absolute += Math.Abs(error);
        squares += error * error;
        // The sum of squares about a mean that is not yet known (Welford 1962).
        mean += from_mean / ++rows;
        spread += from_mean * (label - mean);
    }
}
