namespace Scratch.Dense;

/// <summary>What training makes small: a mean over the batch.</summary>
public enum Loss
{
    /// <summary>-(y·log(p) + (1 - y)·log(1 - p)), the mean over rows and units; labels in [0, 1], one a unit.</summary>
    BinaryCrossEntropy,

    /// <summary>-Σ y·log(p) over a row, a term whose y is 0 left out; the mean over rows; labels in [0, 1], one a unit.</summary>
    CategoricalCrossEntropy,

    /// <summary>The same for a label that is the number of the one class, from 0.</summary>
    SparseCategoricalCrossEntropy,

    /// <summary>(p - y)², the mean over rows and units; any finite labels, one a unit.</summary>
    MeanSquaredError,
}
