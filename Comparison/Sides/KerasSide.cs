using System.Numerics;
using Comparison.Models;
using Comparison.Problems;
using DataSets;
using KerasVersion;
using KerasVersion.Tracing;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Networks;
using Ledger.Traces;
using Tensorflow.Keras.Losses;
using Dense = KerasVersion.Dense;

namespace Comparison.Sides;

/// <summary>The framework's side.</summary>
public static class KerasSide
{
    /// <summary>Trains a problem step by step on the tape and records it.</summary>
    /// <param name="problem">What to train.</param>
    /// <param name="on_step">Called after every step.</param>
    /// <exception cref="InputException">The engine does not train in the problem's dtype.</exception>
    public static SideRun Train(Problem problem, Action? on_step = null)
    {
        if (problem.Format == FloatFormat.Float64 && !Engine.Current.HasFloat64)
            throw new InputException($"float64 is not supported by this engine ({Engine.Current}); use --dtype float32.");
        return (problem.Format == FloatFormat.Float32 ? Ready<float>(problem, on_step) : Ready<double>(problem, on_step))();
    }

    /// <summary>The model of a problem of the document's kind before its first step.</summary>
    /// <param name="problem">What it starts from.</param>
    /// <param name="loss">The loss to train with; the engine's own unless given.</param>
    /// <param name="formula">How that loss computes.</param>
    /// <typeparam name="T">The problem's dtype.</typeparam>
    public static DocumentModel<T> Model<T>(Problem problem, ILossFunc? loss = null, LossFormula? formula = null)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
            new Parameters<T>(
                problem.Start["hidden_weights"].ToMatrix<T>(), problem.Start["hidden_bias"].ToVector<T>(),
                problem.Start["output_weights"].ToMatrix<T>(), problem.Start["output_bias"].ToVector<T>()),
            problem.LearningRate.Requested, loss, formula);

    /// <summary>A model of dense layers as it stands, its optimizer at its beginning.</summary>
    /// <param name="start">The network and its parameters.</param>
    /// <param name="is_recorded">Whether it can be traced.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static Dense.DenseModel<T> DenseModel<T>(TrainedNetwork<T> start, bool is_recorded = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(
            [.. start.Network.Layers.Zip(start.Parameters, (layer, parameters) => new Dense.Layer<T>(Of(layer.Activation), parameters.Weights, parameters.Bias))],
            Of(start.Network.Loss), Of(start.Network.Optimizer, start.LearningRate.Requested), is_recorded);

    /// <summary>Trains a problem with its model and records it.</summary>
    public static SideRun Train<T>(Problem problem, DocumentModel<T> model, Action? on_step = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Parameters<T> start = model.Parameters;
        return Recorded(
            problem,
            [Numbers.Matrix(start.HiddenWeights), Numbers.Vector(start.HiddenBias), Numbers.Matrix(start.OutputWeights), Numbers.Vector(start.OutputBias)],
            model.Rate.Used, model.Formula,
            model.TrainTraced(problem.Inputs.ToMatrix<T>(), problem.Labels.ToMatrix<T>(), problem.BatchSize, problem.Epochs), on_step);
    }

    /// <summary>Makes the model of any problem; what is returned trains it step by step and records it, once.</summary>
    /// <param name="problem">What to train.</param>
    /// <param name="on_step">Called after every step.</param>
    /// <typeparam name="T">The problem's dtype.</typeparam>
    public static Func<SideRun> Ready<T>(Problem problem, Action? on_step = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (problem.Network.IsDocuments && problem.Orders is null)
        {
            DocumentModel<T> documents = Model<T>(problem);
            return () => Train(problem, documents, on_step);
        }
        Dense.DenseModel<T> model = DenseModel(problem.StartNetwork<T>(), is_recorded: true);
        return () => Recorded(
            problem,
            [.. model.Layers.SelectMany(layer => new[] { Numbers.Matrix(layer.Weights), Numbers.Vector(layer.Bias) })],
            model.Rate.Used, Engine.Current.Loss, Steps(), on_step);

        IEnumerable<TracedStep<T>> Steps()
        {
            T[,] inputs = problem.Inputs.ToMatrix<T>(), labels = problem.Labels.ToMatrix<T>();
            return Enumerable.Range(0, problem.Epochs).SelectMany(epoch => model.TrainTraced(inputs, labels, problem.BatchSize, epochs: 1, [.. problem.Order(epoch)]));
        }
    }

    private static SideRun Recorded<T>(
        Problem problem, NumberArray[] start, double learning_rate, LossFormula formula, IEnumerable<TracedStep<T>> training, Action? on_step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var steps = new List<TraceStep>();
        IReadOnlyDictionary<string, string> not_computed = new Dictionary<string, string>();
        foreach (TracedStep<T> step in training)
        {
            steps.Add(new(step.Rows, Quantities(step.Recorded), Quantities(step.Derived)));
            not_computed = step.NotComputed;
            on_step?.Invoke();
        }
        Network network = problem.Network;
        SideRun run = SideRun.Of(
            problem, Engine.Current.Name,
            network.Parameters.Zip(start).ToDictionary(parameter => parameter.First.Name, parameter => parameter.Second), learning_rate, steps, not_computed);
        return run with { Trace = run.Trace with { Formulas = Formulas(network, formula) } };
    }

    /// <summary>What the quantities of a network are judged by, the framework computing its loss by a formula.</summary>
    internal static FormulaSet Formulas(Network network, LossFormula formula) =>
        formula == LossFormula.EpsilonInsideLogarithms && network.Loss == LossFunction.BinaryCrossentropy
            ? network.FormulasWithEpsilonInsideLogarithms
            : network.Formulas;

    /// <summary>The arrays of a step as the ledger keeps them.</summary>
    internal static Dictionary<string, NumberArray> Quantities<T>(IReadOnlyDictionary<string, TracedArray<T>> quantities)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        quantities.ToDictionary(quantity => quantity.Key, quantity => Numbers.Shaped(quantity.Value.Values, quantity.Value.Shape));

    private static Dense.Activation Of(Activation activation) => activation switch
    {
        Activation.Linear => Dense.Activation.Linear,
        Activation.Relu => Dense.Activation.Relu,
        Activation.Sigmoid => Dense.Activation.Sigmoid,
        Activation.Tanh => Dense.Activation.Tanh,
        _ => Dense.Activation.Softmax,
    };

    private static Dense.Loss Of(LossFunction loss) => loss switch
    {
        LossFunction.BinaryCrossentropy => Dense.Loss.BinaryCrossentropy,
        LossFunction.CategoricalCrossentropy => Dense.Loss.CategoricalCrossentropy,
        LossFunction.SparseCategoricalCrossentropy => Dense.Loss.SparseCategoricalCrossentropy,
        _ => Dense.Loss.MeanSquaredError,
    };

    private static Dense.Optimizer Of(Optimizer optimizer, double learning_rate) => optimizer switch
    {
        GradientDescent descent => new Dense.Sgd(learning_rate, descent.Momentum, descent.Nesterov),
        Adam adam => new Dense.Adam(learning_rate, adam.Beta1, adam.Beta2, adam.Epsilon),
        _ => throw new NotSupportedException($"{optimizer.Name} is no optimizer that the framework's side has."),
    };
}
