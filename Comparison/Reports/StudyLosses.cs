using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Reports;

/// <summary>The losses of a training with a mistake beside the right one's.</summary>
/// <param name="Of">What each is the loss of: an epoch, or a step where the mistake changes the batches and so the epochs.</param>
/// <param name="Right">Those of the right training.</param>
/// <param name="Wrong">Those of the mistaken one.</param>
internal sealed record StudyLosses(string Of, IReadOnlyList<double> Right, IReadOnlyList<double> Wrong)
{
    /// <summary>The losses of a study.</summary>
    public static StudyLosses From(Study study)
    {
        Trace right = study.Right, wrong = study.Wrong;
        bool by_epoch = right.Steps.Select(step => step.Rows.Count).SequenceEqual(wrong.Steps.Select(step => step.Rows.Count));
        return by_epoch ? new("epoch", Epochs(right), Epochs(wrong)) : new("step", Steps(right), Steps(wrong));
    }

    private static double[] Steps(Trace trace) => [.. trace.Steps.Select(step => step.Recorded["loss"].Values[0])];

    private static double[] Epochs(Trace trace) => KerasVersion.EpochLoss.Of(Steps(trace), trace.Inputs.Rows, trace.BatchSize);
}
