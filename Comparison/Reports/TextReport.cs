using Comparison.Problems;
using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;
using Spectre.Console;
using static Comparison.Reports.Tables;

namespace Comparison.Reports;

/// <summary>The result for people, on a terminal or in a pipe.</summary>
public static class TextReport
{
    // Beyond so many parameters a table of them is no longer read; some that differ most are shown instead.
    private const int LongestTable = 200, Some = 20;

    /// <summary>Writes the whole report.</summary>
    /// <param name="runs">What to tell.</param>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it: no colours, no cursor, a fixed width.</param>
    public static void Write(TwoRuns runs, TextWriter output, bool plain)
    {
        IAnsiConsole console = Tables.On(output, plain);
        output.WriteLine($"Scratch against {Engine.Current.Announcement}");
        output.WriteLine(ProblemText.Describe(runs.Problem));
        if (runs.Problem.LearningRate.IsAltered(runs.Problem.Format))
            output.WriteLine($"The framework's API carries hyper-parameters as float: both sides use learning rate {Text(runs.Problem.LearningRate.Used, FloatFormat.Float64)}.");
        output.WriteLine();
        output.WriteLine("Loss of each epoch");
        console.Write(Losses(runs));
        output.WriteLine();
        WriteParameters(runs, output, console);
        output.WriteLine();
        if (runs.Twins is { } twins)
            output.WriteLine(twins.Sentence);
        output.WriteLine(VerdictLine(runs));
    }

    /// <summary>The verdict in one line, with the engine's name.</summary>
    public static string VerdictLine(TwoRuns runs)
    {
        Judgement judgement = runs.Word.Judgement;
        string ulps = judgement.MaxUlps switch
        {
            null => "",
            0 => "; the final parameters are the same to the last bit",
            { } max => $"; the final parameters differ by at most {max} ULP",
        };
        return $"Verdict: Scratch and {Engine.Current.Name} {LedgerText.Kind(judgement.Verdict, alone: false)}: {judgement.Reason}{ulps}{LedgerText.Worth(runs.Word.Power)}.";
    }

    private static Table Losses(TwoRuns runs)
    {
        Table table = Tables.Framed("Epoch", "Scratch", Engine.Current.Name, "Difference");
        FloatFormat format = runs.Problem.Format;
        // Of a long training, about ten epochs tell the course.
        int stride = Math.Max(1, runs.Scratch.Losses.Count / 10);
        for (int i = 0; i < runs.Scratch.Losses.Count; i++)
            if (i % stride == 0 || i == runs.Scratch.Losses.Count - 1)
                AddRow(table, $"{i + 1}", format, runs.Scratch.Losses[i], runs.Keras.Losses[i]);
        return table;
    }

    private static void WriteParameters(TwoRuns runs, TextWriter output, IAnsiConsole console)
    {
        var rows = (
            from parameter in runs.Problem.Network.Parameters
            let scratch = runs.Scratch.Final(parameter.Name)
            let keras = runs.Keras.Final(parameter.Name)
            from i in Enumerable.Range(0, scratch.Values.Length)
            select (Name: Element(runs.Problem, scratch, parameter.Name, i), Scratch: scratch.Values[i], Keras: keras.Values[i])).ToList();
        FloatFormat format = runs.Problem.Format;
        string title = "Parameters after the last epoch";
        if (rows.Count > LongestTable)
        {
            title = $"The {Some} of {rows.Count} parameters that differ most; {rows.Count - Some} are not shown (--json FILE has all)";
            rows = [.. rows.OrderByDescending(row => format.Ulps(row.Scratch, row.Keras) ?? long.MaxValue).Take(Some)];
        }
        Table table = Tables.Framed("Parameter", "Scratch", Engine.Current.Name, "Difference");
        foreach (var (name, scratch, keras) in rows)
            AddRow(table, name, format, scratch, keras);
        output.WriteLine(title);
        console.Write(table);
    }

    // Of the document's kind the shapes are the document's: output_weights has one index, output_bias none.
    private static string Element(Problem problem, NumberArray array, string name, int position) => name switch
    {
        "output_bias" when problem.Network.IsDocuments => name,
        "output_weights" when problem.Network.IsDocuments => $"{name}[{position}]",
        _ => Tables.Element(name, array.IndexOf(position)),
    };

    private static void AddRow(Table table, string name, FloatFormat format, double scratch, double keras)
    {
        string difference = format.Ulps(format.Nearest(scratch), format.Nearest(keras)) switch
        {
            null => "not finite",
            0 => "same",
            { } ulps => $"{ulps} ULP",
        };
        table.AddRow(Markup.Escape(name), Text(scratch, format), Text(keras, format), difference);
    }
}
