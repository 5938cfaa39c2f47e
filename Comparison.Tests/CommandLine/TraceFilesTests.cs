using System.Text.Json.Nodes;

namespace Comparison.Tests.CommandLine;

/// <summary>trace, judge and diff: recorded trainings as files.</summary>
[TestClass]
public sealed class TraceFilesTests
{
    [TestMethod]
    [DataRow(".npz")]
    [DataRow(".json")]
    public void Both_sides_written_as_files_are_judged_as_compare_judges_them(string ending)
    {
        using var folder = new TemporaryFolder();
        string scratch = folder.File($"scratch{ending}"), keras = folder.File($"keras{ending}"), json = folder.File("result.json");

        Assert.AreEqual(0, BuiltProgram.Run("Comparison", "trace", "--side", "scratch", "--out", scratch, "--epochs", "2").ExitCode);
        Assert.AreEqual(0, BuiltProgram.Run("Comparison", "trace", "--side", "keras", "--out", keras, "--epochs", "2").ExitCode);
        BuiltProgram judged = BuiltProgram.Run("Comparison", "judge", scratch, keras, "--json", json);
        BuiltProgram compared = BuiltProgram.Run("Comparison", "diff", scratch, keras);

        Assert.AreEqual(0, judged.ExitCode, judged.Output + judged.Error);
        Assert.HasCount(2, judged.Output.TrimEnd().Split('\n'));
        StringAssert.Contains(judged.Output, "is right (rounding)");
        JsonArray entries = JsonNode.Parse(File.ReadAllText(json))!.AsArray();
        CollectionAssert.AreEqual(new[] { scratch, keras }, entries.Select(entry => (string?)entry!["file"]).ToArray());
        Assert.IsTrue(entries.All(entry => (string?)entry!["verdict"] == "rounding"));
        Assert.AreEqual(0, compared.ExitCode, compared.Output + compared.Error);
        StringAssert.Contains(compared.Output, "known mistakes ruled out");
    }

    [TestMethod]
    public void A_training_with_a_mistake_is_told_its_cause()
    {
        using var folder = new TemporaryFolder();
        string json = folder.File("result.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "judge", Recorded("leaky-relu"), "--json", json);

        Assert.AreEqual(1, run.ExitCode, run.Output + run.Error);
        StringAssert.Contains(run.Output, "Cause, proved: leaky-relu");
        JsonNode entry = JsonNode.Parse(File.ReadAllText(json))!.AsArray().Single()!;
        Assert.AreEqual("unexplained", (string?)entry["verdict"]);
        Assert.AreEqual("hidden_layer_output", (string?)entry["first"]!["quantity"]);
        Assert.AreEqual(1, (int)entry["first"]!["step"]!);
        Assert.AreEqual("leaky-relu", (string?)entry["causes"]![0]!["name"]);
        Assert.IsTrue((bool)entry["causes"]![0]!["proved"]!);
        Assert.IsNotNull(entry["causes"]![0]!["parameters"]!["slope"]);
    }

    [TestMethod]
    public void A_wrong_training_beside_right_ones_decides_the_exit_code()
    {
        using var folder = new TemporaryFolder();
        string right = folder.File("right.json");
        BuiltProgram.Run("Comparison", "trace", "--side", "scratch", "--out", right);

        Assert.AreEqual(1, BuiltProgram.Run("Comparison", "judge", right, Recorded("leaky-relu"), right, "--quiet").ExitCode);
    }

    [TestMethod]
    public void Power_lists_what_an_agreement_would_and_would_not_have_shown()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "compare", "--power");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "The smallest relative error of each quantity that would have shown:");
        StringAssert.Contains(run.Output, "relu-missing: no hidden pre-activation is negative; a hidden pre-activation that is negative would reveal it");
    }

    [TestMethod]
    [DataRow("trace", "--side", "both", "--out", "x.npz", "--side: 'both' is not scratch or keras")]
    [DataRow("trace", "--side", "keras", "--out", "x.txt", "ends in .txt; a trace file ends in .npz (NumPy) or .json")]
    [DataRow("trace", "--side", "keras", "--out", "no/such/folder.npz", "does not exist")]
    [DataRow("judge", "no-such.npz", "", "", "", "no-such.npz")]
    [DataRow("diff", "no-such.npz", "other.npz", "", "", "no-such.npz")]
    public void What_cannot_be_used_is_refused_in_one_line(string command, string a, string b, string c, string d, string expected) =>
        BuiltProgram.Run("Comparison", [.. new[] { command, a, b, c, d }.Where(argument => argument.Length > 0)]).RefusedWith(expected);

    private static string Recorded(string mistake) =>
        Directory.GetFiles(Path.Combine(Recordings.Root, "reference", "traces"), $"{mistake}*.npz").First();
}
