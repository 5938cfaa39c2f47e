using System.Text.Json;
using Comparison.Problems;
using Comparison.Sides;
using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Tensorflow;
using Tensorflow.Keras.Losses;
using static Tensorflow.Binding;

namespace Comparison.Tests.KerasVersion;

/// <summary>
/// What is expected of the TensorFlow engine: TensorFlow.NET's own cross-entropy, written out in its API, against the
/// recorded re-enactment of that formula, and through the whole comparison.
/// </summary>
[TestClass]
public sealed class TensorFlowFormulaTests
{
    public static IEnumerable<object[]> Cases => Recordings.Cases("document_keras2.json")
        .Where(item => item.Text("kind") == "tensorflow.net-formulas")
        .Select(item => new object[] { $"y_true {item.Number("y_true")}", item });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Its_losses_and_weights_are_those_recorded(string name, JsonElement recorded)
    {
        SideRun run = Train(recorded.Number("y_true"));
        var replay = new Replay(run.Trace);

        double[] losses = recorded.Numbers("losses");
        for (int epoch = 1; epoch <= losses.Length; epoch++)
            AreClose($"{name}, loss of epoch {epoch}", replay["loss", epoch].Values[0].Hard, run.Losses[epoch - 1], losses[epoch - 1]);
        foreach (string parameter in new[] { "hidden_weights", "hidden_bias", "output_weights", "output_bias" })
        {
            double[] theirs = recorded.GetProperty("after").Numbers(parameter), ours = run.Final(parameter).Values;
            for (int i = 0; i < theirs.Length; i++)
                AreClose($"{name}, {parameter}[{i}]", replay[parameter, losses.Length].Values[i].Hard, ours[i], theirs[i]);
        }
    }

    [TestMethod]
    [DataRow(1.0)]
    [DataRow(0.0)]
    public void A_side_that_declares_it_agrees_with_Scratch(double label)
    {
        Judgement judgement = Judge.Compare(ScratchSide.Train(ProblemSource.Document(new(Label: label))).Trace, Train(label).Trace);

        Assert.AreEqual(Verdict.Rounding, judgement.Verdict, judgement.Reason);
        StringAssert.Contains(judgement.Reason, "1e-7 inside both logarithms");
    }

    // In float32 1e-7 is less than two units in the last place of these outputs, and cannot be told from rounding.
    [TestMethod]
    [NeedsFloat64]
    public void In_float64_a_side_that_does_not_declare_it_is_found_at_the_first_loss()
    {
        Problem problem = ProblemSource.Document(new(FloatFormat.Float64));
        SideRun scratch = ScratchSide.Train(problem);
        SideRun keras = KerasSide.Train(problem, KerasSide.Model<double>(problem, new CrossEntropyWithEpsilon(x => x + 1e-7), LossFormula.EpsilonInsideLogarithms));

        Judgement declared = Judge.Compare(scratch.Trace, keras.Trace);
        Judgement undeclared = Judge.Compare(scratch.Trace, keras.Trace with { Formulas = FormulaSet.Document });

        Assert.AreEqual(Verdict.Rounding, declared.Verdict, declared.Reason);
        Assert.AreEqual((Verdict.Unexplained, 1, "loss"), (undeclared.Verdict, undeclared.First?.Step, undeclared.First?.Quantity));
    }

    private static SideRun Train(double label)
    {
        Problem problem = ProblemSource.Document(new(Label: label));
        // The engine itself where it is TensorFlow.NET.
        return Engine.Current.Loss == LossFormula.EpsilonInsideLogarithms
            ? KerasSide.Train(problem)
            : KerasSide.Train(problem, KerasSide.Model<float>(problem, new CrossEntropyWithEpsilon(x => x + 1e-7f), LossFormula.EpsilonInsideLogarithms));
    }

    // Each of the two is within its budget of the same exact number.
    private static void AreClose(string what, double budget, double ours, double theirs) =>
        Assert.IsTrue(Math.Abs(ours - theirs) <= 2 * budget, $"{what}: {ours:R}, recorded {theirs:R}, budget {budget:G3}");

    /// <summary>TensorFlow.NET's formula; the document's outputs lie far from where it clips.</summary>
    private sealed class CrossEntropyWithEpsilon(Func<Tensor, Tensor> plus_epsilon) : ILossFunc
    {
        public string Reduction => "auto";

        public string Name => "binary_crossentropy";

        public Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null!) =>
            tf.reduce_mean(-(y_true * tf.math.log(plus_epsilon(y_pred)) + (1f - y_true) * tf.math.log(plus_epsilon(1f - y_pred))));
    }
}
