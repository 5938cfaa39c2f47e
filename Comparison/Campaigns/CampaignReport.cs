using System.Globalization;
using System.Text.Json.Nodes;
using Comparison.Problems;
using Comparison.Reports;
using KerasVersion;
using Ledger.Judging;
using Ledger.Networks;
using Spectre.Console;

namespace Comparison.Campaigns;

/// <summary>What a campaign found, for people and as JSON.</summary>
/// <param name="result">What it found.</param>
/// <param name="kept">The unexplained networks that were shrunk and written, each with its file.</param>
public sealed class CampaignReport(CampaignResult result, IReadOnlyList<(UnexplainedNetwork Network, string File)> kept)
{
    /// <summary>What is about to run.</summary>
    public static string Announcement(int seed, int networks, int workers, bool is_deep) =>
        $"Scratch against {Engine.Current.Announcement}\n{Counted(networks, "random network")} {(is_deep ? "of any depth " : "")}of seed {seed}, {workers} at a time";

    /// <summary>Writes all but the announcement.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it.</param>
    public void Write(TextWriter output, bool plain)
    {
        IAnsiConsole console = Tables.On(output, plain);
        if (result.Compared < result.Asked)
            output.WriteLine($"Stopped: {result.Compared} of {result.Asked} networks were compared.");
        if (result.Compared > 0)
            WriteNumbers(output, console);
        WriteUnexplained(output);
        output.WriteLine(VerdictLine());
    }

    /// <summary>The result in one line.</summary>
    public string VerdictLine() =>
        $"Verdict: of {Counted(result.Compared, "random network")} {result.Agreeing} agree, {result.Counts[Verdict.CannotJudge]} saturated and cannot be judged, {result.Counts[Verdict.Unexplained]} unexplained.";

    /// <summary>The whole result, ending in a line break.</summary>
    public string Json()
    {
        JsonObject json = Common();
        if (result.IsDeep)
            json["verdicts_by_part"] = new JsonObject(result.CountsByPart.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)Verdicts(part.Value))));
        return LedgerJson.Text(json);
    }

    private JsonObject Common() => new()
    {
        ["engine"] = Engine.Current.ToString(),
        ["seed"] = result.Seed,
        ["networks"] = result.Asked,
        ["compared"] = result.Compared,
        ["verdicts"] = Verdicts(result.Counts),
        ["unexplained"] = new JsonArray([.. result.Unexplained.Select(network => new JsonObject
        {
            ["network"] = network.Number,
            ["reason"] = network.Judgement.Reason,
            ["file"] = kept.FirstOrDefault(other => other.Network.Number == network.Number).File,
        })]),
        ["workers"] = result.Workers,
        ["steps"] = result.Steps,
        ["seconds"] = result.Elapsed.TotalSeconds,
        ["networks_a_second"] = result.NetworksASecond,
        ["seconds_in"] = new JsonObject
        {
            ["scratch"] = result.Scratch.TotalSeconds,
            ["keras"] = result.Keras.TotalSeconds,
            ["judging"] = result.Judging.TotalSeconds,
        },
    };

    private static JsonObject Verdicts(IReadOnlyDictionary<Verdict, int> counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Key.Name(), (JsonNode?)count.Value)));

    private void WriteNumbers(TextWriter output, IAnsiConsole console)
    {
        output.WriteLine($"{Short(result.Elapsed.TotalSeconds)} s, {Short(result.NetworksASecond)} networks a second, {Counted(result.Steps, "step")} of each side");
        output.WriteLine();
        Table verdicts = Tables.Framed("Verdict", "Networks");
        foreach (var (verdict, count) in result.Counts)
            verdicts.AddRow(verdict == Verdict.CannotJudge ? "cannot-judge (saturated)" : verdict.Name(), count.ToString(CultureInfo.InvariantCulture));
        console.Write(verdicts);
        if (result.IsDeep)
            console.Write(PartsTable());
        Table shares = Tables.Framed("Time", "Share", "A step");
        foreach (var (name, time) in Times)
            shares.AddRow(name, $"{100 * time / (result.Scratch + result.Keras + result.Judging):F1} %", $"{Short(time.TotalMicroseconds / result.Steps)} µs");
        console.Write(shares);
        output.WriteLine();
    }

    private Table PartsTable()
    {
        Table parts = Tables.Framed("Networks with", "Agree", "Saturated", "Unexplained");
        foreach (var (part, counts) in result.CountsByPart)
            parts.AddRow([part, .. new[] { CampaignResult.AgreeingIn(counts), counts[Verdict.CannotJudge], counts[Verdict.Unexplained] }.Select(count => count.ToString(CultureInfo.InvariantCulture))]);
        return parts;
    }

    // The networks on which the sides differ, and how to see each again.
    private void WriteUnexplained(TextWriter output)
    {
        foreach (var (network, file) in kept)
        {
            output.WriteLine($"Network {network.Number} is unexplained: {network.Judgement.Reason}");
            Problem problem = network.Problem;
            string sizes = problem.Network.IsDocuments
                ? $"{Counted(problem.Inputs.Columns, "input")}, {Counted(problem.Hidden, "neuron")}"
                : $"{problem.Network}, {problem.Network.Loss.Name()}, {problem.Network.Optimizer}";
            output.WriteLine($"  shrunk to {sizes}, {Counted(problem.Rows, "row")}, {Counted(problem.Epochs, "epoch")}; to repeat it: dotnet run -c Release --project Comparison -- --problem \"{file}\"{(problem.IsStable ? " --stable" : "")}");
        }
        if (result.Unexplained.Count > kept.Count)
            output.WriteLine($"Unexplained too, and not written: networks {string.Join(", ", result.Unexplained.Skip(kept.Count).Select(network => network.Number))}.");
    }

    private (string Name, TimeSpan Time)[] Times =>
        [("Scratch's step", result.Scratch), ($"{Engine.Current.Name}'s traced step", result.Keras), ("judging both", result.Judging)];

    private static string Counted(long count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static string Short(double value) => value.ToString(value < 100 ? "G3" : "F0", CultureInfo.InvariantCulture);
}
