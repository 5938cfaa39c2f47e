using System.CommandLine;
using Comparison.Problems;
using Comparison.Reports;
using KerasVersion;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.CommandLine;

/// <summary><c>trace</c>: trains one side and writes what it recorded.</summary>
internal static class TraceCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var problem = new ProblemOptions(offers_stable: true);
        Option<string?> side = SideOption.Create("which side trains", is_required: true);
        var file = new Option<string>("--out") { Description = "where to write: a file that ends in .npz or .json (docs/trace-file.md)", HelpName = "FILE", Required = true };
        var command = new Command("trace", "Trains one side and writes every quantity of every step to a file, for judge and diff.") { side, file };
        problem.AddTo(command);
        command.SetAction(parsed => Run(problem.Problem(parsed), parsed.GetValue(side)!, parsed.GetValue(file)!));
        return command;
    }

    private static int Run(Problem problem, string side, string file)
    {
        AtomicFile.Check(file);
        TraceFile.CheckEnding(file);
        Trace trace = SideOption.Train(side, problem);
        TraceFile.Write(file, trace);
        Console.WriteLine($"{file}: {trace.Steps.Count} {(trace.Steps.Count == 1 ? "step" : "steps")} of {(side == SideOption.Scratch ? "Scratch" : Engine.Current.Announcement)}");
        return 0;
    }
}
