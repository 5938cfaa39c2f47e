using Comparison.Problems;
using Comparison.Sides;
using Comparison.Studies;
using KerasVersion;

namespace Comparison.Reports;

/// <summary>What a report tells: a problem, what each side made of it, and what the ledger says.</summary>
/// <param name="Problem">What both sides trained.</param>
/// <param name="Scratch">The hand-written side.</param>
/// <param name="Keras">The framework's side.</param>
/// <param name="Word">What the ledger says.</param>
public sealed record TwoRuns(Problem Problem, SideRun Scratch, SideRun Keras, LedgerWord Word)
{
    /// <summary>Whether the gap between the sides is like that of twins; null where twins say nothing.</summary>
    public TwinsResult? Twins { get; init; }

    /// <summary>Trains both sides, has them judged, and trains twins where these are of use.</summary>
    /// <param name="problem">What to train.</param>
    /// <param name="bar">What to call for a new bar of progress: its title, and how many steps make it full.</param>
    public static TwoRuns Of(Problem problem, Func<string, int, Action> bar)
    {
        int steps = problem.Steps;
        SideRun scratch = ScratchSide.Train(problem, bar("Scratch trains", steps));
        SideRun keras = KerasSide.Train(problem, bar($"{Engine.Current.Name} trains", steps));
        LedgerWord word = LedgerWord.Of(scratch.Trace, keras.Trace, bar("The ledger judges", 2 * steps));
        TwinsResult? twins = Studies.Twins.AreOfUse(problem) ? Studies.Twins.Of(problem, scratch, keras, bar("Twins train", Studies.Twins.Count * steps)) : null;
        return new(problem, scratch, keras, word) { Twins = twins };
    }
}
