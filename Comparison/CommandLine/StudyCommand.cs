using System.CommandLine;
using Comparison.Problems;
using Comparison.Reports;
using Comparison.Sides;
using DataSets;
using Ledger.Mistakes;

namespace Comparison.CommandLine;

/// <summary><c>study</c>: a training with a known mistake beside the right one.</summary>
internal static class StudyCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var mistake = new Option<string?>("--mistake") { Description = "the mistake to make, by its name in --list", HelpName = "NAME" };
        var list = new Option<bool>("--list") { Description = "list every known mistake, one a line" };
        var json = new JsonOption();
        var problem = new ProblemOptions();
        var command = new Command("study", "Trains a network with a known mistake beside the right one and shows where the first wrong number stands, how it spreads, what it does to the loss, and what the ledger makes of it. Where the network does not show the mistake, one that does is trained instead. Exit codes: 0 shown, 2 wrong use, bad input or a fault.")
        {
            mistake, list,
        };
        json.AddTo(command);
        problem.AddTo(command);
        command.SetAction(parsed => (parsed.GetValue(mistake), parsed.GetValue(list)) switch
        {
            (null, true) => List(json.File(parsed)),
            ({ } name, false) => Run(Find(name), problem.Problem(parsed), json.File(parsed)),
            (null, false) => throw new InputException("study: name a mistake with --mistake NAME; --list lists them."),
            _ => throw new InputException("study: --mistake and --list are two questions; leave one of them out."),
        });
        return command;
    }

    private static Mistake Find(string name) => Catalogue.Find(name)
        ?? throw new InputException($"--mistake: '{name}' is not a known mistake; the nearest are {NearestNames.Of(name, Catalogue.All.Select(mistake => mistake.Name))}. --list lists all.");

    private static int List(string? json)
    {
        if (json is not null)
            AtomicFile.Write(json, StudyReport.ListJson());
        StudyReport.WriteList(Console.Out);
        return 0;
    }

    private static int Run(Mistake mistake, Problem problem, string? json)
    {
        if (!problem.Network.IsDocuments)
            throw new InputException($"study: {Catalogue.Scope}; leave --problem out, or name a file of such a network.");
        Study study = Study.Of(mistake, ScratchSide.Train(problem).Trace);
        LedgerWord word = LedgerWord.Of(study.Right, study.Wrong);
        if (json is not null)
            AtomicFile.Write(json, StudyReport.Json(study, word));
        StudyReport.Write(study, word, ProblemText.Describe(problem), Console.Out, Console.IsOutputRedirected);
        return 0;
    }
}
