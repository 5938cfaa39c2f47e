using System.Text.Json.Nodes;
using Comparison.Reports;
using KerasVersion;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>A study page: two trainings side by side, and every known mistake trained beside the right one.</summary>
/// <param name="Title">What is compared, in a few words.</param>
/// <param name="Lines">What was trained and by what, a sentence each.</param>
/// <param name="Word">What the ledger says of the two trainings.</param>
/// <param name="Twins">The sentence on twins; null where they say nothing.</param>
/// <param name="Studies">The mistakes, each trained.</param>
/// <param name="StudiesNote">Why there are none, or not of the whole training; null where there is nothing to say.</param>
public sealed record StudyPage(
    string Title, IReadOnlyList<string> Lines, LedgerWord Word, string? Twins, IReadOnlyList<Study> Studies, string? StudiesNote)
{
    // So many numbers a training of one mistake may record; sixty such trainings are then worked out in some seconds.
    private const int MostNumbers = 1500;

    /// <summary>The page of a problem that both sides trained.</summary>
    /// <param name="runs">What they made of it.</param>
    /// <param name="on_mistake">Called after each mistake's training.</param>
    public static StudyPage Of(TwoRuns runs, Action? on_mistake = null)
    {
        var (studies, note) = StudiesOf(runs.Scratch.Trace, on_mistake);
        return new(
            "Scratch vs Keras", [ProblemText.Describe(runs.Problem), $"Scratch against {Engine.Current.Announcement}"],
            runs.Word, runs.Twins?.Sentence, studies, note);
    }

    /// <summary>The names of the inputs, in order; empty where they have none.</summary>
    public IReadOnlyList<string> InputNames { get; init; } = [];

    /// <summary>The page of two recorded trainings.</summary>
    /// <param name="one">One training.</param>
    /// <param name="other">The other.</param>
    /// <param name="names">The names of their files.</param>
    /// <param name="on_mistake">Called after each mistake's training.</param>
    public static StudyPage Of(Trace one, Trace other, (string One, string Other) names, Action? on_mistake = null)
    {
        // Two files of one program may give their sides one name.
        if (one.Side == other.Side)
            (one, other) = (one with { Side = $"{one.Side} ({names.One})" }, other with { Side = $"{other.Side} ({names.Other})" });
        var (studies, note) = StudiesOf(one, on_mistake);
        return new(
            $"{one.Side} vs {other.Side}", [$"Two recorded trainings: {names.One} ({one.Network}) and {names.Other} ({other.Network})"],
            LedgerWord.Of(one, other), null, studies, note);
    }

    /// <summary>All that the page knows.</summary>
    internal JsonObject Data()
    {
        var tables = new PageTables();
        JsonArray comparisons = [ComparisonData.Of(tables, Word), .. Studies.Select(study => ComparisonData.Of(tables, study))];
        JsonObject data = tables.Json();
        data["title"] = Title;
        data["lines"] = new JsonArray([.. Lines.Select(line => (JsonNode)line)]);
        data["input_names"] = new JsonArray([.. InputNames.Select(name => (JsonNode)name)]);
        data["twins"] = Twins;
        data["studies_note"] = StudiesNote;
        data["descriptions"] = new JsonObject(Catalogue.All.Select(mistake => KeyValuePair.Create(mistake.Name, (JsonNode?)mistake.Description)));
        data["comparisons"] = comparisons;
        return data;
    }

    private static (IReadOnlyList<Study> Studies, string? Note) StudiesOf(Trace trace, Action? on_mistake)
    {
        if (!Catalogue.SpeaksOf(trace))
            return ([], $"No mistake is trained here: {Catalogue.Scope}.");
        long numbers = trace.Network.Quantities.Sum(quantity => NumberArray.Count(quantity.Shape(KeptSteps.RowsOfBatch(trace))));
        int steps = (int)Math.Min(trace.Steps.Count, MostNumbers / numbers);
        if (steps < 2 && steps < trace.Steps.Count)
            return ([], $"No mistake is trained here: a step of this network has {numbers} numbers, too many to train it {Catalogue.All.Count} times for one page. study --mistake NAME trains one.");
        Trace asked = trace with { Steps = [.. trace.Steps.Take(steps)] };
        Study[] studies = [.. Catalogue.All.AsParallel().AsOrdered().Select(mistake =>
        {
            Study study = Study.Of(mistake, asked);
            on_mistake?.Invoke();
            return study;
        })];
        return (studies, steps == trace.Steps.Count ? null : $"Each mistake is trained for the first {steps} of the {trace.Steps.Count} steps.");
    }
}
