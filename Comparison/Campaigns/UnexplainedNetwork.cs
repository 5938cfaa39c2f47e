using Comparison.Problems;
using Ledger.Judging;

namespace Comparison.Campaigns;

/// <summary>A network of a campaign on which the sides differ.</summary>
/// <param name="Number">Its number in the campaign.</param>
/// <param name="Problem">What was trained.</param>
/// <param name="Judgement">The ledger's word.</param>
public sealed record UnexplainedNetwork(int Number, Problem Problem, Judgement Judgement)
{
    /// <summary>The smallest network on which the same quantity is the first that is unexplained.</summary>
    /// <param name="compare">Compares a problem.</param>
    /// <param name="stop">Leaves it as small as it is by then.</param>
    public UnexplainedNetwork Shrunk(Func<Problem, ComparedNetwork> compare, CancellationToken stop = default)
    {
        Problem smallest = Shrinking.Smallest(Problem, problem => !stop.IsCancellationRequested && IsSame(compare(problem).Judgement));
        return this with { Problem = smallest, Judgement = compare(smallest).Judgement };

        bool IsSame(Judgement other) =>
            other.Verdict == Verdict.Unexplained && (other.First?.Side, other.First?.Quantity) == (Judgement.First?.Side, Judgement.First?.Quantity);
    }

    /// <summary>The name of its problem file.</summary>
    /// <param name="seed">The campaign's seed.</param>
    public string FileName(int seed) => $"unexplained-seed-{seed}-network-{Number}.json";
}
