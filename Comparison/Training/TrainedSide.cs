using System.Numerics;
using Comparison.Models;
using Comparison.Sides;
using Ledger.Formulas;
using Ledger.Traces;

namespace Comparison.Training;

/// <summary>One side's network while it is trained.</summary>
/// <param name="side">Which side.</param>
/// <param name="start">What is trained, with the parameters to start from.</param>
/// <typeparam name="T">float or double.</typeparam>
public abstract class TrainedSide<T>(Side side, TrainedNetwork<T> start) : Trained<T>(start)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Which side.</summary>
    public Side Side => side;

    /// <summary>What its quantities are judged by.</summary>
    protected virtual FormulaSet Formulas => Network.Formulas;

    /// <summary>The mean over a piece's rows of the loss, nothing being changed.</summary>
    public abstract double Evaluate(Piece<T> piece);

    /// <summary>The outputs, shape (rows, units), for inputs of shape (rows, inputs).</summary>
    public abstract T[,] Predict(T[,] inputs);

    /// <summary>Trains on one batch, and gives the step as a trace that starts where the side stood.</summary>
    /// <param name="batch">The rows.</param>
    /// <param name="plan">What is trained.</param>
    /// <returns>
    /// The batch's loss, and the trace: its quantities are recorded by taking the step once more from the same state; what the optimizer
    /// remembers and the parameters are those of the step that counts.
    /// </returns>
    public (double Loss, Trace Step) TrainJudged(Piece<T> batch, TrainingPlan plan)
    {
        SideState before = State;
        (Dictionary<string, NumberArray> recorded, IReadOnlyDictionary<string, string> not_computed) = Record(before, batch);
        double loss = Train(batch, batch.Rows.Count);
        foreach (var (name, array) in State.Arrays)
            recorded[name] = array;
        return (loss, new()
        {
            Side = side.Title(),
            Format = plan.Format,
            Network = Network,
            Formulas = Formulas,
            Inputs = Numbers.Matrix(batch.Inputs),
            Labels = Numbers.Matrix(batch.Labels),
            LearningRate = plan.Format.Nearest(Start.LearningRate.Used),
            BatchSize = batch.Rows.Count,
            Start = before.Arrays,
            Steps = [new(Enumerable.Range(0, batch.Rows.Count).ToArray(), recorded, new Dictionary<string, NumberArray>())],
            NotComputed = not_computed,
            StepsBefore = checked((int)before.Steps),
        });
    }

    /// <summary>The quantities of one step from a state, and what of them this side does not compute; the side itself stays as it is.</summary>
    protected abstract (Dictionary<string, NumberArray> Recorded, IReadOnlyDictionary<string, string> NotComputed) Record(SideState before, Piece<T> batch);
}
