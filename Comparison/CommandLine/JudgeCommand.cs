using System.CommandLine;
using System.Text.Json.Nodes;
using Comparison.Reports;
using Ledger.Files;
using Ledger.Judging;

namespace Comparison.CommandLine;

/// <summary><c>judge</c>: judges recorded trainings, each by itself.</summary>
internal static class JudgeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("TRACE") { Description = "trace files, .npz or .json (docs/trace-file.md)", Arity = ArgumentArity.OneOrMore };
        var output = new OutputOptions();
        var power = new PowerOption();
        var command = new Command("judge", "Judges recorded trainings, each by itself: every number against its formula, and the cause of the first that is wrong. Exit codes: 0 all right, 1 one is not, 2 wrong use, bad input or a fault, 3 one cannot be judged.") { files };
        output.AddTo(command);
        power.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(files)!, output.Json(parsed), output.Quiet(parsed), power.IsGiven(parsed)));
        return command;
    }

    private static int Run(string[] files, string? json, bool quiet, bool power)
    {
        var words = LongWork.Show(bar =>
        {
            Action on_file = bar("The ledger judges", files.Length);
            return Array.ConvertAll(files, file =>
            {
                LedgerWord word = LedgerWord.Of(TraceFile.Read(file));
                on_file();
                return word;
            });
        });
        if (json is not null)
        {
            AtomicFile.Write(json, LedgerJson.Text(new JsonArray([.. files.Zip(words, (file, word) =>
            {
                JsonObject entry = LedgerJson.Of(word);
                entry.Insert(0, "file", file);
                return (JsonNode)entry;
            })])));
        }
        foreach (var (file, word) in files.Zip(words))
        {
            Console.WriteLine($"{file} {LedgerText.Kind(word.Judgement.Verdict, alone: true)}: {word.Judgement.Reason}{LedgerText.Worth(word.Power)}.");
            if (!quiet)
                PowerOption.Write(word, power);
        }
        Verdict worst = words.Max(word => word.Judgement.Verdict);
        return ExitCode.Of(words.First(word => word.Judgement.Verdict == worst).Judgement);
    }
}
