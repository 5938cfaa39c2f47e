using System.Numerics;
using Comparison.Problems;
using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Traces;
using Tensorflow.Keras.Losses;

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
        return problem.Format == FloatFormat.Float32 ? Train(problem, Model<float>(problem), on_step) : Train(problem, Model<double>(problem), on_step);
    }

    /// <summary>The model of a problem before its first step.</summary>
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

    /// <summary>Trains a problem with its model and records it.</summary>
    public static SideRun Train<T>(Problem problem, DocumentModel<T> model, Action? on_step = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Parameters<T> start = model.Parameters;
        var steps = new List<TraceStep>();
        IReadOnlyDictionary<string, string> not_computed = new Dictionary<string, string>();
        foreach (TracedStep<T> step in model.Train(problem.Inputs.ToMatrix<T>(), problem.Labels.ToMatrix<T>(), problem.BatchSize, problem.Epochs))
        {
            steps.Add(new([.. Enumerable.Range(step.FirstRow, step.Rows)], Quantities(step.Recorded), Quantities(step.Derived)));
            not_computed = step.NotComputed;
            on_step?.Invoke();
        }
        SideRun run = SideRun.Of(
            problem, Engine.Current.Name,
            new Dictionary<string, NumberArray>
            {
                ["hidden_weights"] = Numbers.Matrix(start.HiddenWeights),
                ["hidden_bias"] = Numbers.Vector(start.HiddenBias),
                ["output_weights"] = Numbers.Matrix(start.OutputWeights),
                ["output_bias"] = Numbers.Vector(start.OutputBias),
            },
            model.Rate.Used, steps);
        return run with
        {
            Trace = run.Trace with
            {
                NotComputed = not_computed,
                Formulas = model.Formula == LossFormula.FromLogits ? FormulaSet.Document : FormulaSet.EpsilonInsideLogarithms,
            },
        };
    }

    private static Dictionary<string, NumberArray> Quantities<T>(IReadOnlyDictionary<string, TracedArray<T>> quantities)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        quantities.ToDictionary(quantity => quantity.Key, quantity => Numbers.Shaped(quantity.Value.Values, quantity.Value.Shape));
}
