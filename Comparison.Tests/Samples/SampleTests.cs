using System.Globalization;
using Ledger;

namespace Comparison.Tests.Samples;

[TestClass]
public sealed class SampleTests
{
    public static IEnumerable<object[]> Samples => ProgramFile.Names.Select(name => new object[] { name });

    [TestMethod]
    [NeedsKerasLoss]
    public void The_documents_sample_prints_the_losses_of_five_epochs()
    {
        string[] lines = Lines("document.cs");

        Assert.HasCount(5, lines);
        StringAssert.StartsWith(lines[0], "Epoch 1, loss: 0.44497");
        StringAssert.StartsWith(lines[4], "Epoch 5, loss: 0.43311");
    }

    [TestMethod]
    public void The_exclusive_or_is_learned()
    {
        string[] lines = Lines("xor.cs");

        double[] outputs = [.. lines[..4].Select(line => double.Parse(line[(line.LastIndexOf('[') + 1)..line.IndexOf(']')], CultureInfo.InvariantCulture))];
        CollectionAssert.AreEqual(new[] { false, true, true, false }, Array.ConvertAll(outputs, output => output > 0.5), string.Join('\n', lines));
    }

    [TestMethod]
    public void The_table_is_learned_and_the_two_sides_agree()
    {
        string[] lines = Lines("iris.cs");

        string accuracy = lines.Single(line => line.StartsWith("accuracy of the held-out rows: ", StringComparison.Ordinal)).Split(": ")[1];
        // Of 30 rows a third would be right by chance: 10, and 20 or more of them with probability 2E-4.
        Assert.IsGreaterThanOrEqualTo(20.0 / 30, double.Parse(accuracy, CultureInfo.InvariantCulture) + 1e-6);
        Assert.Contains("The hand-written network agrees in every number of 160 steps.", lines);
        Assert.Contains("fit ended in the same bits as the recorded training.", lines);
    }

    [TestMethod]
    public void A_step_of_ones_own_agrees_with_the_Keras_API() =>
        StringAssert.StartsWith(Lines("parity.cs").Single(), "all 3270 numbers recorded by the two sides lie within the rounding budgets");

    [TestMethod]
    public void A_mistake_in_a_step_of_ones_own_is_found()
    {
        string wrong = ProgramFile.Text("parity.cs").Replace("(1 - a1[r * 3 + j] * a1[r * 3 + j])", "(1 - a1[r * 3 + j])", StringComparison.Ordinal);

        ParityException error = Assert.ThrowsExactly<ParityException>(() => new CompiledProgram(wrong).Run());

        StringAssert.Contains(error.Message, "First: my step, step 1, dL_dz_hidden[0, 0]");
    }

    [TestMethod]
    [DynamicData(nameof(Samples))]
    public void Samples_compile_without_a_warning_and_use_only_what_TensorFlow_NET_has(string name)
    {
        using var folder = new TemporaryFolder();
        var program = new CompiledProgram(ProgramFile.Text(name));

        Assert.IsEmpty(program.Diagnostics);
        UsesOnlyTensorFlowNetApi.Check(program.Save(folder));
    }

    private static string[] Lines(string name)
    {
        BuiltProgram run = ProgramFile.Run(name);
        Assert.AreEqual(0, run.ExitCode, run.Error + run.Output);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
