using System.Numerics;

namespace Scratch.Dense;

/// <summary>
/// A dense network of any depth, trained by backpropagation written by hand: the document's formulas, layer by layer. It holds
/// its parameters and what its optimizer remembers; every training step changes them.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class DenseNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Backpropagation<T> backpropagation;

    /// <param name="layers">The layers in order; the last one gives the outputs.</param>
    /// <param name="loss">What training makes small.</param>
    /// <param name="optimizer">How parameters follow their gradients.</param>
    /// <param name="start">The parameters to start from, one a layer. They are not written to.</param>
    /// <param name="stable">
    /// Whether a cross-entropy is computed from the last pre-activations, which stays right where a sigmoid or softmax rounds to
    /// 0 or 1; otherwise by the document's formulas, which give NaN there. A mean squared error is the same either way.
    /// </param>
    /// <param name="threads">
    /// How many threads a step may use, all processors unless given; small work stays on one. The numbers are the same bits for any.
    /// </param>
    /// <exception cref="ArgumentException">A size is below 1, parameters do not fit or are not finite, a number is out of its range, or the loss does not go with the last activation.</exception>
    public DenseNetwork(IReadOnlyList<Layer> layers, Loss loss, Optimizer optimizer, IReadOnlyList<LayerParameters<T>> start, bool stable = false, int? threads = null)
    {
        Check.Sizes(layers);
        int inputs = Check.Inputs(start, layers);
        Check.Output(loss, stable, layers[^1]);
        Check.Numbers<T>(optimizer);
        Check.Parameters(start, inputs, layers);
        Check.Threads(threads);
        (Inputs, Layers, Loss, Optimizer, IsStable, Threads) = (inputs, [.. layers], loss, optimizer, stable, threads ?? Environment.ProcessorCount);
        backpropagation = Backpropagation<T>.Create(inputs, layers, loss, optimizer, stable, Threads);
        backpropagation.Parameters = start;
    }

    /// <summary>Numbers a row of inputs has.</summary>
    public int Inputs { get; }

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>What training makes small.</summary>
    public Loss Loss { get; }

    /// <summary>How parameters follow their gradients.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Whether cross-entropy is computed from the last pre-activations.</summary>
    public bool IsStable { get; }

    /// <summary>How many threads a step may use.</summary>
    public int Threads { get; }

    /// <summary>Copies of the parameters as they stand, one a layer.</summary>
    public IReadOnlyList<LayerParameters<T>> Parameters => backpropagation.Parameters;

    /// <summary>Copies of the parameters and of what the optimizer remembers; setting them copies, too.</summary>
    /// <exception cref="ArgumentException">The state set is of another kind of network; nothing is changed.</exception>
    public NetworkState<T> State
    {
        get => backpropagation.State;
        set
        {
            Check.State(value, backpropagation.State);
            backpropagation.State = value;
        }
    }

    /// <summary>One step of training on one batch: forward pass, backward pass, update.</summary>
    /// <param name="X">The samples, shape (rows, inputs).</param>
    /// <param name="y_true">Their labels, shape (rows, units of the last layer), or (rows, 1) for class numbers.</param>
    /// <returns>The batch's loss before the update.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or the data hold NaN, infinity or a label that the loss does not allow; nothing is changed.</exception>
    public T Train(Matrix<T> X, Matrix<T> y_true)
    {
        CheckData(X, y_true);
        return backpropagation.Step(X, y_true, default, 0, X.Rows, null);
    }

    /// <summary>The same step with every quantity of it recorded, in the order of cause; it ends in the same bits.</summary>
    /// <returns>Every quantity by the document's name; parameters as they stand after the update.</returns>
    /// <inheritdoc cref="Train"/>
    public IReadOnlyList<Quantity<T>> TrainTraced(Matrix<T> X, Matrix<T> y_true)
    {
        CheckData(X, y_true);
        var recorder = new Recorder<T>();
        backpropagation.Step(X, y_true, default, 0, X.Rows, recorder);
        return recorder.Quantities;
    }

    /// <summary>Passes over all rows in batches; the last batch may be smaller, and its gradients are means over its own rows.</summary>
    /// <param name="X">The samples, shape (rows, inputs).</param>
    /// <param name="y_true">Their labels, as for <see cref="Train"/>.</param>
    /// <param name="batch_size">Rows a batch, 1 to rows.</param>
    /// <param name="epochs">How many passes, from 0.</param>
    /// <param name="seed">What <see cref="RowOrder"/> takes each epoch's order from; the order in which rows stand if not given.</param>
    /// <returns>Each epoch's loss: the mean of its batches' losses, each taken before its update and weighted by its rows, as Keras's history has it.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Train"/>, or the batch is larger than the data; nothing is changed.</exception>
    public T[] Fit(Matrix<T> X, Matrix<T> y_true, int batch_size, int epochs, ulong? seed = null)
    {
        CheckData(X, y_true);
        Check.Batches(batch_size, X.Rows);
        Check.Epochs(epochs);
        var losses = new T[epochs];
        int[] order = seed is null ? [] : new int[X.Rows];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            if (seed is { } given)
                RowOrder.Shuffle(given, epoch, order);
            losses[epoch] = backpropagation.Epoch(X, y_true, order, batch_size);
        }
        return losses;
    }

    /// <summary>One pass over rows in an order of the caller's.</summary>
    /// <param name="X">The samples, shape (rows, inputs).</param>
    /// <param name="y_true">Their labels, as for <see cref="Train"/>.</param>
    /// <param name="batch_size">Rows a batch, 1 to rows.</param>
    /// <param name="order">Indices of rows, as many as there are rows.</param>
    /// <returns>The epoch's loss, as of <see cref="Fit"/>.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>, or the order does not fit; nothing is changed.</exception>
    public T TrainEpoch(Matrix<T> X, Matrix<T> y_true, int batch_size, ReadOnlySpan<int> order)
    {
        CheckData(X, y_true);
        Check.Batches(batch_size, X.Rows);
        Check.Order(order, X.Rows);
        return backpropagation.Epoch(X, y_true, order, batch_size);
    }

    /// <summary>The outputs for some rows.</summary>
    /// <param name="X">Shape (rows, inputs).</param>
    /// <returns>Shape (rows, units of the last layer).</returns>
    /// <exception cref="ArgumentException">The shape does not fit, or X holds NaN or infinity.</exception>
    public T[,] Predict(Matrix<T> X)
    {
        Check.Rows(X, Inputs);
        var output = new T[X.Rows, Layers[^1].Units];
        backpropagation.Predict(X, output);
        return output;
    }

    /// <summary>The loss over some rows, nothing being changed.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Train"/>.</exception>
    public T Evaluate(Matrix<T> X, Matrix<T> y_true)
    {
        CheckData(X, y_true);
        return backpropagation.Evaluate(X, y_true);
    }

    private void CheckData(Matrix<T> X, Matrix<T> y_true)
    {
        Check.Rows(X, Inputs);
        Check.Labels(y_true, X.Rows, Layers[^1].Units, Loss);
    }
}
