using Ledger.Arithmetic;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Mistakes;

/// <summary>Two honest trainings that did not start from the same.</summary>
[TestClass]
public sealed class RootDiagnosisTests
{
    public static IEnumerable<object[]> Changes =>
    [
        ["rows-in-another-order", (Func<Trace, Trace>)(roots => roots with { Steps = [.. new int[][] { [5, 0, 3, 1], [6, 2, 4], [4, 1, 6, 0], [3, 5, 2] }.Select(Networks.Step)] })],
        ["rows-in-another-order", (Func<Trace, Trace>)(roots => roots with { Inputs = roots.Inputs.TakeRows([6, 5, 4, 3, 2, 1, 0]), Labels = roots.Labels.TakeRows([6, 5, 4, 3, 2, 1, 0]) })],
        ["default-batch-32", (Func<Trace, Trace>)(roots => roots with { BatchSize = 32, Steps = [Networks.Step([0, 1, 2, 3, 4, 5, 6]), Networks.Step([0, 1, 2, 3, 4, 5, 6])] })],
        ["last-batch-dropped", (Func<Trace, Trace>)(roots => roots with { Steps = [roots.Steps[0], roots.Steps[2]] })],
        ["last-batch-padded", (Func<Trace, Trace>)(roots => roots with { Steps = [roots.Steps[0], Networks.Step([4, 5, 6, 0]), roots.Steps[2], Networks.Step([4, 5, 6, 1])] })],
        ["labels-flipped", (Func<Trace, Trace>)(roots => WithLabels(roots, y => 1 - y))],
        ["labels-minus-one-plus-one", (Func<Trace, Trace>)(roots => WithLabels(roots, y => 2 * y - 1))],
        ["label-smoothing", (Func<Trace, Trace>)(roots => WithLabels(roots, y => y * 0.8 + 0.1))],
        ["inputs-scaled", (Func<Trace, Trace>)(roots => roots with { Inputs = roots.Inputs with { Values = [.. roots.Inputs.Values.Select(x => roots.Format.Nearest(x / 255))] } })],
        ["started-elsewhere", (Func<Trace, Trace>)(roots => WithStart(roots, "hidden_bias", [0.3, 0.1, -0.2, 0.4]))],
        ["kernel-transposed", (Func<Trace, Trace>)(roots => WithStart(roots, "hidden_weights", [.. Enumerable.Range(0, 16).Select(i => roots.Start["hidden_weights"].Values[i % 4 * 4 + i / 4])]))],
        ["learning-rate-over-batch", (Func<Trace, Trace>)(roots => roots with { LearningRate = roots.Format.Nearest(roots.LearningRate / 4) })],
        ["another-learning-rate", (Func<Trace, Trace>)(roots => roots with { LearningRate = roots.Format.Nearest(roots.LearningRate * 3) })],
        ["start-shared-in-place", (Func<Trace, Trace>)(roots => roots with { Start = roots.Network.Parameters.ToDictionary(parameter => parameter.Name, parameter => Trained(roots).Read(parameter.Name, 4)!) })],
    ];

    [TestMethod]
    [DynamicData(nameof(Changes))]
    public void The_mistake_is_named_and_proved_whichever_side_made_it(string mistake, Func<Trace, Trace> change)
    {
        foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
        {
            Trace roots = Networks.Bare(Witness.Common(format));
            Trace right = Trained(roots), wrong = Trained(change(roots));

            foreach (Diagnosis diagnosis in new[] { Diagnosis.Of(right, wrong), Diagnosis.Of(wrong, right) })
            {
                Assert.HasCount(1, diagnosis.Causes, $"{diagnosis}");
                Cause cause = diagnosis.Causes[0];
                CollectionAssert.Contains(cause.SameAs.Append(cause.Name).ToList(), mistake, $"{diagnosis}");
                Assert.IsTrue(cause.Proved);
            }
        }
    }

    [TestMethod]
    public void The_factor_of_scaled_inputs_and_the_smoothing_of_labels_are_recovered()
    {
        Trace roots = Networks.Bare(Witness.Common(FloatFormat.Float32));
        Trace right = Trained(roots);
        Trace scaled = Trained(roots with { Inputs = roots.Inputs with { Values = [.. roots.Inputs.Values.Select(x => roots.Format.Nearest(x * 0.2f))] } });
        Trace smoothed = Trained(WithLabels(roots, y => y * 0.9 + 0.05));

        Assert.AreEqual(0.2, DiagnosisTests.Only(Diagnosis.Of(right, scaled), "inputs-scaled").Parameters["factor"]);
        Assert.AreEqual(0.1, DiagnosisTests.Only(Diagnosis.Of(right, smoothed), "label-smoothing").Parameters["smoothing"]);
    }

    [TestMethod]
    public void Fewer_steps_on_one_side_are_no_known_mistake()
    {
        Trace right = Trained(Networks.Bare(Witness.Common(FloatFormat.Float32)));

        Diagnosis diagnosis = Diagnosis.Of(right, right with { Steps = [.. right.Steps.Take(3)] });

        Assert.IsEmpty(diagnosis.Causes);
        Assert.AreEqual("steps", diagnosis.First!.Quantity);
    }

    [TestMethod]
    public void Labels_that_no_known_mistake_makes_are_no_known_cause()
    {
        Trace roots = Networks.Bare(Witness.Common(FloatFormat.Float32));

        Diagnosis diagnosis = Diagnosis.Of(Trained(roots), Trained(WithLabels(roots, y => y * 0.7)));

        Assert.IsEmpty(diagnosis.Causes);
        Assert.AreEqual("labels", diagnosis.First!.Quantity);
    }

    [TestMethod]
    public void Where_the_sides_started_alike_the_cause_is_the_side_s_whose_numbers_are_wrong_first()
    {
        Trace roots = Networks.Bare(Witness.Common(FloatFormat.Float32));
        Trace late = MistakenTraining.Train(roots, new("ascent")), early = MistakenTraining.Train(roots, new("relu-missing"));

        DiagnosisTests.Only(Diagnosis.Of(late, early), "relu-missing");
        DiagnosisTests.Only(Diagnosis.Of(late, Trained(roots)), "ascent");
        DiagnosisTests.Only(Diagnosis.Of(Trained(roots), late), "ascent");
    }

    private static Trace Trained(Trace roots) => MistakenTraining.Train(Networks.Bare(roots), Making.None);

    private static Trace WithLabels(Trace roots, Func<double, double> change) =>
        roots with { Labels = roots.Labels with { Values = [.. roots.Labels.Values.Select(y => roots.Format.Nearest(change(y)))] } };

    private static Trace WithStart(Trace roots, string parameter, double[] values) =>
        roots with { Start = new Dictionary<string, NumberArray>(roots.Start) { [parameter] = roots.Start[parameter] with { Values = [.. values.Select(roots.Format.Nearest)] } } };
}
