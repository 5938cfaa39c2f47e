using System.CommandLine;
using Comparison.Problems;
using Comparison.Reports;

namespace Comparison.CommandLine;

/// <summary><c>compare</c>: trains a problem on both sides, judges the two and tells whether they agree.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("compare", $"Trains both sides, judges every number and says whether they agree (the default command). {ExitCode.Meanings}");
        AddTo(command);
        return command;
    }

    /// <summary>Gives a command the options and the work of <c>compare</c>, as the program without a command has them.</summary>
    public static void AddTo(Command command)
    {
        var problem = new ProblemOptions(offers_stable: true);
        var output = new OutputOptions();
        problem.AddTo(command);
        output.AddTo(command);
        var power = new PowerOption();
        power.AddTo(command);
        var witness = new Option<bool>("--witness")
        {
            Description = "compare on a network on which every known mistake shows that can show in one run, instead of the document's",
        };
        command.Options.Add(witness);
        command.SetAction(parsed => Run(problem.Problem(parsed, parsed.GetValue(witness)), output.Json(parsed), output.Quiet(parsed), power.IsGiven(parsed)));
    }

    private static int Run(Problem problem, string? json, bool quiet, bool power)
    {
        TwoRuns comparison = LongWork.Show(bar => TwoRuns.Of(problem, bar));

        if (json is not null)
            AtomicFile.Write(json, JsonReport.Of(comparison));
        if (quiet)
        {
            Console.WriteLine(TextReport.VerdictLine(comparison));
        }
        else
        {
            TextReport.Write(comparison, Console.Out, Console.IsOutputRedirected);
            PowerOption.Write(comparison.Word, power);
        }
        return ExitCode.Of(comparison.Word.Judgement);
    }
}
