using System.CommandLine;
using Comparison.Reports;
using Ledger.Files;

namespace Comparison.CommandLine;

/// <summary><c>diff</c>: judges two recorded trainings against each other and against their formulas.</summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var one = new Argument<string>("A") { Description = "a trace file, .npz or .json (docs/trace-file.md)" };
        var other = new Argument<string>("B") { Description = "another" };
        var output = new OutputOptions();
        var power = new PowerOption();
        var command = new Command("diff", $"Judges two recorded trainings: what they started from against each other, every other number against its formula, and the cause of the first that is wrong. {ExitCode.Meanings}") { one, other };
        output.AddTo(command);
        power.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(one)!, parsed.GetValue(other)!, output.Json(parsed), output.Quiet(parsed), power.IsGiven(parsed)));
        return command;
    }

    private static int Run(string one, string other, string? json, bool quiet, bool power)
    {
        LedgerWord word = LedgerWord.Of(TraceFile.Read(one), TraceFile.Read(other));
        if (json is not null)
            AtomicFile.Write(json, LedgerJson.Text(LedgerJson.Of(word)));
        Console.WriteLine($"{one} and {other} {LedgerText.Kind(word.Judgement.Verdict, alone: false)}: {word.Judgement.Reason}{LedgerText.Worth(word.Power)}.");
        if (!quiet)
            PowerOption.Write(word, power);
        return ExitCode.Of(word.Judgement);
    }
}
