using System.Globalization;
using System.Text.Json.Nodes;
using Ledger.Mistakes;
using Ledger.Traces;
using Spectre.Console;

namespace Comparison.Reports;

/// <summary>The study of a mistake, for people and as JSON.</summary>
internal static class StudyReport
{
    // So many columns of steps fit a pipe, and so many rows of epochs tell the course of a training.
    private const int StepsShown = 7, RowsShown = 10;

    /// <summary>Writes a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="word">What the ledger says of it.</param>
    /// <param name="asked">The network that was asked for, in one line.</param>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it.</param>
    public static void Write(Study study, LedgerWord word, string asked, TextWriter output, bool plain)
    {
        IReadOnlyList<Spread> spreading = study.Spreading();
        IAnsiConsole console = Tables.On(output, plain);
        output.WriteLine($"{study.Mistake.Name}{LedgerText.Parameters(study.Settings)}: {study.Mistake.Description}");
        output.WriteLine(asked);
        if (study.Invisible is { } invisible)
            output.WriteLine($"That network does not show the mistake: {invisible.Because}. Revealed by: {invisible.Reveal}. Trained instead is one that shows it: {Describe(study.Right)}");
        output.WriteLine();
        output.WriteLine("The first number of each epoch that differs from the right training's by more than rounding");
        console.Write(Firsts(study, spreading));
        output.WriteLine();
        output.WriteLine("How it spreads: the largest difference in each quantity as a share of its largest number (same: by no more than rounding)");
        console.Write(Spreading(study, spreading));
        output.WriteLine();
        output.WriteLine("What it does to the loss");
        console.Write(Losses(study));
        output.WriteLine();
        output.WriteLine($"Found at {word.Diagnosis!.First}");
        foreach (string line in LedgerText.Causes(word.Diagnosis))
            output.WriteLine(line);
    }

    /// <summary>Writes every known mistake, one a line: its name, then what is done wrong.</summary>
    public static void WriteList(TextWriter output)
    {
        int width = Catalogue.All.Max(mistake => mistake.Name.Length);
        foreach (Mistake mistake in Catalogue.All)
            output.WriteLine($"{mistake.Name.PadRight(width)}  {mistake.Description}");
    }

    /// <summary>Every known mistake as JSON, ending in a line break.</summary>
    public static string ListJson() => LedgerJson.Text(new JsonArray([.. Catalogue.All.Select(mistake => new JsonObject
    {
        ["name"] = mistake.Name,
        ["description"] = mistake.Description,
    })]));

    /// <summary>A study as JSON, every step, ending in a line break.</summary>
    public static string Json(Study study, LedgerWord word)
    {
        StudyLosses losses = StudyLosses.From(study);
        var report = new JsonObject
        {
            ["mistake"] = study.Mistake.Name,
            ["description"] = study.Mistake.Description,
            ["parameters"] = LedgerJson.Parameters(study.Settings),
            ["dtype"] = study.Right.Format.Name,
            ["invisible_on_the_network_asked_for"] = study.Invisible is { } invisible ? LedgerJson.InvisibleNode(invisible) : null,
            ["spread"] = new JsonArray([.. study.Spreading().Select(spread => new JsonObject
            {
                ["step"] = spread.Step,
                ["quantity"] = spread.Quantity,
                ["index"] = spread.Index is { } index ? new JsonArray([.. index.Select(i => (JsonNode)i)]) : null,
                ["difference"] = spread.Difference is { } difference ? LedgerJson.Number(difference) : null,
            })]),
            ["losses"] = new JsonObject
            {
                ["of_each"] = losses.Of,
                ["right"] = new JsonArray([.. losses.Right.Select(LedgerJson.Number)]),
                ["wrong"] = new JsonArray([.. losses.Wrong.Select(LedgerJson.Number)]),
            },
        };
        foreach (var (name, value) in LedgerJson.Of(word))
            report[name] = value?.DeepClone();
        return LedgerJson.Text(report);
    }

    private static string Describe(Trace trace) =>
        $"{trace.Inputs.Columns} inputs, {trace.Start["hidden_bias"].Columns} ReLU neurons, 1 sigmoid output; {trace.Format}, {trace.Steps.Count} steps over {trace.Inputs.Rows} samples in batches of {trace.BatchSize}";

    private static Table Firsts(Study study, IReadOnlyList<Spread> spreading)
    {
        Table table = Tables.Framed("Epoch", "Step", "First that differs", "Right", "Mistaken", "Difference", "Differ");
        List<IGrouping<double, Spread>> epochs = [.. spreading.GroupBy(spread => study.Right.Read("epoch", spread.Step)!.Values[0])];
        foreach (int i in Chosen(epochs.Count, RowsShown))
        {
            Spread[] differing = [.. epochs[i].Where(spread => spread.Differs)];
            int quantities = differing.Select(spread => spread.Quantity).Distinct().Count();
            string epoch = Number(epochs[i].Key), differ = $"{quantities} of {study.Right.Network.Quantities.Count}";
            if (differing is [var first, ..])
                table.AddRow(
                    epoch, $"{first.Step}", Markup.Escape(Tables.Element(first.Quantity, first.Index ?? [])),
                    Value(study.Right, first), Value(study.Wrong, first), Cell(first), differ);
            else
                table.AddRow(epoch, "", "none", "", "", "", differ);
        }
        return table;
    }

    private static Table Spreading(Study study, IReadOnlyList<Spread> spreading)
    {
        int[] steps = [.. Chosen(spreading[^1].Step, StepsShown).Select(i => i + 1)];
        Table table = Tables.Framed([steps.Length < study.Wrong.Steps.Count ? "Quantity (some steps)" : "Quantity", .. steps.Select(step => $"Step {step}")]);
        foreach (IGrouping<string, Spread> quantity in spreading.GroupBy(spread => spread.Quantity))
            table.AddRow([quantity.Key, .. steps.Select(step => Cell(quantity.First(spread => spread.Step == step)))]);
        return table;
    }

    private static Table Losses(Study study)
    {
        StudyLosses losses = StudyLosses.From(study);
        Table table = Tables.Framed(losses.Of == "epoch" ? "Epoch" : "Step", "Right", "Mistaken");
        foreach (int i in Chosen(Math.Max(losses.Right.Count, losses.Wrong.Count), RowsShown))
            table.AddRow($"{i + 1}", At(losses.Right, i), At(losses.Wrong, i));
        return table;

        string At(IReadOnlyList<double> of, int i) => i < of.Count ? Tables.Text(of[i], study.Right.Format) : "none";
    }

    private static string Value(Trace trace, Spread spread)
    {
        NumberArray array = trace.Read(spread.Quantity, spread.Step)!;
        return spread.Index is { } index
            ? Number(array.Values[index.Aggregate(0, (position, i) => position * array.Columns + i)])
            : NumberArray.Describe(array.Shape);
    }

    private static string Cell(Spread spread) => spread.Difference switch
    {
        null => "shape",
        0 => "same",
        double.PositiveInfinity => "from 0",
        { } difference => Tables.Size(difference),
    };

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    // The first and the last, and others as evenly between them as there is room for.
    private static IEnumerable<int> Chosen(int of, int shown) =>
        of <= shown ? Enumerable.Range(0, of) : Enumerable.Range(0, shown).Select(i => (int)Math.Round(i * (of - 1.0) / (shown - 1)));
}
