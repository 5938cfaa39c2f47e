using System.Numerics;

namespace Scratch;

/// <summary>The document's own numbers.</summary>
public static class Document
{
    /// <summary>Step size of gradient descent.</summary>
    public const double LearningRate = 0.01;

    /// <summary>Passes over the one sample.</summary>
    public const int Epochs = 5;

    /// <summary>The document never defines y_true; this is used unless another is asked for.</summary>
    public const double DefaultLabel = 1;

    /// <summary>The one sample, shape (1, 3).</summary>
    public static double[,] X => new[,] { { 0.2, 0.1, 0.7 } };

    /// <summary>The weights to start from, each the number nearest to the document's decimal.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static Parameters<T> Start<T>() where T : IFloatingPointIeee754<T>
    {
        T[,] hidden_weights =
        {
            { T.CreateChecked(0.1), T.CreateChecked(0.4), T.CreateChecked(0.2), T.CreateChecked(0.3) },
            { T.CreateChecked(0.4), T.CreateChecked(0.1), T.CreateChecked(0.1), T.CreateChecked(0.2) },
            { T.CreateChecked(0.1), T.CreateChecked(0.2), T.CreateChecked(0.2), T.CreateChecked(0.2) },
        };
        T[] hidden_bias = [T.CreateChecked(0.1), T.CreateChecked(0.2), T.CreateChecked(0.3), T.CreateChecked(0.4)];
        T[] output_weights = [T.CreateChecked(0.1), T.CreateChecked(0.4), T.CreateChecked(0.2), T.CreateChecked(0.3)];
        return new(hidden_weights, hidden_bias, output_weights, T.CreateChecked(0.1));
    }
}
