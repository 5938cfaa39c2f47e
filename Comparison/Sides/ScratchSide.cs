using System.Numerics;
using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Traces;
using Scratch;

namespace Comparison.Sides;

/// <summary>The hand-written side.</summary>
public static class ScratchSide
{
    /// <summary>Trains a problem and records it.</summary>
    /// <param name="problem">What to train.</param>
    /// <param name="on_step">Called after every step.</param>
    public static SideRun Train(Problem problem, Action? on_step = null) =>
        problem.Format == FloatFormat.Float32 ? Train<float>(problem, on_step) : Train<double>(problem, on_step);

    private static SideRun Train<T>(Problem problem, Action? on_step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var network = new DocumentNetwork<T>(
            new(problem.Start["hidden_weights"].ToMatrix<T>(), problem.Start["hidden_bias"].ToVector<T>(),
                problem.Start["output_weights"].ToVector<T>(), problem.Start["output_bias"].ToVector<T>()[0]),
            T.CreateChecked(problem.LearningRate.Used));
        Dictionary<string, NumberArray> start = Parameters(network.Parameters);
        var steps = new List<TraceStep>();
        foreach (int[] rows in problem.Batches())
        {
            Step<T> step = network.Train(problem.Inputs.TakeRows(rows).ToMatrix<T>(), problem.Labels.TakeRows(rows).ToVector<T>());
            steps.Add(new(rows, Quantities(step), new Dictionary<string, NumberArray>()));
            on_step?.Invoke();
        }
        return SideRun.Of(problem, "Scratch", start, double.CreateChecked(network.LearningRate), steps);
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
}
