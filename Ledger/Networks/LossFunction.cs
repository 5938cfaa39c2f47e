namespace Ledger.Networks;

/// <summary>What a training makes smaller: a mean over the rows of a batch.</summary>
public enum LossFunction
{
    /// <summary>-(y·log(output) + (1 - y)·log(1 - output)), its mean also over the units; labels (n, units).</summary>
    BinaryCrossentropy,

    /// <summary>-Σ y·log(output) over the units; labels (n, units), each row of them summing to 1.</summary>
    CategoricalCrossentropy,

    /// <summary>-log(output of the label's unit); labels (n, 1), the units' numbers from 0.</summary>
    SparseCategoricalCrossentropy,

    /// <summary>(output - y)², its mean also over the units; labels (n, units).</summary>
    MeanSquaredError,
}

/// <summary>The names by which losses are printed and written, Keras's.</summary>
public static class LossFunctionNames
{
    /// <summary>binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy or mean_squared_error.</summary>
    public static string Name(this LossFunction loss) => loss switch
    {
        LossFunction.BinaryCrossentropy => "binary_crossentropy",
        LossFunction.CategoricalCrossentropy => "categorical_crossentropy",
        LossFunction.SparseCategoricalCrossentropy => "sparse_categorical_crossentropy",
        _ => "mean_squared_error",
    };
}
