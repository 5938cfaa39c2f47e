using System.Text.Json.Nodes;
using Ledger.Mistakes;

namespace Comparison.Tests.CommandLine;

[TestClass]
public sealed class StudyTests
{
    [TestMethod]
    public void It_shows_epoch_by_epoch_where_the_first_wrong_number_stands_how_it_spreads_and_the_loss()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "study", "--mistake", "gradient-sign", "--y-true", "0");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.StartsWith(run.Output, "gradient-sign: The gradient of the loss has the wrong sign.\nThe document's network: ");
        StringAssert.Contains(run.Output, "y_true = 0");
        StringAssert.Contains(run.Output,
            """
            ╭───────┬──────┬──────────────────────────┬──────────┬──────────┬────────────┬──────────╮
            │ Epoch │ Step │       First that differs │    Right │ Mistaken │ Difference │   Differ │
            ├───────┼──────┼──────────────────────────┼──────────┼──────────┼────────────┼──────────┤
            │ 1     │    1 │         dL_doutput[0, 0] │  2.78425 │ -2.78425 │          2 │ 12 of 18 │
            │ 2     │    2 │ hidden_layer_input[0, 0] │ 0.229013 │ 0.230987 │      0.013 │ 18 of 18 │
            """.ReplaceLineEndings("\n"));
        StringAssert.Contains(run.Output, "│ Quantity            │ Step 1 │ Step 2 │ Step 3 │ Step 4 │ Step 5 │\n");
        StringAssert.Contains(run.Output, "│ loss                │   same │  0.019 │");
        StringAssert.Matches(run.Output, new(@"│ Epoch │ +Right │ +Mistaken │\n"));
        StringAssert.Contains(run.Output, "\nFound at gradient-sign, step 1, dL_doutput[0, 0]: ");
        StringAssert.Contains(run.Output, "\nCause, proved: gradient-sign.\n");
    }

    [TestMethod]
    public void Where_the_document_does_not_show_the_mistake_it_says_why_and_trains_a_network_that_does()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "study", "--mistake", "relu-mask-missing");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "That network does not show the mistake: no hidden pre-activation is negative. Revealed by: a hidden pre-activation that is negative. Trained instead is one that shows it: 4 inputs");
        StringAssert.Contains(run.Output, "Cause, proved: relu-mask-missing");
    }

    [TestMethod]
    public void A_long_training_shows_some_steps_the_first_and_the_last_among_them_within_the_width_of_a_pipe()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "study", "--mistake", "ascent", "--epochs", "100");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        string[] table = [.. run.Output.Split('\n').Where(line => line.StartsWith('│'))];
        Assert.IsTrue(table.All(line => line.Length <= 100));
        StringAssert.Matches(table.Single(line => line.StartsWith("│ Quantity", StringComparison.Ordinal)), new(@"│ Quantity \(some steps\) │ Step 1 │.*│ Step 100 │$"));
    }

    [TestMethod]
    public void A_mistake_that_changes_the_batches_has_its_losses_by_step()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("study.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "study", "--mistake", "last-batch-dropped", "--json", file);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.AreEqual("step", (string?)json["losses"]!["of_each"]);
        Assert.HasCount(4, json["losses"]!["right"]!.AsArray());
        Assert.HasCount(2, json["losses"]!["wrong"]!.AsArray());
        Assert.AreEqual("last-batch-dropped", (string?)json["causes"]![0]!["name"]);
        StringAssert.Contains((string?)json["invisible_on_the_network_asked_for"]!["because"], "every batch is full");
    }

    [TestMethod]
    [NeedsFloat64]
    public void The_JSON_has_every_step_and_what_the_ledger_says()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("study.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "study", "--mistake", "momentum", "--dtype", "float64", "--epochs", "3", "--json", file);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        Assert.AreEqual(0.9, (double)json["parameters"]!["momentum"]!);
        Assert.AreEqual("float64", (string?)json["dtype"]);
        Assert.HasCount(3 * 18, json["spread"]!.AsArray());
        Assert.HasCount(3, json["losses"]!["wrong"]!.AsArray());
        Assert.AreEqual("unexplained", (string?)json["verdict"]);
        Assert.IsTrue((bool)json["causes"]![0]!["proved"]!);
    }

    [TestMethod]
    public void The_list_has_every_mistake_with_its_sentence_one_a_line()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "study", "--list");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        CollectionAssert.AreEqual(
            Catalogue.All.Select(mistake => (mistake.Name, mistake.Description)).ToArray(),
            lines.Select(line => (line[..line.IndexOf(' ')], line[line.IndexOf(' ')..].Trim())).ToArray());
        Assert.HasCount(1, lines.Zip(Catalogue.All, (line, mistake) => line.IndexOf(mistake.Description, StringComparison.Ordinal)).Distinct().ToArray());
    }

    [TestMethod]
    [DataRow(new[] { "--mistake", "sigmod-twice" }, "--mistake: 'sigmod-twice' is not a known mistake; the nearest are sigmoid-twice, ")]
    [DataRow(new[] { "--mistake", "Labels" }, "the nearest are labels-flipped, ")]
    [DataRow(new[] { "--mistake", "momentun" }, "the nearest are momentum, ")]
    [DataRow(new[] { "--mistake", "" }, "'' is not a known mistake")]
    [DataRow(new string[0], "study: name a mistake with --mistake NAME; --list lists them.")]
    [DataRow(new[] { "--mistake", "ascent", "--list" }, "leave one of them out")]
    [DataRow(new[] { "--mistake" }, "--mistake")]
    [DataRow(new[] { "--mistake", "ascent", "--epochs", "0" }, "--epochs: '0' is not a whole number from 1 to 2147483647")]
    [DataRow(new[] { "--mistake", "ascent", "--json", "no/such/folder.json" }, "does not exist")]
    public void What_cannot_be_studied_is_refused_in_one_line(string[] arguments, string expected) =>
        BuiltProgram.Run("Comparison", ["study", .. arguments]).RefusedWith(expected);
}
