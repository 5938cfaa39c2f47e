using System.Numerics;
using KerasVersion.Tracing;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace KerasVersion.Dense;

/// <summary>
/// A network of dense layers as its user describes it: Dense(units, activation) one after the other, a loss and an optimizer,
/// started from given weights.
/// </summary>
/// <typeparam name="T">float or double; the engine must have it (<see cref="KerasVersion.Engine.HasFloat64"/>).</typeparam>
public sealed class DenseModel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Activation[] activations;
    private readonly Sequential model;
    private readonly IOptimizer optimizer;
    private readonly RecordedActivation[]? recorded;
    private readonly RecordedLoss<T>? recorded_loss;

    /// <param name="start">The layers in order, with the weights to start from.</param>
    /// <param name="loss">What training makes small.</param>
    /// <param name="optimizer">How the weights follow their gradients.</param>
    /// <param name="is_recorded">
    /// Whether the model can be traced, and its losses have the training's own precision. Otherwise the layers and the loss are
    /// the framework's alone, which it trains fastest; the weights end in the same bits.
    /// </param>
    /// <exception cref="ArgumentException">There is no layer, weights do not fit together, or the loss does not go with the last activation.</exception>
    /// <exception cref="NotSupportedException">The engine does not train in this dtype.</exception>
    public DenseModel(IReadOnlyList<Layer<T>> start, Loss loss, Optimizer optimizer, bool is_recorded = false)
    {
        Check(start, loss);
        activations = [.. start.Select(layer => layer.Activation)];
        Loss = loss;
        Rate = LearningRate.For<T>(optimizer.LearningRate);
        State = optimizer switch
        {
            Adam => ["m", "v"],
            Sgd { Momentum: > 0 } => ["velocity"],
            _ => [],
        };
        lock (DefaultDtype.Gate)
        {
            DefaultDtype.Set<T>();
            this.optimizer = Made(optimizer);
            Rate.SetIn<T>(this.optimizer);
            ILossFunc own_loss = Made(loss);
            if (is_recorded)
            {
                recorded = [.. activations.Select(activation => new RecordedActivation(Made(activation)))];
                recorded_loss = new(own_loss);
            }
            model = keras.Sequential();
            model.add(keras.Input(new Shape(start[0].Weights.GetLength(0))));
            for (int i = 0; i < start.Count; i++)
                model.add(keras.layers.Dense(start[i].Bias.Length, recorded?[i].Activation ?? Made(activations[i])));
            model.compile(this.optimizer, recorded_loss ?? own_loss);
        }
        Layers = start;
    }

    /// <summary>What training makes small.</summary>
    public Loss Loss { get; }

    /// <summary>The learning rate in force.</summary>
    public LearningRate Rate { get; }

    /// <summary>What the optimizer remembers of each parameter: "velocity", or "m" and "v", or nothing.</summary>
    public IReadOnlyList<string> State { get; }

    /// <summary>The layers with their weights as they stand; setting them copies.</summary>
    public IReadOnlyList<Layer<T>> Layers
    {
        get
        {
            List<NDArray> weights = model.get_weights();
            return [.. activations.Select((activation, i) => new Layer<T>(
                activation, Matrices.Of(weights[2 * i].ToArray<T>(), (int)weights[2 * i].dims[1]), weights[2 * i + 1].ToArray<T>()))];
        }
        private set => model.set_weights(value.SelectMany(layer => new[] { np.array(layer.Weights), np.array((Array)layer.Bias) }));
    }

    /// <summary>Trains with Keras's <c>fit</c>.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <param name="labels">Shape (rows, units of the last layer), or (rows, 1) for class numbers.</param>
    /// <param name="batch_size">Rows a batch; the last batch may be smaller.</param>
    /// <param name="epochs">Passes over the rows.</param>
    /// <param name="order">The order in which every epoch takes the rows; as they stand unless given.</param>
    /// <returns>
    /// Each epoch's loss: the mean over its rows, each batch's taken before its update. Of a model that is not recorded it is
    /// Keras's history, which this API carries as floats.
    /// </returns>
    public double[] Fit(T[,] inputs, T[,] labels, int batch_size, int epochs, IReadOnlyList<int>? order = null)
    {
        recorded_loss?.Clear();
        ICallback history = model.fit(
            np.array(order is null ? inputs : Matrices.Take(inputs, order)), np.array(order is null ? labels : Matrices.Take(labels, order)),
            batch_size: batch_size, epochs: epochs, verbose: 0, shuffle: false);
        return recorded_loss is null
            ? [.. history.history["loss"].Select(loss => (double)loss)]
            : EpochLoss.Of([.. recorded_loss.Batches.Select(double.CreateChecked)], inputs.GetLength(0), batch_size);
    }

    /// <summary>Trains step by step on a tape, in the same bits as <see cref="Fit"/>, and records every step; each is trained when it is asked for.</summary>
    /// <inheritdoc cref="Fit" path="/param"/>
    /// <exception cref="InvalidOperationException">The model was not made to be recorded.</exception>
    public IEnumerable<TracedStep<T>> TrainTraced(T[,] inputs, T[,] labels, int batch_size, int epochs, IReadOnlyList<int>? order = null) =>
        recorded is null || recorded_loss is null
            ? throw new InvalidOperationException("This model was not made to be recorded; make it with is_recorded: true.")
            : new TracedTraining<T>
            {
                Model = model,
                Activations = recorded,
                Last = activations[^1],
                LossFunction = recorded_loss,
                Loss = Loss,
                Formula = Engine.Current.Loss,
                Optimizer = optimizer,
                State = State,
            }.Train(inputs, labels, batch_size, epochs, order);

    /// <summary>The outputs for given inputs.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <returns>Shape (rows, units of the last layer).</returns>
    public T[,] Predict(T[,] inputs)
    {
        Tensors outputs = model.predict(np.array(inputs));
        return Matrices.Of(outputs.ToArray<T>(), (int)outputs.shape[-1]);
    }

    private static void Check(IReadOnlyList<Layer<T>> start, Loss loss)
    {
        if (start.Count == 0)
            throw new ArgumentException("A network has at least one layer.", nameof(start));
        for (int i = 0; i < start.Count; i++)
        {
            var (_, weights, bias) = start[i];
            int inputs = i == 0 ? weights.GetLength(0) : start[i - 1].Bias.Length;
            if (weights.GetLength(0) != inputs || weights.GetLength(1) != bias.Length)
                throw new ArgumentException(
                    $"The weights of layer {i + 1} have shape ({weights.GetLength(0)}, {weights.GetLength(1)}), where ({inputs}, {bias.Length}) is needed.", nameof(start));
        }
        if (loss.Partner() is { } needed && start[^1].Activation != needed)
            throw new ArgumentException($"{loss} needs {needed} as the last activation, not {start[^1].Activation}.", nameof(loss));
    }

    private static Tensorflow.Keras.Activation Made(Activation activation) => activation switch
    {
        Activation.Relu => keras.activations.Relu,
        Activation.Sigmoid => keras.activations.Sigmoid,
        Activation.Tanh => keras.activations.Tanh,
        Activation.Softmax => keras.activations.Softmax,
        _ => keras.activations.Linear,
    };

    private static ILossFunc Made(Loss loss) => loss switch
    {
        Loss.BinaryCrossentropy => keras.losses.BinaryCrossentropy(),
        Loss.CategoricalCrossentropy => keras.losses.CategoricalCrossentropy(),
        Loss.SparseCategoricalCrossentropy => keras.losses.SparseCategoricalCrossentropy(),
        _ => keras.losses.MeanSquaredError(),
    };

    private IOptimizer Made(Optimizer optimizer) => optimizer switch
    {
        Adam adam => keras.optimizers.Adam(
            Rate.Given, HyperParameter.For(adam.Beta1).Given, HyperParameter.For(adam.Beta2).Given, HyperParameter.For(adam.Epsilon).Given),
        Sgd { Nesterov: true } sgd => new Tensorflow.Keras.Optimizers.SGD(Rate.Given, HyperParameter.For(sgd.Momentum).Given, nesterov: true),
        Sgd sgd => keras.optimizers.SGD(Rate.Given, HyperParameter.For(sgd.Momentum).Given),
        _ => throw new ArgumentException($"{optimizer} is no optimizer that this model has.", nameof(optimizer)),
    };
}
