namespace Tensorflow.Keras.Losses;

/// <summary>Measures how far predictions are from labels.</summary>
public interface ILossFunc
{
    /// <summary>How the losses of a batch's rows become one number.</summary>
    string Reduction { get; }

    /// <summary>Its name, as in "binary_crossentropy".</summary>
    string Name { get; }

#nullable disable annotations // a loss of one's own may declare the weights nullable or not
    /// <summary>The loss of a batch.</summary>
    /// <param name="y_true">Labels, a row a sample.</param>
    /// <param name="y_pred">Predictions, of the labels' shape.</param>
    /// <param name="sample_weight">A weight a row, or null.</param>
    /// <returns>One number, or one a row without reduction.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
    Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
#nullable restore
}
