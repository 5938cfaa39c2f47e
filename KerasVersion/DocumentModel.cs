using System.Numerics;
using KerasVersion.Dense;
using KerasVersion.Tracing;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace KerasVersion;

/// <summary>
/// The document's network as its user describes it: Dense(hidden, relu) to Dense(1, sigmoid), binary cross-entropy and
/// plain gradient descent, started from given weights.
/// </summary>
/// <typeparam name="T">float or double; the engine must have it (<see cref="Engine.HasFloat64"/>).</typeparam>
public sealed class DocumentModel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <param name="start">The weights to start from.</param>
    /// <param name="learning_rate">Step size of gradient descent; <see cref="LearningRate"/> says what becomes of it.</param>
    /// <param name="loss">The loss to train with; binary cross-entropy as the framework computes it unless given.</param>
    /// <param name="formula">How that loss computes; as the engine declares unless given.</param>
    /// <exception cref="NotSupportedException">The engine does not train in this dtype.</exception>
    public DocumentModel(Parameters<T> start, double learning_rate, ILossFunc? loss = null, LossFormula? formula = null)
    {
        lock (DefaultDtype.Gate)
        {
            DefaultDtype.Set<T>();
            Hidden = new RecordedActivation(keras.activations.Relu);
            Output = new RecordedActivation(keras.activations.Sigmoid);
            Loss = new RecordedLoss<T>(loss ?? keras.losses.BinaryCrossentropy());
            Formula = formula ?? KerasVersion.Engine.Current.Loss;
            Rate = LearningRate.For<T>(learning_rate);
            Optimizer = keras.optimizers.SGD(Rate.Given);
            Rate.SetIn<T>(Optimizer);

            Model = keras.Sequential();
            Model.add(keras.Input(new Shape(start.HiddenWeights.GetLength(0))));
            Model.add(keras.layers.Dense(start.HiddenBias.Length, Hidden.Activation));
            Model.add(keras.layers.Dense(1, Output.Activation));
            Model.compile(Optimizer, Loss);
        }
        Parameters = start;
    }

    /// <summary>How the loss computes; it decides which of the document's quantities a traced step has.</summary>
    public LossFormula Formula { get; }

    /// <summary>The learning rate in force.</summary>
    public LearningRate Rate { get; }

    /// <summary>The weights as they stand; setting them copies.</summary>
    public Parameters<T> Parameters
    {
        get
        {
            List<NDArray> weights = Model.get_weights();
            return new(
                Matrices.Of(weights[0].ToArray<T>(), (int)weights[0].dims[1]), weights[1].ToArray<T>(),
                Matrices.Of(weights[2].ToArray<T>(), 1), weights[3].ToArray<T>());
        }
        set => Model.set_weights(
            [np.array(value.HiddenWeights), np.array((Array)value.HiddenBias), np.array(value.OutputWeights), np.array((Array)value.OutputBias)]);
    }

    private Sequential Model { get; }

    private RecordedActivation Hidden { get; }

    private RecordedActivation Output { get; }

    private RecordedLoss<T> Loss { get; }

    private IOptimizer Optimizer { get; }

    /// <summary>Trains with Keras's <c>fit</c>, batches in the order of the rows.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <param name="labels">Shape (rows, 1), each in [0, 1].</param>
    /// <param name="batch_size">Rows a batch; the last batch may be smaller.</param>
    /// <param name="epochs">Passes over the rows.</param>
    /// <returns>Each epoch's loss: the mean over its rows, each batch's taken before its update.</returns>
    public double[] Fit(T[,] inputs, T[,] labels, int batch_size, int epochs)
    {
        Loss.Clear();
        Model.fit(np.array(inputs), np.array(labels), batch_size: batch_size, epochs: epochs, verbose: 0, shuffle: false);
        return EpochLoss.Of([.. Loss.Batches.Select(double.CreateChecked)], inputs.GetLength(0), batch_size);
    }

    /// <summary>Trains step by step on a tape, in the same bits as <see cref="Fit"/>, and records every step; each is trained when it is asked for.</summary>
    /// <inheritdoc cref="Fit" path="/param"/>
    public IEnumerable<TracedStep<T>> TrainTraced(T[,] inputs, T[,] labels, int batch_size, int epochs) => new TracedTraining<T>
    {
        Model = Model,
        Activations = [Hidden, Output],
        Last = Activation.Sigmoid,
        LossFunction = Loss,
        Loss = Dense.Loss.BinaryCrossentropy,
        Formula = Formula,
        Optimizer = Optimizer,
    }.Train(inputs, labels, batch_size, epochs, order: null);

    /// <summary>The outputs for given inputs.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <returns>One probability a row.</returns>
    public T[] Predict(T[,] inputs) => Model.predict(np.array(inputs)).ToArray<T>();

    /// <summary>Prints the model as Keras does.</summary>
    public void Summary() => Model.summary();
}
