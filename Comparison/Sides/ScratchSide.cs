using System.Numerics;
using Comparison.Models;
using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;
using Scratch;
using Dense = Scratch.Dense;

namespace Comparison.Sides;

/// <summary>The hand-written side: the document's own network where the problem is of its kind, dense layers of any depth otherwise.</summary>
public static class ScratchSide
{
    private const string FromLogits = "the loss and its derivative by the output layer's pre-activation are computed from that pre-activation";

    /// <summary>Trains a problem and records it.</summary>
    /// <param name="problem">What to train.</param>
    /// <param name="on_step">Called after every step.</param>
    public static SideRun Train(Problem problem, Action? on_step = null) =>
        problem.Format == FloatFormat.Float32 ? Train<float>(problem, on_step) : Train<double>(problem, on_step);

    /// <summary>A network of dense layers as it stands, its optimizer at its beginning.</summary>
    /// <param name="start">The network and its parameters.</param>
    /// <param name="is_stable">Whether a cross-entropy is computed from the logits.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public static Dense.DenseNetwork<T> DenseNetwork<T>(TrainedNetwork<T> start, bool is_stable = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(
            Layers(start.Network), Of(start.Network.Loss), Of(start.Network.Optimizer, start.LearningRate.Used), start.Parameters, is_stable);

    /// <summary>A network's layers as Scratch has them.</summary>
    internal static Dense.Layer[] Layers(Network network) => [.. network.Layers.Select(layer => new Dense.Layer(layer.Units, Of(layer.Activation)))];

    private static SideRun Train<T>(Problem problem, Action? on_step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        problem.Network.IsDocuments && !problem.IsStable ? TrainDocument<T>(problem, on_step) : TrainDense<T>(problem, on_step);

    private static SideRun TrainDocument<T>(Problem problem, Action? on_step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new DocumentNetwork<T>(
            new(problem.Start["hidden_weights"].ToMatrix<T>(), problem.Start["hidden_bias"].ToVector<T>(),
                problem.Start["output_weights"].ToVector<T>(), problem.Start["output_bias"].ToVector<T>()[0]),
            T.CreateChecked(problem.LearningRate.Used));
        Dictionary<string, NumberArray> start = Parameters(network.Parameters);
        return Recorded<T>(
            problem, start, rows => Quantities(network.Train(problem.Inputs.TakeRows(rows).ToMatrix<T>(), problem.Labels.TakeRows(rows).ToVector<T>())), on_step);
    }

    private static SideRun TrainDense<T>(Problem problem, Action? on_step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dense.DenseNetwork<T> network = DenseNetwork(problem.StartNetwork<T>(), problem.IsStable);
        var start = new Dictionary<string, NumberArray>();
        foreach (var (names, parameters) in problem.Network.Names.Zip(network.Parameters))
        {
            start[names.Weights] = Numbers.Matrix(parameters.Weights);
            start[names.Bias] = Numbers.Vector(parameters.Bias);
        }
        return Recorded<T>(
            problem, start,
            rows => Quantities(network.TrainTraced(problem.Inputs.TakeRows(rows).ToMatrix<T>(), problem.Labels.TakeRows(rows).ToMatrix<T>())),
            on_step);
    }

    /// <summary>The arrays of a step as the ledger keeps them.</summary>
    internal static Dictionary<string, NumberArray> Quantities<T>(IEnumerable<Dense.Quantity<T>> quantities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        quantities.ToDictionary(quantity => quantity.Name, quantity => Numbers.Shaped(quantity.Values, [.. quantity.Shape]));

    /// <summary>What of a network's quantities a step did not compute, with the reason: of those only what lies between the loss and the logits can be left out.</summary>
    internal static Dictionary<string, string> NotComputed(Network network, IReadOnlyDictionary<string, NumberArray> recorded) => network.Quantities
        .Where(quantity => quantity.Name is "dL_doutput" or "doutput_dz_out" && !recorded.ContainsKey(quantity.Name))
        .ToDictionary(quantity => quantity.Name, _ => FromLogits);

    private static SideRun Recorded<T>(
        Problem problem, IReadOnlyDictionary<string, NumberArray> start, Func<int[], Dictionary<string, NumberArray>> train, Action? on_step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var steps = new List<TraceStep>();
        foreach (int[] rows in problem.Batches())
        {
            steps.Add(new(rows, train(rows), new Dictionary<string, NumberArray>()));
            on_step?.Invoke();
        }
        return SideRun.Of(problem, "Scratch", start, double.CreateChecked(T.CreateChecked(problem.LearningRate.Used)), steps, NotComputed(problem.Network, steps[0].Recorded));
    }

    private static Dictionary<string, NumberArray> Quantities<T>(Step<T> step)
        where T : unmanaged, IFloatingPointIeee754<T> => new(Parameters(step.Updated))
        {
            ["hidden_layer_input"] = Numbers.Matrix(step.HiddenLayerInput),
            ["hidden_layer_output"] = Numbers.Matrix(step.HiddenLayerOutput),
            ["output_layer_input"] = Numbers.Column(step.OutputLayerInput),
            ["output"] = Numbers.Column(step.Output),
            ["loss"] = Numbers.Scalar(step.Loss),
            ["dL_doutput"] = Numbers.Column(step.DLossByOutput),
            ["doutput_dz_out"] = Numbers.Column(step.DOutputByOutputLayerInput),
            ["dL_dz_out"] = Numbers.Column(step.DLossByOutputLayerInput),
            ["dL_doutput_weights"] = Numbers.Column(step.DLossByOutputWeights),
            ["dL_doutput_bias"] = Numbers.Vector([step.DLossByOutputBias]),
            ["dL_dhidden_output"] = Numbers.Matrix(step.DLossByHiddenLayerOutput),
            ["dL_dz_hidden"] = Numbers.Matrix(step.DLossByHiddenLayerInput),
            ["dL_dhidden_weights"] = Numbers.Matrix(step.DLossByHiddenWeights),
            ["dL_dhidden_bias"] = Numbers.Vector(step.DLossByHiddenBias),
        };

    private static Dictionary<string, NumberArray> Parameters<T>(Parameters<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            ["hidden_weights"] = Numbers.Matrix(parameters.HiddenWeights),
            ["hidden_bias"] = Numbers.Vector(parameters.HiddenBias),
            ["output_weights"] = Numbers.Column(parameters.OutputWeights),
            ["output_bias"] = Numbers.Vector([parameters.OutputBias]),
        };

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
        LossFunction.BinaryCrossentropy => Dense.Loss.BinaryCrossEntropy,
        LossFunction.CategoricalCrossentropy => Dense.Loss.CategoricalCrossEntropy,
        LossFunction.SparseCategoricalCrossentropy => Dense.Loss.SparseCategoricalCrossEntropy,
        _ => Dense.Loss.MeanSquaredError,
    };

    private static Dense.Optimizer Of(Optimizer optimizer, double learning_rate) => optimizer switch
    {
        GradientDescent descent => new Dense.Sgd(learning_rate, descent.Momentum, descent.Nesterov) { Float32Constants = optimizer.Float32Constants },
        Adam adam => new Dense.Adam(learning_rate, adam.Beta1, adam.Beta2, adam.Epsilon) { Float32Constants = optimizer.Float32Constants },
        _ => throw new NotSupportedException($"{optimizer.Name} is no optimizer that Scratch has."),
    };
}
