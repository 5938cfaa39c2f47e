using Comparison.Reports;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Training;

/// <summary>What the ledger said of some steps of one side, each by itself, from where the side stood before it.</summary>
public sealed class JudgedSteps
{
    /// <summary>How many steps were judged.</summary>
    public int Steps { get; set; }

    /// <summary>How many numbers were held against their formulas.</summary>
    public long Numbers { get; set; }

    /// <summary>The worst verdict.</summary>
    public Verdict Worst { get; set; } = Verdict.Identical;

    /// <summary>The first number of the worst verdict, in one clause; null where all are right.</summary>
    public string? First { get; set; }

    /// <summary>The causes that were found for it.</summary>
    public List<string> Causes { get; set; } = [];

    /// <summary>For each quantity the smallest relative error that would have shown at some step.</summary>
    public Dictionary<string, double> SmallestErrors { get; init; } = [];

    /// <summary>The known mistakes that some step rules out.</summary>
    public SortedSet<string> RuledOut { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Judges one more step.</summary>
    public void Add(Trace step)
    {
        LedgerWord word = LedgerWord.Of(step);
        Steps++;
        Numbers += word.Judgement.NumbersJudged;
        if (word.Judgement.Verdict > Worst)
        {
            Worst = word.Judgement.Verdict;
            Finding? first = word.Judgement.First;
            First = first is null ? null : $"{first with { Step = first.Step + step.StepsBefore }}";
            Causes = [.. LedgerText.Causes(word.Diagnosis)];
        }
        foreach (Sensitivity sensitivity in word.Power?.Sensitivities ?? [])
            SmallestErrors[sensitivity.Quantity] = Math.Min(sensitivity.RelativeError, SmallestErrors.GetValueOrDefault(sensitivity.Quantity, double.PositiveInfinity));
        RuledOut.UnionWith(word.Power?.RuledOut ?? []);
    }
}
