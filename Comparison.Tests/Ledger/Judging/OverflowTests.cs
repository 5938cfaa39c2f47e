using Comparison.Campaigns;
using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Judging;

/// <summary>Honest trainings whose numbers outgrow the format cannot be judged, but they are not called wrong.</summary>
[TestClass]
public sealed class OverflowTests
{
    [TestMethod]
    public void Terms_that_overflow_and_would_cancel_cannot_be_judged()
    {
        Problem problem = Of([[2e9, -7e9], [-5e9, 5e9], [-3e9, -1e9]], [1, 0, 1], [[-1], [-1]], [-1], [-90], 1, batch: 3, epochs: 4);

        Check(problem);
    }

    [TestMethod]
    public void Behind_a_pre_activation_that_is_NaN_the_gradient_may_be_NaN_or_0()
    {
        Problem problem = Of([[-4e21, 1], [1e21, 3e21]], [0, 1], [[1, -1], [1, -1]], [-1, 1], [-1, -1], -1, batch: 1, epochs: 2);

        Check(problem);
    }

    private static void Check(Problem problem)
    {
        Judgement judgement = ComparedNetwork.Of(problem).Judgement;

        Assert.AreEqual(Verdict.CannotJudge, judgement.Verdict, judgement.Reason);
    }

    private static Problem Of(double[][] inputs, double[] labels, double[][] hidden_weights, double[] hidden_bias, double[] output_weights, double output_bias, int batch, int epochs)
    {
        return new()
        {
            Format = FloatFormat.Float32,
            Inputs = Matrix(inputs),
            Labels = new([labels.Length, 1], labels),
            Start = new Dictionary<string, NumberArray>
            {
                ["hidden_weights"] = Matrix(hidden_weights),
                ["hidden_bias"] = new([hidden_bias.Length], hidden_bias),
                ["output_weights"] = new([output_weights.Length, 1], output_weights),
                ["output_bias"] = new([1], [output_bias]),
            },
            LearningRate = LearningRate.For(1, FloatFormat.Float32),
            BatchSize = batch,
            Epochs = epochs,
        };

        static NumberArray Matrix(double[][] rows) => new([rows.Length, rows[0].Length], [.. rows.SelectMany(row => row).Select(value => (double)(float)value)]);
    }
}
