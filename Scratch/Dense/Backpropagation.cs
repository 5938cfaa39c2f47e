using System.Numerics;
using System.Runtime.Intrinsics;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>Forward pass, loss, backward pass and update of a dense network.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal abstract class Backpropagation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The fastest for this processor.</summary>
    public static Backpropagation<T> Create(int inputs, IReadOnlyList<Layer> layers, Loss loss, Optimizer optimizer, bool stable, int threads) =>
        Vector512.IsHardwareAccelerated
            ? new VectorBackpropagation<Vector512<T>, Lanes512<T>, T>(inputs, layers, loss, optimizer, stable, threads)
            : new VectorBackpropagation<Vector<T>, LanesOfVector<T>, T>(inputs, layers, loss, optimizer, stable, threads);

    /// <summary>The parameters of every layer; getting and setting copy.</summary>
    public abstract IReadOnlyList<LayerParameters<T>> Parameters { get; set; }

    /// <summary>The parameters, what the optimizer remembers, and how many steps were taken; getting and setting copy.</summary>
    public abstract NetworkState<T> State { get; set; }

    /// <summary>One step on some rows.</summary>
    /// <param name="X">All inputs, shape (n, inputs).</param>
    /// <param name="y_true">All labels, shape (n, units), or (n, 1) for class numbers.</param>
    /// <param name="order">The order in which rows are taken; empty for the order in which they stand.</param>
    /// <param name="first">The first, in that order.</param>
    /// <param name="rows">How many.</param>
    /// <param name="recorder">What records the step; null for nothing.</param>
    /// <returns>The loss before the update.</returns>
    public abstract T Step(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int first, int rows, Recorder<T>? recorder);

    /// <summary>A step on each batch, in order.</summary>
    /// <param name="X">All inputs.</param>
    /// <param name="y_true">All labels.</param>
    /// <param name="order">The order in which rows are taken; empty for the order in which they stand.</param>
    /// <param name="batch_size">Rows a batch; the last may be smaller.</param>
    /// <returns>The mean of the batches' losses, weighted by their rows.</returns>
    public virtual T Epoch(Matrix<T> X, Matrix<T> y_true, ReadOnlySpan<int> order, int batch_size)
    {
        double sum = 0;
        for (int first = 0; first < X.Rows; first += batch_size)
        {
            int rows = Math.Min(batch_size, X.Rows - first);
            sum += double.CreateChecked(Step(X, y_true, order, first, rows, null)) * rows;
        }
        return T.CreateChecked(sum / X.Rows);
    }

    /// <summary>The forward pass alone.</summary>
    /// <param name="X">Shape (n, inputs).</param>
    /// <param name="output">Shape (n, units), written.</param>
    public abstract void Predict(Matrix<T> X, T[,] output);

    /// <summary>The loss without an update.</summary>
    public abstract T Evaluate(Matrix<T> X, Matrix<T> y_true);
}
