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
    public void A_training_on_a_table_is_made_once_more_and_its_columns_are_named()
    {
        using var folder = new TemporaryFolder();
        string table = folder.Write("table.csv", string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7},{i * i % 11},{(i % 3 == 0 ? "yes" : "no")}\n").Prepend("<script>,b,answer\n")));
        string trained = folder.File("trained"), file = folder.File("report.html"), other = folder.File("other.html");
        BuiltProgram training = BuiltProgram.Run("Comparison", "train", table, "--target", "answer", "--hidden", "4", "--epochs", "3", "--batch-size", "8", "--optimizer", "sgd", "--out", trained);
        Assert.AreEqual(0, training.ExitCode, training.Error);

        BuiltProgram run = BuiltProgram.Run("Comparison", "report", "--run", trained, "--out", file);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        var page = new WrittenPage(File.ReadAllText(file));
        CollectionAssert.AreEqual(new[] { "<script>", "b" }, page.Data["input_names"]!.AsArray().Select(name => (string?)name).ToArray());
        Assert.DoesNotContain("inputs <script>", page.Html);
        StringAssert.Contains(page.Html, "the inputs &lt;script&gt;, b.");
        Assert.HasCount(12, page.Data["sides"]![0]!["steps"]!.AsArray());

        File.AppendAllText(table, "1,2,yes\n");
        BuiltProgram.Run("Comparison", "report", "--run", trained, "--out", other).RefusedWith("which may have changed; train again.");
        BuiltProgram.Run("Comparison", "report", "--run", folder.Path, "--out", other).RefusedWith("holds no training; name the folder that train was given as --out.");
        BuiltProgram.Run("Comparison", "report", "--run", trained, "--epochs", "2", "--out", other).RefusedWith("leave out the options that change the training");
    }

    [TestMethod]
    [DataRow(new[] { "one.json" }, "name two, or none")]
    [DataRow(new[] { "one.json", "two.json", "--run", "folder" }, "leave one out")]
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
