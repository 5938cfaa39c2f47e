using Comparison.Reports;
using Comparison.Sides;
using Ledger.Judging;
using Ledger.Mistakes;

namespace Comparison.Training;

/// <summary>What the ledger says of a training.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">It in one sentence, for people.</param>
/// <param name="StepsJudged">How many steps of each side were judged.</param>
/// <param name="Steps">How many there were.</param>
public sealed record TrainingVerdict(Verdict Verdict, string Reason, long StepsJudged, long Steps)
{
    /// <summary>The causes that were found, for people.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>For each quantity the smallest relative error that would have shown; infinite where none would have.</summary>
    public IReadOnlyDictionary<string, double> SmallestErrors { get; init; } = new Dictionary<string, double>();

    /// <summary>The known mistakes that are ruled out.</summary>
    public IReadOnlyCollection<string> RuledOut { get; init; } = [];

    /// <summary>Of a training that was recorded and judged whole.</summary>
    /// <param name="word">What the ledger said.</param>
    /// <param name="steps">How many steps there were.</param>
    public static TrainingVerdict Of(LedgerWord word, long steps) => new(word.Judgement.Verdict, word.Judgement.Reason, steps, steps)
    {
        Causes = [.. LedgerText.Causes(word.Diagnosis)],
        SmallestErrors = (word.Power?.Sensitivities ?? []).ToDictionary(sensitivity => sensitivity.Quantity, sensitivity => sensitivity.RelativeError),
        RuledOut = word.Power?.RuledOut ?? [],
    };

    /// <summary>Of steps that were judged on the way.</summary>
    /// <param name="sides">What was said of each side's.</param>
    /// <param name="steps">How many steps there were.</param>
    public static TrainingVerdict Of(IReadOnlyCollection<JudgedSteps> sides, long steps)
    {
        Verdict worst = sides.Max(side => side.Worst);
        string all = $"all {sides.Sum(side => side.Numbers)} numbers recorded at the judged steps lie within the rounding budgets of their formulas";
        string? first = sides.First(side => side.Worst == worst).First;
        return new(
            worst,
            worst switch
            {
                Verdict.Unexplained or Verdict.CannotJudge => $"{first}",
                Verdict.Suspicious => $"{all}, but {first}",
                _ => all,
            },
            sides.Max(side => side.Steps), steps)
        {
            Causes = [.. sides.SelectMany(side => side.Causes)],
            // What one side would not have shown, the two have not shown.
            SmallestErrors = sides.SelectMany(side => side.SmallestErrors).GroupBy(error => error.Key).ToDictionary(errors => errors.Key, errors => errors.Max(error => error.Value)),
            RuledOut = [.. sides.Select(side => side.RuledOut.AsEnumerable()).Aggregate((one, other) => one.Intersect(other))],
        };
    }

    /// <summary>The verdict in one line.</summary>
    /// <param name="sides">The sides that trained.</param>
    public string Line(IReadOnlyList<Side> sides)
    {
        string judged = StepsJudged == Steps ? $"every step was recorded and judged ({Steps})"
            : $"judged were {StepsJudged} of {Steps} steps, each from where its side stood before it: the first, one an epoch that the seed chooses, and the last planned";
        return $"Verdict: {string.Join(" and ", sides.Select(side => side.Title()))} {LedgerText.Kind(Verdict, alone: sides.Count == 1)}: {Reason}; {judged}{Worth}.";
    }

    // What the agreement would have shown.
    private string Worth
    {
        get
        {
            KeyValuePair<string, double>[] shown = [.. SmallestErrors.Where(error => double.IsFinite(error.Value)).OrderBy(error => error.Value)];
            if (shown.Length == 0 || Verdict > Verdict.Suspicious)
                return "";
            string ruled_out = RuledOut.Count == 0 ? Catalogue.Scope : $"{RuledOut.Count} known mistakes ruled out";
            return $"; a relative error of {Tables.Size(shown[^1].Value)} would have shown in every quantity (the least sure is {shown[^1].Key}); {ruled_out}";
        }
    }
}
