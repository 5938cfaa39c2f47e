using System.Diagnostics;
using System.Text.Json.Nodes;
using KerasVersion;

namespace Comparison.Tests.CommandLine;

[TestClass]
public sealed class CampaignTests
{
    [TestMethod]
    public void It_counts_every_verdict_and_says_where_the_time_went()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "campaign", "--networks", "25", "--seed", "4");

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        Assert.AreEqual("", run.Error);
        StringAssert.StartsWith(run.Output, $"Scratch against {Engine.Current.Announcement}\n25 random networks of seed 4, {Environment.ProcessorCount} at a time\n");
        StringAssert.Contains(run.Output, "networks a second");
        foreach (string row in new[] { "identical", "rounding", "suspicious", "cannot-judge (saturated)", "unexplained" })
            StringAssert.Matches(run.Output, new($@"│ {System.Text.RegularExpressions.Regex.Escape(row)} +│ +\d+ │"));
        foreach (string row in new[] { "Scratch's step", $"{Engine.Current.Name}'s traced step", "judging both" })
            StringAssert.Matches(run.Output, new($@"│ {row} +│ +\d+\.\d % │ +\d+(\.\d+)? µs │"));
        StringAssert.Matches(run.Output, new(@"\nVerdict: of 25 random networks \d+ agree, \d+ saturated and cannot be judged, 0 unexplained\.\n\z"));
    }

    [TestMethod]
    public void Networks_of_any_depth_are_also_counted_by_what_they_are_made_of()
    {
        using var folder = new TemporaryFolder();
        BuiltProgram run = BuiltProgram.Run("Comparison", "campaign", "--deep", "--networks", "60", "--seed", "4", "--json", folder.File("deep.json"), "--out", folder.Path);

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        StringAssert.Contains(run.Output, "\n60 random networks of any depth of seed 4, ");
        JsonObject parts = JsonNode.Parse(File.ReadAllText(folder.File("deep.json")))!["verdicts_by_part"]!.AsObject();
        foreach (var (part, counts) in parts)
            StringAssert.Matches(run.Output, new($@"│ {System.Text.RegularExpressions.Regex.Escape(part)} +│ +\d+ │ +{counts!["cannot-judge"]} │ +{counts["unexplained"]} │"));
        foreach (string part in new[] { "0 hidden layers", "4 hidden layers", "activation softmax", "loss mean_squared_error", "optimizer adam", "optimizer sgd, Nesterov's momentum" })
            Assert.IsTrue(parts.ContainsKey(part), part);
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_counts_and_the_JSON_has_the_promised_form()
    {
        using var folder = new TemporaryFolder();
        JsonNode[] results = [.. new[] { "one.json", "other.json" }.Select(name =>
        {
            BuiltProgram run = BuiltProgram.Run("Comparison", "campaign", "--networks", "20", "--seed", "9", "--quiet", "--json", folder.File(name), "--out", folder.Path);
            Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
            StringAssert.Matches(run.Output, new(@"\AVerdict: [^\n]+\n\z"));
            return JsonNode.Parse(File.ReadAllText(folder.File(name)))!;
        })];

        CollectionAssert.AreEqual(
            new[] { "engine", "seed", "networks", "compared", "verdicts", "unexplained", "workers", "steps", "seconds", "networks_a_second", "seconds_in" },
            results[0].AsObject().Select(field => field.Key).ToArray());
        CollectionAssert.AreEqual(
            new[] { "identical", "rounding", "suspicious", "cannot-judge", "unexplained" },
            results[0]["verdicts"]!.AsObject().Select(field => field.Key).ToArray());
        Assert.AreEqual(20, results[0]["verdicts"]!.AsObject().Sum(field => (int)field.Value!));
        Assert.AreEqual(results[0]["verdicts"]!.ToJsonString(), results[1]["verdicts"]!.ToJsonString());
        Assert.AreEqual((long)results[0]["steps"]!, (long)results[1]["steps"]!);
        Assert.HasCount(2, Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Stopped_by_a_signal_it_prints_what_was_found_so_far()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Comparison.dll"), "campaign", "--networks", "1000000"])
        {
            RedirectStandardOutput = true,
        };
        using Process campaign = Process.Start(start)!;
        string? line = campaign.StandardOutput.ReadLine();
        using Process kill = Process.Start("kill", ["-TERM", $"{campaign.Id}"]);
        string rest = campaign.StandardOutput.ReadToEnd();
        campaign.WaitForExit();

        Assert.IsNotNull(line);
        Assert.AreEqual(0, campaign.ExitCode, rest);
        StringAssert.Matches(rest, new(@"Stopped: \d+ of 1000000 networks were compared\."));
        StringAssert.Contains(rest, "\nVerdict: of ");
    }

    [TestMethod]
    [DataRow(new[] { "--networks", "0" }, "--networks: '0' is not a whole number from 1 to 2147483647")]
    [DataRow(new[] { "--networks", "many" }, "--networks: 'many' is not a whole number from 1 to 2147483647")]
    [DataRow(new[] { "--seed", "-1" }, "--seed: '-1' is not a whole number from 0 up")]
    [DataRow(new[] { "--out", "no/such/folder" }, "--out: the folder no/such/folder does not exist; create it first")]
    [DataRow(new[] { "--json", "no/such/folder/result.json" }, "does not exist; create it first")]
    [DataRow(new[] { "--epochs", "5" }, "--epochs")]
    public void Bad_input_is_refused_in_one_line(string[] arguments, string expected) =>
        BuiltProgram.Run("Comparison", ["campaign", .. arguments]).RefusedWith(expected);
}
