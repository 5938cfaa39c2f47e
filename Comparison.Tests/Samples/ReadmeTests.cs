namespace Comparison.Tests.Samples;

[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public void The_library_in_ten_lines_trains_both_sides_which_agree()
    {
        string code = MarkdownCode.Blocks("README.md", "## As a library").Single();
        string[] lines = [.. code.Split("\n\n")[1].Split('\n')];
        var program = new CompiledProgram(code);

        Assert.IsLessThanOrEqualTo(10, lines.Length);
        Assert.IsEmpty(program.Diagnostics);
        StringAssert.Matches(program.Run(), new(@"^They agree; loss 0\.\d+ by hand, 0\.\d+ in the Keras API\.\n$"));
    }

    [TestMethod]
    public void The_script_of_the_Keras_API_is_the_samples()
    {
        string script = MarkdownCode.Blocks("README.md", "## Your own model").Single();

        StringAssert.Contains(ProgramFile.Text("xor.cs"), script.Split("model.fit")[0]);
    }
}
