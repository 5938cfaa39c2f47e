namespace Comparison.Tests.Scratch;

[TestClass]
public sealed class ProgramTests
{
    [TestMethod]
    public void It_prints_what_the_document_prints_and_each_epochs_loss()
    {
        BuiltProgram run = BuiltProgram.Run("Scratch");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        // The last digit of a loss may differ with the C library's log.
        string[] lines = [.. run.Output.Split('\n').Select(line => line.StartsWith("Epoch", StringComparison.Ordinal) ? line[..24] : line)];
        CollectionAssert.AreEqual(
            """
            y_true = 1.0 (the document never defines it; --y-true changes it)
            Epoch 1, loss: 0.4449797
            Epoch 2, loss: 0.4419860
            Epoch 3, loss: 0.4390107
            Epoch 4, loss: 0.4360538
            Epoch 5, loss: 0.4331153
            Final hidden weights:
            [[0.10036115 0.40143224 0.20072307 0.30108169]
             [0.40018058 0.10071612 0.10036153 0.20054085]
             [0.10126404 0.20501285 0.20253073 0.20378593]]
            Final hidden biases:
            [0.10180577 0.20716122 0.30361533 0.40540847]
            Final output weights:
            [0.10410592 0.40771772 0.20874487 0.31107406]
            Final output bias:
            0.11776661720904248

            """.ReplaceLineEndings("\n").Split('\n'),
            lines);
    }

    [TestMethod]
    public void The_label_is_an_option()
    {
        BuiltProgram run = BuiltProgram.Run("Scratch", "--y-true", "0");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.StartsWith(run.Output, "y_true = 0.0 ");
        StringAssert.Contains(run.Output, "Final output bias:\n0.0682977837555199");
    }

    [TestMethod]
    [DataRow("--y-true: '2' is not one number in [0, 1]", "--y-true", "2")]
    [DataRow("--y-true: 'NaN' is not one number in [0, 1]", "--y-true", "NaN")]
    [DataRow("--y-true: '' is not one number in [0, 1]", "--y-true")]
    [DataRow("'--label 1' is not understood", "--label", "1")]
    public void What_is_not_understood_is_refused_in_one_line(string expected, params string[] arguments) =>
        BuiltProgram.Run("Scratch", arguments).RefusedWith(expected);
}
