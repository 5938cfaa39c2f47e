using System.Numerics;
using Comparison.Metrics;
using Comparison.Models;
using Comparison.Problems;
using Comparison.Reports;
using Comparison.Sides;
using Comparison.Studies;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Training;

/// <summary>What is found out when a training is done.</summary>
/// <param name="plan">What was trained.</param>
/// <param name="data">On what.</param>
/// <param name="run">The training, done.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainingEnd<T>(TrainingPlan plan, TrainingData<T> data, TrainingRun<T> run)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Judges the training: what was judged on the way or, of a small one, every step, all being trained once more and recorded.</summary>
    /// <param name="bar">Gives a new bar: its title, and how many steps make it full.</param>
    public TrainingVerdict Judge(Func<string, int, Action> bar)
    {
        long steps = run.Course.Steps;
        if (!run.IsTracedWhole)
            return TrainingVerdict.Of([.. run.Sides.Select(side => run.Course.Judged[side.Side.Name()])], steps);
        Problem problem = data.Problem(run.Course.Epoch);
        SideRun[] runs = [.. run.Sides.Select(side => side.Side == Side.Scratch
            ? ScratchSide.Train(problem, bar("Scratch is recorded", problem.Steps))
            : KerasSide.Train(problem, bar($"{side.Side.Title()} is recorded", problem.Steps)))];
        LedgerWord word = runs is [var one, var other]
            ? LedgerWord.Of(one.Trace, other.Trace, bar("The ledger judges", 2 * problem.Steps))
            : LedgerWord.Of(runs[0].Trace);
        var verdict = TrainingVerdict.Of(word, steps);
        foreach (var (side, recorded) in run.Sides.Zip(runs))
            foreach (var (name, array) in side.Parameters)
                if (array.FirstDifference(recorded.Final(name)) is { } at)
                    return verdict with
                    {
                        Verdict = Verdict.Unexplained,
                        Reason = $"{side.Side.Title()} ended with {Tables.Element(name, array.IndexOf(at))} = {Tables.Text(array.Values[at], plan.Format)}, but recorded step by step with {Tables.Text(recorded.Final(name).Values[at], plan.Format)}",
                    };
        return verdict;
    }

    /// <summary>Scores the sides as they stand.</summary>
    /// <param name="verdict">What the ledger says.</param>
    public TrainingResult Result(TrainingVerdict verdict)
    {
        Dictionary<string, List<EpochNumbers>> history = run.Course.History;
        bool both = run.Twin is not null;
        return new()
        {
            Plan = plan,
            Preparation = data.Preparation,
            Network = data.Network,
            LearningRate = data.Start.LearningRate,
            TrainingRows = data.Training.Rows,
            HeldOutRows = data.HeldOut?.Rows ?? 0,
            Sides = [.. run.Sides.Select(side => new SideResult(
                side.Side, run.Course.Seconds[side.Side.Name()], history[side.Side.Name()],
                Scores.Of(data.Training, data.Network.Loss, side.Predict),
                data.HeldOut is { } held_out ? Scores.Of(held_out, data.Network.Loss, side.Predict) : null))],
            Stopping = run.Course.Stopping,
            Verdict = verdict,
            Twins = both && run.Course.Steps >= Twins.LeastSteps ? Gap() : null,
            LossGap = both ? Apart(Side.Keras.Name()) : null,
            TwinLossGap = both ? Apart(TrainingRun<T>.TwinKey) : null,
        };

        double Apart(string other) => history[Side.Scratch.Name()].Zip(history[other], (one, another) => Math.Abs(one.Loss - another.Loss)).Max();
    }

    /// <summary>The networks as they stand.</summary>
    public Dictionary<Side, TrainedNetwork<T>> Networks() =>
        run.Sides.ToDictionary(side => side.Side, side => TrainedNetwork<T>.Of(data.Network, data.Start.LearningRate, side.Parameters));

    private TwinsResult? Gap()
    {
        Dictionary<string, NumberArray>[] parameters = [.. run.Sides.Append<Trained<T>>(run.Twin!).Select(trained => trained.Parameters)];
        return Twins.Of(data.Network, plan.Format, run.Course.Steps, name => parameters[0][name], name => parameters[1][name], name => parameters[2][name]);
    }
}
