namespace Comparison.Tests.Samples;

/// <summary>docs/extend.md, done as it says.</summary>
[TestClass]
public sealed class ExtendTests
{
    private const string Page = "docs/extend.md";

    [TestMethod]
    public void Each_of_the_five_edits_compiles_and_all_together_are_the_sample()
    {
        using var folder = new TemporaryFolder();
        string program = ProgramFile.Text("document.cs");
        for (int edit = 1; edit <= 5; edit++)
        {
            // Code to be replaced and what replaces it stand in turn.
            foreach (string[] replacement in MarkdownCode.Blocks(Page, $"## {edit}. ").Chunk(2))
            {
                Assert.HasCount(2, program.Split(replacement[0]), $"edit {edit}: stands not exactly once in the program:\n{replacement[0]}");
                program = program.Replace(replacement[0], replacement[1], StringComparison.Ordinal);
            }
            var compiled = new CompiledProgram(program);
            Assert.IsEmpty(compiled.Diagnostics, $"edit {edit}");
            UsesOnlyTensorFlowNetApi.Check(compiled.Save(folder));
        }
        Assert.AreEqual(ProgramFile.Text("iris.cs"), program);
    }
}
