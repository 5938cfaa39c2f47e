using System.CommandLine;
using System.Globalization;
using Comparison.Pages;
using Comparison.Problems;
using Comparison.Reports;
using DataSets;
using Ledger.Files;
using Ledger.Mistakes;

namespace Comparison.CommandLine;

/// <summary><c>report</c>: a page on which both trainings can be looked at step by step.</summary>
internal static class ReportCommand
{
    private const string Mistakes = "Mistakes are trained";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var traces = new Argument<string[]>("TRACE")
        {
            Description = "two trace files, .npz or .json (docs/trace-file.md), instead of a training",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string>("--out") { Description = "the page to write", HelpName = "FILE", Required = true };
        var run = new Option<string?>("--run") { Description = "a training on a table: the folder that train wrote, its table being where it was", HelpName = "DIR" };
        var problem = new ProblemOptions(offers_stable: true);
        var command = new Command("report", $"Writes one page that opens without a network or a server: the network drawn, both sides' numbers of every step with their formulas, and every known mistake trained. {ExitCode.Meanings}")
        {
            traces, output, run,
        };
        problem.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(traces) ?? [], parsed.GetValue(run), parsed.GetValue(output)!, () => problem.Problem(parsed), problem.IsGiven(parsed)));
        return command;
    }

    private static int Run(string[] traces, string? run, string file, Func<Problem> problem, bool is_problem_given)
    {
        if (traces.Length is not (0 or 2))
            throw new InputException($"report: compares two trainings, and {traces.Length} {(traces.Length == 1 ? "trace was" : "traces were")} named; name two, or none to train the document's network.");
        if (traces.Length == 2 && run is not null)
            throw new InputException("report: two trace files and --run name two things to show; leave one out.");
        if ((traces.Length == 2 || run is not null) && is_problem_given)
            throw new InputException($"report: {(run is null ? "two trace files say" : "--run says")} what was trained; leave out the options that change the training.");
        AtomicFile.Check(file);
        StudyPage page = LongWork.Show(bar =>
        {
            if (traces is [var one, var other])
                return StudyPage.Of(TraceFile.Read(one), TraceFile.Read(other), (one, other), bar(Mistakes, Catalogue.All.Count));
            if (run is null)
                return StudyPage.Of(TwoRuns.Of(problem(), bar), bar(Mistakes, Catalogue.All.Count));
            var trained = TrainedRun.Read(run);
            StudyPage of_run = StudyPage.Of(TwoRuns.Of(trained.Problem, bar), bar(Mistakes, Catalogue.All.Count));
            return of_run with { InputNames = trained.InputNames, Lines = [.. trained.Lines, .. of_run.Lines] };
        });
        AtomicFile.Write(file, PageWriter.Text(page));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {new FileInfo(file).Length / 1000.0:N0} kB, {page.Word.Traces[0].Side} and {page.Word.Traces[1].Side} {LedgerText.Kind(page.Word.Judgement.Verdict, alone: false)}."));
        return ExitCode.Of(page.Word.Judgement);
    }
}
