using System.Text.RegularExpressions;
using Comparison.Problems;
using Ledger.Judging;

namespace Comparison.Campaigns;

/// <summary>A network of a campaign on which the sides differ.</summary>
/// <param name="Number">Its number in the campaign.</param>
/// <param name="Problem">What was trained.</param>
/// <param name="Judgement">The ledger's word.</param>
public sealed partial record UnexplainedNetwork(int Number, Problem Problem, Judgement Judgement)
{
    /// <summary>The smallest network on which the same quantity, of whichever hidden layer, is the first that is unexplained.</summary>
    /// <param name="compare">Compares a problem.</param>
    /// <param name="stop">Leaves it as small as it is by then.</param>
    public UnexplainedNetwork Shrunk(Func<Problem, ComparedNetwork> compare, CancellationToken stop = default)
    {
        Problem smallest = Shrinking.Smallest(Problem, problem => !stop.IsCancellationRequested && IsSame(compare(problem).Judgement));
        return this with { Problem = smallest, Judgement = compare(smallest).Judgement };

        bool IsSame(Judgement other) =>
            other.Verdict == Verdict.Unexplained && (other.First?.Side, Sort(other)) == (Judgement.First?.Side, Sort(Judgement));

        // Layers that are left out give those behind them another number.
        static string? Sort(Judgement judgement) => judgement.First is { } first ? HiddenLayer().Replace(first.Quantity, "hidden") : null;
    }

    /// <summary>The name of its problem file.</summary>
    /// <param name="seed">The campaign's seed.</param>
    /// <param name="is_deep">Whether the campaign is one of networks of any depth.</param>
    public string FileName(int seed, bool is_deep) => $"unexplained-{(is_deep ? "deep-" : "")}seed-{seed}-network-{Number}.json";

    [GeneratedRegex(@"hidden\d+")]
    private static partial Regex HiddenLayer();
}
