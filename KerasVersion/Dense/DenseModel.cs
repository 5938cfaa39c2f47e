using System.Numerics;
using KerasVersion.Tracing;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
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
    private const int PredictedRows = 1024;

    private readonly Activation[] activations;
    private readonly Sequential model;
    private readonly IOptimizer optimizer;
    private readonly RecordedActivation[]? recorded;
    private readonly RecordedLoss<T>? recorded_loss;
    private long steps;

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
        Memory = optimizer switch
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
    public IReadOnlyList<string> Memory { get; }

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

    /// <summary>The parameters, what the optimizer remembers, and how many steps were taken; getting and setting copy.</summary>
    /// <exception cref="ArgumentException">The state set is of another kind of model, or one of fewer steps where the optimizer counts them; nothing is changed.</exception>
    public ModelState<T> State
    {
        get => new(steps, Quantities().ToDictionary(quantity => quantity.Name, quantity => new TracedArray<T>(
            [.. quantity.Values.dims.Select(dimension => (int)dimension)], quantity.Values.ToArray<T>())));
        set
        {
            Check(value);
            model.set_weights(Names.Select(name => Array(value.Quantities[name])));
            foreach (var (name, slot) in Slots())
                slot.assign(Array(value.Quantities[name]));
            Count(value.Steps);
        }
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
        using NDArray x = np.array(order is null ? inputs : Matrices.Take(inputs, order)), y = np.array(order is null ? labels : Matrices.Take(labels, order));
        ICallback history = model.fit(x, y, batch_size: batch_size, epochs: epochs, verbose: 0, shuffle: false);
        steps += (long)epochs * ((inputs.GetLength(0) + batch_size - 1) / batch_size);
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
                State = Memory,
            }.Train(inputs, labels, batch_size, epochs, order).Select(Counted);

    /// <summary>The loss over some rows with Keras's <c>evaluate</c>, nothing being changed.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <param name="labels">Shape (rows, units of the last layer), or (rows, 1) for class numbers.</param>
    /// <param name="batch_size">Rows a batch.</param>
    /// <returns>The mean over the rows, as precise as what <see cref="Fit"/> gives.</returns>
    public double Evaluate(T[,] inputs, T[,] labels, int batch_size)
    {
        recorded_loss?.Clear();
        using NDArray x = np.array(inputs), y = np.array(labels);
        Dictionary<string, float> results = model.evaluate(x, y, batch_size: batch_size, verbose: 0);
        return recorded_loss is null ? results["loss"] : EpochLoss.Of([.. recorded_loss.Batches.Select(double.CreateChecked)], inputs.GetLength(0), batch_size)[0];
    }

    /// <summary>The outputs for given inputs.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <returns>Shape (rows, units of the last layer).</returns>
    public T[,] Predict(T[,] inputs)
    {
        using NDArray x = np.array(inputs);
        // Batches of Keras's 32 rows cost more than their arithmetic.
        Tensors outputs = model.predict(x, batch_size: PredictedRows);
        return Matrices.Of(outputs.ToArray<T>(), (int)outputs.shape[-1]);
    }

    /// <summary>Saves the model in Keras's own files: its layers, weights, loss and optimizer.</summary>
    /// <param name="model_file">A name that ends in .keras.</param>
    /// <param name="weights_file">Where its weights are saved alone: a name that ends in .weights.h5.</param>
    /// <exception cref="NotSupportedException">The engine writes no such files (<see cref="KerasVersion.Engine.WritesKerasFiles"/>).</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Save(string model_file, string weights_file)
    {
        if (!Engine.Current.WritesKerasFiles)
            throw new NotSupportedException($"{Engine.Current} writes no files of Keras 3.");
        model.save(model_file);
        model.save_weights(weights_file);
    }

    // The kernel and the bias of each layer, as Keras orders them.
    private string[] Names => [.. activations.SelectMany((_, i) => new LayerNames(i, activations.Length).Parameters)];

    private IEnumerable<(string Name, IVariableV1 Slot)> Slots() =>
        from state in Memory
        from parameter in Names.Zip(model.TrainableVariables)
        select ($"{state}_{parameter.First}", optimizer.add_slot(parameter.Second, Engine.Current.Slots[state]));

    private IEnumerable<(string Name, NDArray Values)> Quantities() =>
        Names.Zip(model.get_weights()).Concat(Slots().Select(slot => (slot.Name, slot.Slot.numpy())));

    private static NDArray Array(TracedArray<T> array) =>
        array.Shape.Length == 1 ? np.array((Array)array.Values) : np.array(Matrices.Of(array.Values, array.Shape[1]));

    // This API shows no count of an optimizer's steps: steps of a number that nobody looks at count it up.
    private void Count(long wanted)
    {
        if (!CountsSteps)
        {
            steps = wanted;
            return;
        }
        using Tensor gradient = np.array((Array)new[] { T.Zero });
        IVariableV1 counted = tf.Variable(np.array((Array)new[] { T.Zero }));
        for (; steps < wanted; steps++)
            optimizer.apply_gradients((gradient, counted));
    }

    // Of the optimizers only Adam looks at how many steps there were.
    private bool CountsSteps => Memory.Count > 1;

    private TracedStep<T> Counted(TracedStep<T> step)
    {
        steps++;
        return step;
    }

    private void Check(ModelState<T> state)
    {
        if (state.Steps < (CountsSteps ? steps : 0))
            throw new ArgumentException($"The state is that after {state.Steps} steps, and this optimizer has counted {steps}; set it in a new model.", nameof(state));
        int needed = 0;
        foreach (var (name, values) in Quantities())
        {
            needed++;
            int[] shape = [.. values.dims.Select(dimension => (int)dimension)];
            if (!state.Quantities.TryGetValue(name, out TracedArray<T>? found))
                throw new ArgumentException($"The state lacks {name}.", nameof(state));
            if (!found.Shape.SequenceEqual(shape) || found.Values.Length != shape.Aggregate(1, (product, length) => product * length))
                throw new ArgumentException($"The state's {name} has shape ({string.Join(", ", found.Shape)}), where ({string.Join(", ", shape)}) is needed.", nameof(state));
        }
        if (state.Quantities.Count != needed)
            throw new ArgumentException($"The state has {state.Quantities.Count} quantities, where {needed} are needed: it is of another optimizer or network.", nameof(state));
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
