using System.Numerics;
using System.Text.Json;
using Comparison.Problems;
using Comparison.Sides;
using KerasVersion;
using KerasVersion.Tracing;
using Ledger.Arithmetic;

namespace Comparison.Tests.KerasVersion;

/// <summary>The model of dense layers against recorded trainings of Python Keras.</summary>
[TestClass]
public sealed class RecordedDenseTests
{
    public static IEnumerable<object[]> Networks => Compared(RecordedTraining.NetworkFile);

    public static IEnumerable<object[]> Optimizers => Compared(RecordedTraining.OptimizerFile);

    public static IEnumerable<object[]> Tables => Compared(RecordedTraining.TableFile);

    [TestMethod]
    [NeedsKerasLoss]
    [DynamicData(nameof(Networks))]
    [DynamicData(nameof(Optimizers))]
    [DynamicData(nameof(Tables))]
    public void A_training_goes_and_ends_as_in_Keras(string file, int index, string name)
    {
        RecordedTraining training = Read(file, index);
        Fitted.EndsAsRecorded(name, training.Problem, problem => Fitted.Dense(problem, training.Order), training.Expected);
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    [DynamicData(nameof(Tables))]
    public void A_model_that_is_not_recorded_ends_in_the_same_bits_as_one_that_is(string file, int index, string name)
    {
        RecordedTraining training = Read(file, index);
        Dictionary<string, double[]> one = Fitted.Dense(training.Problem, training.Order), other = Fitted.Dense(training.Problem, training.Order, is_recorded: false);

        foreach (string array in one.Keys.Except(["losses"]))
            CollectionAssert.AreEqual(one[array], other[array], $"{name}: {array}");
        // The history holds floats, and a running mean of the dtype that it was kept in.
        double steps = Math.Ceiling(training.Problem.Rows / (double)training.Problem.BatchSize);
        foreach (var (exact, rounded) in one["losses"].Zip(other["losses"]))
            Assert.IsTrue(Math.Abs(exact - rounded) <= (2 * steps + 2) * training.Problem.Format.UnitRoundoff * exact + exact * 6e-8, $"{name}: {exact} and {rounded}");
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    [DynamicData(nameof(Tables))]
    public void Traced_training_ends_in_the_same_bits_as_fit(string file, int index, string name)
    {
        RecordedTraining training = Read(file, index);
        // Of a large table one epoch tells as much.
        int epochs = Math.Min(training.Problem.Epochs, Math.Max(1, 1000 / training.Problem.Rows));
        training = training with { Problem = training.Problem with { Epochs = epochs } };
        if (training.Problem.Format == FloatFormat.Float32)
            TracedEndsAsFit<float>(name, training);
        else
            TracedEndsAsFit<double>(name, training);
    }

    [TestMethod]
    [DataRow(RecordedTraining.OptimizerFile)]
    [DataRow(RecordedTraining.TableFile)]
    public void Every_case_is_compared_or_has_a_reason(string file)
    {
        IReadOnlyList<JsonElement> all = Recordings.Cases(file);
        string[] reasons = [.. all.Select(run => RecordedTraining.PassedOver(file, run)).OfType<string>()];

        Console.WriteLine($"{file}: {all.Count} cases known, {all.Count - reasons.Length} compared, {reasons.Length} passed over");
        foreach (var reason in reasons.CountBy(reason => reason))
            Console.WriteLine($"  {reason.Value}: {reason.Key}");
        Assert.IsLessThan(all.Count, reasons.Length, "nothing is compared");
    }

    private static void TracedEndsAsFit<T>(string name, RecordedTraining training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Problem problem = training.Problem;
        Dictionary<string, double[]> fitted = Fitted.Dense(problem, training.Order);

        List<TracedStep<T>> steps = [.. KerasSide.DenseModel(problem.StartNetwork<T>(), is_recorded: true).TrainTraced(
            Fitted.Matrix<T>(problem.Inputs), Fitted.Matrix<T>(problem.Labels), problem.BatchSize, problem.Epochs, training.Order)];

        foreach (string parameter in problem.Network.Parameters.Select(parameter => parameter.Name))
            CollectionAssert.AreEqual(fitted[parameter], Array.ConvertAll(steps[^1].Recorded[parameter].Values, double.CreateChecked), $"{name}: {parameter}");
        double[] losses = [.. steps.Select(step => double.CreateChecked(step.Recorded["loss"].Values[0]))];
        CollectionAssert.AreEqual(fitted["losses"], EpochLoss.Of(losses, problem.Rows, problem.BatchSize), name);
    }

    private static RecordedTraining Read(string file, int index)
    {
        JsonElement recorded = Recordings.Cases(file)[index];
        NeedsFloat64Attribute.Check(recorded.Format());
        return RecordedTraining.Of(file, recorded);
    }

    private static IEnumerable<object[]> Compared(string file) =>
        from item in Recordings.Cases(file).Index()
        where RecordedTraining.PassedOver(file, item.Item) is null
        select new object[] { file, item.Index, $"{file} {item.Index}, {item.Item.Text("dtype")}" };
}
