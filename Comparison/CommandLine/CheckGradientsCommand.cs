using System.CommandLine;
using Comparison.Problems;
using Comparison.Reports;
using Comparison.Sides;
using Comparison.Studies;
using Ledger.Judging;

namespace Comparison.CommandLine;

/// <summary><c>check-gradients</c>: holds the hand-written gradients against finite differences of the loss.</summary>
internal static class CheckGradientsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var problem = new ProblemOptions();
        var output = new OutputOptions();
        var command = new Command("check-gradients",
            "Trains Scratch and holds each hand-written gradient of every step against the central difference of the loss. Exit codes: 0 the gradients agree, 1 they differ, 2 wrong use, bad input or a fault, 3 cannot be judged.");
        problem.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed => Run(problem.Problem(parsed), output.Json(parsed), output.Quiet(parsed)));
        return command;
    }

    private static int Run(Problem problem, string? json, bool quiet)
    {
        IReadOnlyList<CheckedArray> arrays = LongWork.Show(bar =>
            GradientCheck.Of(ScratchSide.Train(problem, bar("Scratch trains", problem.Steps)).Trace, bar("Gradients checked", problem.Steps)));
        var report = new GradientReport(problem, arrays);
        if (json is not null)
            AtomicFile.Write(json, report.Json());
        if (quiet)
            Console.WriteLine(report.VerdictLine());
        else
            report.Write(Console.Out, Console.IsOutputRedirected);
        return GradientCheck.Worst(arrays) switch { Verdict.Unexplained => 1, Verdict.CannotJudge => 3, _ => 0 };
    }
}
