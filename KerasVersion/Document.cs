using System.Numerics;

namespace KerasVersion;

/// <summary>The document's own numbers, in the shapes that Keras wants.</summary>
public static class Document
{
    /// <summary>Step size of gradient descent.</summary>
    public const double LearningRate = 0.01;

    /// <summary>Passes over the one sample.</summary>
    public const int Epochs = 5;

    /// <summary>The document never defines y_true; this is used unless another is asked for.</summary>
    public const double DefaultLabel = 1;

    /// <summary>The one sample, shape (1, 3).</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static T[,] X<T>() where T : IFloatingPointIeee754<T> => Matrix<T>(1, 3, [0.2, 0.1, 0.7]);

    /// <summary>The weights to start from, each the number nearest to the document's decimal.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static Parameters<T> Start<T>() where T : unmanaged, IFloatingPointIeee754<T> => new(
        Matrix<T>(3, 4, [0.1, 0.4, 0.2, 0.3, 0.4, 0.1, 0.1, 0.2, 0.1, 0.2, 0.2, 0.2]),
        Array.ConvertAll([0.1, 0.2, 0.3, 0.4], T.CreateChecked),
        Matrix<T>(4, 1, [0.1, 0.4, 0.2, 0.3]),
        [T.CreateChecked(0.1)]);

    private static T[,] Matrix<T>(int rows, int columns, double[] values) where T : IFloatingPointIeee754<T>
    {
        var matrix = new T[rows, columns];
        for (int i = 0; i < values.Length; i++)
            matrix[i / columns, i % columns] = T.CreateChecked(values[i]);
        return matrix;
    }
}
