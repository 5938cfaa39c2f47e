using Comparison.Problems;
using Ledger.Traces;

namespace Comparison.Sides;

/// <summary>What one side did with a problem.</summary>
/// <param name="Trace">Every quantity of every step.</param>
/// <param name="Losses">Each epoch's loss: the mean over its rows, each batch's taken before its update.</param>
public sealed record SideRun(Trace Trace, IReadOnlyList<double> Losses)
{
    /// <summary>From what a side started with and the steps that it recorded of a problem.</summary>
    internal static SideRun Of(
        Problem problem, string side, IReadOnlyDictionary<string, NumberArray> start, double learning_rate, List<TraceStep> steps,
        IReadOnlyDictionary<string, string> not_computed)
    {
        var trace = new Trace
        {
            Side = side,
            Format = problem.Format,
            Network = problem.Network,
            Inputs = problem.Inputs,
            Labels = problem.Labels,
            LearningRate = problem.Format.Nearest(learning_rate),
            BatchSize = problem.BatchSize,
            Start = start,
            Steps = steps,
            NotComputed = not_computed,
        };
        return new(trace, KerasVersion.EpochLoss.Of([.. steps.Select(step => step.Recorded["loss"].Values[0])], problem.Rows, problem.BatchSize));
    }

    /// <summary>A parameter after the last step.</summary>
    public NumberArray Final(string parameter) => Trace.Read(parameter, Trace.Steps.Count)!;
}
