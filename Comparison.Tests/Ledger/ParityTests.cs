using Ledger;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Tests.Ledger;

[TestClass]
public sealed class ParityTests
{
    private static readonly Trace Right = Retraining.Of(Witness.Common(FloatFormat.Float64)) with { Side = "right" };

    [TestMethod]
    public void Trainings_that_round_differently_agree()
    {
        Trace one = HonestTraining.Train(FloatFormat.Float32, 9, 4, 5, 3, 1, 1, new(1, Fused: false, FromLogits: false, FlushesDenormals: false));
        Trace other = HonestTraining.Train(FloatFormat.Float32, 9, 4, 5, 3, 1, 1, new(1, Fused: true, FromLogits: true, FlushesDenormals: false));

        Parity.AssertAgree(one, other);
        Parity.AssertAgree(one, one);
    }

    [TestMethod]
    public void A_mistake_fails_with_the_verdict_the_first_number_the_proved_cause_and_what_to_do_next()
    {
        Trace wrong = Retraining.With(Right, Catalogue.Find("relu-mask-missing")!) with { Side = "mine" };

        ParityException error = Assert.ThrowsExactly<ParityException>(() => Parity.AssertAgree(Right, wrong));

        string[] lines = error.Message.Split('\n');
        Assert.AreEqual("right and mine differ (unexplained).", lines[0]);
        StringAssert.StartsWith(lines[1], "First: mine, step 1, dL_dz_hidden[");
        StringAssert.StartsWith(lines[2], "cause: relu-mask-missing");
        StringAssert.StartsWith(lines[3], "The backward pass forgets that ReLU passes no gradient where its input was negative.");
        StringAssert.StartsWith(lines[^1], "Next: look where mine computes dL_dz_hidden for relu-mask-missing");
        Assert.AreEqual(Verdict.Unexplained, error.Judgement.Verdict);
        Assert.IsTrue(error.Diagnosis!.Causes[0].Proved);
    }

    [TestMethod]
    public void Both_sides_making_the_same_mistake_fail_too()
    {
        Trace wrong = Retraining.With(Right, Catalogue.Find("gradient-sign")!);

        ParityException error = Assert.ThrowsExactly<ParityException>(() => Parity.AssertAgree(wrong, wrong));

        StringAssert.StartsWith(error.Message, "Two trainings of gradient-sign differ (unexplained).\n");
    }

    [TestMethod]
    public void A_root_that_differs_is_named_before_anything_that_follows_from_it()
    {
        Trace other = Retraining.Of(Right with { LearningRate = 0.2 }) with { Side = "other" };

        ParityException error = Assert.ThrowsExactly<ParityException>(() => Parity.AssertAgree(Right, other));

        StringAssert.Contains(error.Message, "\nFirst: learning_rate: 0.1 in right, 0.2 in other\n");
        StringAssert.Contains(error.Message, "\nNext: give both sides the same learning_rate to the last bit");
    }

    [TestMethod]
    public void A_number_that_no_known_mistake_explains_fails_with_its_pattern()
    {
        TraceStep step = Right.Steps[1];
        NumberArray output = step.Recorded["output"];
        Trace odd = Right with
        {
            Side = "odd",
            Steps = [Right.Steps[0], step with { Recorded = new Dictionary<string, NumberArray>(step.Recorded) { ["output"] = output with { Values = [.. output.Values.Select((p, i) => i == 1 ? 0.7654321 : p)] } } }, .. Right.Steps.Skip(2)],
        };

        ParityException error = Assert.ThrowsExactly<ParityException>(() => Parity.AssertAgree(Right, odd));

        StringAssert.Contains(error.Message, "First: odd, step 2, output[1, 0]: 0.7654321");
        StringAssert.Contains(error.Message, "no known cause: output is off in element [1, 0] alone");
        StringAssert.Contains(error.Message, "Next: look where odd computes output; every number before it is right");
    }

    [TestMethod]
    public void Saturated_trainings_do_not_pass()
    {
        Dictionary<string, NumberArray> start = new(Right.Start) { ["output_bias"] = new([1], [1000]) };
        Trace saturated = Retraining.Of(Right with { Start = start }) with { Side = "saturated" };

        ParityException error = Assert.ThrowsExactly<ParityException>(() => Parity.AssertAgree(saturated, saturated));

        Assert.AreEqual(Verdict.CannotJudge, error.Judgement.Verdict);
        Assert.IsNull(error.Diagnosis);
        StringAssert.Contains(error.Message, "cannot be judged (cannot-judge).\nFirst: saturated, step 1, loss: ");
        StringAssert.Contains(error.Message, "\nNext: start from smaller weights");
    }

    [TestMethod]
    public void Files_are_compared_by_their_paths()
    {
        using var folder = new TemporaryFolder();
        string right = folder.File("right.npz"), wrong = folder.File("wrong.json");
        TraceFile.Write(right, Right);
        TraceFile.Write(wrong, Retraining.With(Right, Catalogue.Find("ascent")!));

        Parity.AssertAgree(right, right);
        StringAssert.Contains(Assert.ThrowsExactly<ParityException>(() => Parity.AssertAgree(right, wrong)).Message, "cause: ascent");
        StringAssert.Contains(Assert.ThrowsExactly<TraceFileException>(() => Parity.AssertAgree(right, folder.File("none.npz"))).Message, "there is no such trace file");
    }
}
