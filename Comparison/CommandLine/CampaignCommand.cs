using System.CommandLine;
using Comparison.Campaigns;
using Comparison.Problems;
using Comparison.Reports;
using DataSets;
using Ledger.Judging;

namespace Comparison.CommandLine;

/// <summary><c>campaign</c>: compares many random networks, and keeps the smallest form of each on which the sides differ.</summary>
internal static class CampaignCommand
{
    // A fault that every network shows is told by a few of them; the others are named.
    private const int MostKept = 10;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var networks = new Option<int?>("--networks")
        {
            Description = "how many networks [default: 1000]",
            HelpName = "N",
            CustomParser = Parsing.One<int?>(text => Parsing.Count(text), Parsing.CountMeans),
        };
        var seed = new Option<int?>("--seed")
        {
            Description = "what the networks are drawn from: the same seed gives the same networks [default: 1]",
            HelpName = "S",
            CustomParser = Parsing.One<int?>(text => Parsing.Whole(text), "a whole number from 0 up"),
        };
        var deep = new Option<bool>("--deep")
        {
            Description = "networks of any depth, with every activation, loss and optimizer, instead of the document's kind",
        };
        var folder = new Option<string?>("--out")
        {
            Description = "where an unexplained network is written as a problem file [default: the current folder]",
            HelpName = "DIR",
        };
        var output = new OutputOptions();
        var command = new Command("campaign",
            "Compares random networks on all cores; one on which the sides differ is shrunk and written as a problem file. Ctrl-C stops it and prints what was found so far. Exit codes: 0 none is unexplained, 1 some are, 2 wrong use, bad input or a fault.")
        {
            networks, seed, deep, folder,
        };
        output.AddTo(command);
        command.SetAction(parsed => Run(
            parsed.GetValue(networks) ?? 1000, parsed.GetValue(seed) ?? 1, parsed.GetValue(deep), Folder(parsed.GetValue(folder)), output.Json(parsed), output.Quiet(parsed)));
        return command;
    }

    private static int Run(int networks, int seed, bool is_deep, string folder, string? json, bool quiet)
    {
        using var stop = new StopSignal();
        int workers = Environment.ProcessorCount;
        if (!quiet)
            Console.WriteLine(CampaignReport.Announcement(seed, networks, workers, is_deep));

        var (result, kept) = LongWork.Show(bar =>
        {
            CampaignResult result = Campaign.Run(seed, networks, workers, ComparedNetwork.Of, is_deep, bar("Networks compared", networks), stop.Token);
            UnexplainedNetwork[] few = [.. result.Unexplained.Take(MostKept)];
            Action on_network = few.Length == 0 ? () => { } : bar("Unexplained networks shrunk", few.Length);
            return (result, (IReadOnlyList<(UnexplainedNetwork, string)>)[.. few.AsParallel().AsOrdered().Select(Keep)]);

            (UnexplainedNetwork, string) Keep(UnexplainedNetwork network)
            {
                UnexplainedNetwork smallest = network.Shrunk(ComparedNetwork.Of, stop.Token);
                string file = Path.Combine(folder, smallest.FileName(seed, is_deep));
                AtomicFile.Write(file, ProblemFile.Text(smallest.Problem));
                on_network();
                return (smallest, file);
            }
        });

        var report = new CampaignReport(result, kept);
        if (json is not null)
            AtomicFile.Write(json, report.Json());
        if (quiet)
            Console.WriteLine(report.VerdictLine());
        else
            report.Write(Console.Out, Console.IsOutputRedirected);
        return result.Counts[Verdict.Unexplained] == 0 ? 0 : 1;
    }

    private static string Folder(string? asked)
    {
        string folder = asked ?? "";
        if (folder.Length > 0 && !Directory.Exists(folder))
            throw new InputException($"--out: the folder {folder} does not exist; create it first.");
        return folder;
    }
}
