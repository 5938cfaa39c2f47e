using System.Text.Json.Nodes;

namespace Comparison.Tests.Pages;

[TestClass]
public sealed class ReportCommandTests
{
    [TestMethod]
    public void The_documents_network_is_trained_and_its_page_written()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("report.html");

        BuiltProgram run = BuiltProgram.Run("Comparison", "report", "--out", file);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Matches(run.Output, new(@"report\.html: \d+ kB, Scratch and \S+ agree \(rounding\)\.\n$"));
        JsonNode data = new WrittenPage(File.ReadAllText(file)).Data;
        Assert.AreEqual("rounding", (string?)data["comparisons"]![0]!["verdict"]);
        Assert.HasCount(1, Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    public void A_problem_of_ones_own_is_trained()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("report.html");

        BuiltProgram run = BuiltProgram.Run("Comparison", "report", "--problem", Path.Combine(Recordings.Root, "samples", "problems", "iris.json"), "--epochs", "3", "--out", file);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        JsonNode data = new WrittenPage(File.ReadAllText(file)).Data;
        Assert.AreEqual("4 inputs, 6 tanh, 4 relu, 3 softmax", (string?)data["sides"]![0]!["network"]);
        StringAssert.StartsWith((string?)data["studies_note"], "No mistake is trained here: known mistakes are those of the document's kind");
    }

    [TestMethod]
    public void Two_trace_files_are_compared_and_the_exit_code_is_the_verdicts()
    {
        using var folder = new TemporaryFolder();
        string right = folder.File("right.npz"), wrong = folder.File("wrong.json"), file = folder.File("report.html");
        Assert.AreEqual(0, BuiltProgram.Run("Comparison", "trace", "--side", "scratch", "--epochs", "2", "--out", right).ExitCode);
        Assert.AreEqual(0, BuiltProgram.Run("Comparison", "trace", "--side", "keras", "--epochs", "2", "--learning-rate", "0.02", "--out", wrong).ExitCode);

        BuiltProgram run = BuiltProgram.Run("Comparison", "report", right, wrong, "--out", file);

        Assert.AreEqual(1, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "differ (unexplained)");
        Assert.AreEqual("learning_rate", (string?)new WrittenPage(File.ReadAllText(file)).Data["comparisons"]![0]!["first"]!["quantity"]);
    }

    [TestMethod]
    [DataRow(new[] { "one.json" }, "name two, or none")]
    [DataRow(new[] { "one.json", "two.json", "--epochs", "3" }, "leave out the options that change the training")]
    [DataRow(new[] { "one.json", "two.json" }, "one.json")]
    [DataRow(new[] { "--problem", "none.json" }, "none.json")]
    public void What_cannot_be_shown_is_refused_in_one_line_and_no_page_is_left(string[] arguments, string expected)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("report.html");

        BuiltProgram.Run("Comparison", ["report", .. arguments, "--out", file]).RefusedWith(expected);

        Assert.IsFalse(File.Exists(file));
    }

    [TestMethod]
    public void A_page_that_cannot_be_written_is_refused_before_anything_is_trained()
    {
        BuiltProgram.Run("Comparison", "report", "--out", "/no/such/folder/report.html").RefusedWith("the folder /no/such/folder does not exist");
        BuiltProgram.Run("Comparison", "report").RefusedWith("--out");
    }
}
