using System.Numerics;
using Comparison.Training;
using DataSets;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests.Training;

/// <summary>A training that goes on from a checkpoint.</summary>
[TestClass]
public sealed class ResumingTests
{
    public static IEnumerable<object[]> Plans =>
        from optimizer in Enum.GetValues<OptimizerKind>()
        from format in new[] { FloatFormat.Float32, FloatFormat.Float64 }
        from is_judged_on_the_way in new[] { false, true }
        select new object[] { optimizer, format.Name, is_judged_on_the_way };

    [TestMethod]
    [DynamicData(nameof(Plans))]
    public void It_ends_in_the_same_bits_as_one_that_never_stopped(OptimizerKind optimizer, string dtype, bool is_judged_on_the_way)
    {
        TrainingPlan plan = Plan(is_judged_on_the_way) with { Optimizer = optimizer, Dtype = dtype };
        NeedsFloat64Attribute.Check(plan.Format);
        if (plan.Format == FloatFormat.Float32)
            EndsAlike<float>(plan);
        else
            EndsAlike<double>(plan);
    }

    [TestMethod]
    public void Early_stopping_goes_on_as_if_it_had_never_stopped_and_keeps_the_best_weights()
    {
        TrainingPlan plan = Plan(is_judged_on_the_way: false) with { Patience = 2, LearningRate = 0.3, Epochs = 40 };

        TrainingRun<float> run = EndsAlike<float>(plan);

        Assert.IsTrue(run.Course.Stopping.IsOver);
        Assert.IsLessThan(40, run.Course.Epoch);
        double[] losses = [.. run.Course.History["scratch"].Select(epoch => epoch.HeldOutLoss!.Value)];
        Assert.AreEqual(Array.IndexOf(losses, losses.Min()), run.Course.Stopping.BestEpoch);
        using var data = new TrainingData<float>(plan);
        var to_the_best = new TrainingRun<float>(plan with { Epochs = run.Course.Stopping.BestEpoch + 1, Patience = null }, data);
        while (!to_the_best.IsDone)
            to_the_best.Advance();
        Assert.IsTrue(run.RestoreBest());
        foreach (var (side, best) in run.Sides.Zip(to_the_best.Sides))
            SameArrays(best.Parameters, side.Parameters);
    }

    [TestMethod]
    public void A_checkpoint_cut_short_anywhere_or_with_any_byte_changed_is_refused()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("checkpoint.npz"), other = folder.File("other.npz");
        using var data = new TrainingData<float>(Plan(is_judged_on_the_way: false));
        var run = new TrainingRun<float>(Plan(is_judged_on_the_way: false), data);
        run.Advance();
        Saved(run, Plan(is_judged_on_the_way: false), data).Write(file);
        byte[] whole = File.ReadAllBytes(file);
        var random = new Random(1);

        Assert.AreEqual(run.Course.ToJson(), Checkpoint.Read(file).Course.ToJson());
        for (int i = 0; i < 200; i++)
        {
            int at = random.Next(whole.Length);
            byte[] changed = i % 2 == 0 ? whole[..at] : [.. whole[..at], (byte)(whole[at] ^ 1 << random.Next(8)), .. whole[(at + 1)..]];
            File.WriteAllBytes(other, changed);
            try
            {
                var read = Checkpoint.Read(other);
                // Some bytes of a zip say nothing of its content: dates, say.
                Assert.AreEqual(run.Course.ToJson(), read.Course.ToJson(), $"byte {at}");
                Assert.AreEqual(1, i % 2, $"cut short at {at}");
            }
            catch (InputException error)
            {
                StringAssert.StartsWith(error.Message, $"{other}: ");
                Assert.DoesNotContain("\n", error.Message);
            }
        }
    }

    private static TrainingPlan Plan(bool is_judged_on_the_way) => new()
    {
        Source = "moons",
        Reading = new() { MadeRows = 90 },
        Preparation = new() { Target = "label", Standardize = true },
        Hidden = [5, 4],
        Activation = Activation.Tanh,
        BatchSize = 16,
        Epochs = 4,
        // Steps are judged on the way, so that an epoch is taken in pieces.
        MostTraced = is_judged_on_the_way ? 0 : 1e9,
    };

    // Stops after every piece, and goes on from a file in another run each time.
    private static TrainingRun<T> EndsAlike<T>(TrainingPlan plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("checkpoint.npz");
        using var data = new TrainingData<T>(plan);
        var whole = new TrainingRun<T>(plan, data);
        while (!whole.IsDone)
            whole.Advance();

        var run = new TrainingRun<T>(plan, data);
        while (!run.IsDone)
        {
            run.Advance();
            Saved(run, plan, data).Write(file);
            var read = Checkpoint.Read(file);
            Assert.AreEqual(plan.ToJson(), read.Plan.ToJson());
            Assert.AreEqual(data.Fingerprint(), read.Fingerprint);
            run = new TrainingRun<T>(plan, data);
            run.GoOn(read.Course, read.Now, read.Best);
        }

        Assert.AreEqual(whole.Course.Steps, run.Course.Steps);
        foreach (string side in whole.Course.History.Keys)
        {
            CollectionAssert.AreEqual(whole.Course.History[side], run.Course.History[side]);
            SameArrays(whole.States().Now[side].Arrays, run.States().Now[side].Arrays);
        }
        Assert.AreEqual(plan.MostTraced == 0, whole.Course.Judged.Count == 2);
        foreach (var (side, judged) in whole.Course.Judged)
            Assert.AreEqual((judged.Steps, judged.Numbers, judged.Worst), (run.Course.Judged[side].Steps, run.Course.Judged[side].Numbers, run.Course.Judged[side].Worst));
        return run;
    }

    private static Checkpoint Saved<T>(TrainingRun<T> run, TrainingPlan plan, TrainingData<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (now, best) = run.States();
        return new(plan, data.Fingerprint(), run.Course, now, best);
    }

    private static void SameArrays(IReadOnlyDictionary<string, NumberArray> expected, IReadOnlyDictionary<string, NumberArray> actual)
    {
        CollectionAssert.AreEquivalent(expected.Keys.ToArray(), actual.Keys.ToArray());
        foreach (var (name, array) in expected)
            Assert.IsTrue(array.IsIdenticalTo(actual[name]), name);
    }
}
