using Comparison.Problems;
using Comparison.Reports;
using Comparison.Sides;
using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;
using LearningRate = Comparison.Problems.LearningRate;

namespace Comparison.Tests.Reports;

/// <summary>The report as text, at the fixed width that it has in a pipe.</summary>
[TestClass]
public sealed class TextReportTests
{
    [TestMethod]
    public void The_tables_align_and_count_differences_in_ULP()
    {
        string text = Text(Runs(FloatFormat.Float32, MathF.BitIncrement(0.25f)), plain: true);

        string name = Engine.Current.Name;
        Assert.AreEqual(
            $"""
            Loss of each epoch
            ╭───────┬─────────┬{Line(name, 10)}┬────────────╮
            │ Epoch │ Scratch │ {name.PadLeft(10)} │ Difference │
            ├───────┼─────────┼{Line(name, 10)}┼────────────┤
            │ 1     │     0.5 │ {"0.5".PadLeft(Math.Max(name.Length, 10))} │       same │
            │ 2     │    0.25 │ {"0.25000003".PadLeft(Math.Max(name.Length, 10))} │      1 ULP │
            ╰───────┴─────────┴{Line(name, 10)}┴────────────╯
            """.ReplaceLineEndings("\n"),
            string.Join('\n', text.Split('\n')[3..10]));
        StringAssert.StartsWith(text, $"Scratch against {Engine.Current.Announcement}\nA network of 1 input, 1 ReLU neuron, 1 sigmoid output; float32, 2 epochs of 1 sample, learning rate 0.5\n\n");
        StringAssert.Contains(text, "│ hidden_weights[0, 0] │    0.25 │");
        StringAssert.Contains(text, "│ output_weights[0]    │    0.25 │");
        StringAssert.Contains(text, "│ output_bias          │    0.25 │");
        StringAssert.EndsWith(text, $"Verdict: Scratch and {name} agree (rounding): as it should be; the final parameters differ by at most 1 ULP.\n");
        Assert.IsTrue(text.Split('\n').Where(line => line.StartsWith('│')).All(line => line.Length <= 140));

        static string Line(string name, int width) => new('─', Math.Max(name.Length, width) + 2);
    }

    [TestMethod]
    public void What_is_not_finite_is_said_to_be()
    {
        string text = Text(Runs(FloatFormat.Float64, double.NaN), plain: true);

        StringAssert.Contains(text, "NaN │ not finite │");
        StringAssert.Contains(text, "cannot be judged: as it should be.\n");
    }

    [TestMethod]
    public void Beyond_two_hundred_parameters_twenty_that_differ_most_are_shown()
    {
        string text = Text(Runs(FloatFormat.Float32, MathF.BitIncrement(0.25f), inputs: 300, changed: 299), plain: true);

        StringAssert.Contains(text, "The 20 of 303 parameters that differ most; 283 are not shown (--json FILE has all)");
        StringAssert.Contains(text, "hidden_weights[299, 0]");
        Assert.AreEqual(20, text.Split('\n').Count(line => line.StartsWith("│ hidden_", StringComparison.Ordinal) || line.StartsWith("│ output_", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_long_training_shows_about_ten_of_its_epochs_and_always_the_last()
    {
        TwoRuns runs = Runs(FloatFormat.Float64, 0.25);
        double[] losses = [.. Enumerable.Range(0, 1003).Select(epoch => 1.0 / (epoch + 1))];

        string text = Text(runs with { Scratch = runs.Scratch with { Losses = losses }, Keras = runs.Keras with { Losses = losses } }, plain: true);

        Assert.IsTrue(text.Split('\n').Count(line => line.EndsWith("same │", StringComparison.Ordinal) && char.IsDigit(line[2])) <= 12);
        StringAssert.Contains(text, "│ 1003 ");
    }

    private static string Text(TwoRuns runs, bool plain)
    {
        var writer = new StringWriter { NewLine = "\n" };
        TextReport.Write(runs, writer, plain);
        return writer.ToString().ReplaceLineEndings("\n");
    }

    private static TwoRuns Runs(FloatFormat format, double keras, int inputs = 1, int changed = 0)
    {
        Dictionary<string, NumberArray> Parameters(double value) => new()
        {
            ["hidden_weights"] = new([inputs, 1], [.. Enumerable.Range(0, inputs).Select(i => i == changed ? value : 0.25)]),
            ["hidden_bias"] = new([1], [value]),
            ["output_weights"] = new([1, 1], [value]),
            ["output_bias"] = new([1], [value]),
        };

        var problem = new Problem
        {
            Format = format,
            Inputs = new([1, inputs], new double[inputs]),
            Labels = new([1, 1], [1]),
            Start = Parameters(0.25),
            LearningRate = new LearningRate(0.5, 0.5),
            BatchSize = 1,
            Epochs = 2,
        };

        SideRun Side(double value) => new(
            new Trace
            {
                Side = "side",
                Format = format,
                Inputs = problem.Inputs,
                Labels = problem.Labels,
                LearningRate = 0.5,
                BatchSize = 1,
                Start = problem.Start,
                Steps = [new([0], Parameters(value), new Dictionary<string, NumberArray>())],
            },
            [0.5, value]);

        Verdict verdict = double.IsNaN(keras) ? Verdict.CannotJudge : Verdict.Rounding;
        return new(problem, Side(0.25), Side(keras), new([], new(verdict, "as it should be", null, 4, format.Ulps(0.25, keras)), null, null));
    }
}
