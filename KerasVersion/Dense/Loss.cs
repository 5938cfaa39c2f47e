namespace KerasVersion.Dense;

/// <summary>What training makes small.</summary>
public enum Loss
{
    /// <summary>keras.losses.BinaryCrossentropy: labels in [0, 1], one a unit; behind a sigmoid.</summary>
    BinaryCrossentropy,

    /// <summary>keras.losses.CategoricalCrossentropy: labels in [0, 1], one a unit; behind a softmax.</summary>
    CategoricalCrossentropy,

    /// <summary>keras.losses.SparseCategoricalCrossentropy: a label is the number of a class, from 0; behind a softmax.</summary>
    SparseCategoricalCrossentropy,

    /// <summary>keras.losses.MeanSquaredError: labels of any size, one a unit; behind any activation.</summary>
    MeanSquaredError,
}

/// <summary>What goes with a loss.</summary>
public static class LossPartners
{
    /// <summary>
    /// The activation that a loss must stand behind; null for any. Keras takes a cross-entropy from the logits that its sigmoid
    /// or softmax had, as if they were the logits of its own, and clips what has none to [1e-7, 1 - 1e-7]: behind any other
    /// activation it computes something else than its name says.
    /// </summary>
    public static Activation? Partner(this Loss loss) => loss switch
    {
        Loss.BinaryCrossentropy => Activation.Sigmoid,
        Loss.MeanSquaredError => null,
        _ => Activation.Softmax,
    };
}
