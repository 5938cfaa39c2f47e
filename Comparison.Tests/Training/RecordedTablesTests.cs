using System.Numerics;
using System.Text.Json;
using Comparison.Problems;
using Comparison.Sides;
using Comparison.Tests.KerasVersion;
using Comparison.Training;
using DataSets.Preparing;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Networks;

namespace Comparison.Tests.Training;

/// <summary>Tables trained on as <c>train</c> does, from the start weights and in the row orders of recorded trainings of Python Keras.</summary>
[TestClass]
public sealed class RecordedTablesTests
{
    public static IEnumerable<object[]> Tables =>
        from item in Recordings.Cases(RecordedTraining.TableFile).Index()
        where RecordedTraining.PassedOver(RecordedTraining.TableFile, item.Item) is null
        select new object[] { item.Index, $"{item.Item.Text("dataset")}, {item.Item.Text("optimizer")}, {item.Item.Text("dtype")}" };

    [TestMethod]
    [NeedsKerasLoss]
    [DynamicData(nameof(Tables))]
    public void The_framework_s_side_has_Keras_s_history_and_weights_and_the_ledger_explains_Scratch_s(int index, string name)
    {
        JsonElement run = Recordings.Cases(RecordedTraining.TableFile)[index];
        NeedsFloat64Attribute.Check(run.Format());
        if (run.Format() == FloatFormat.Float32)
            Compare<float>(run, name);
        else
            Compare<double>(run, name);
    }

    private static void Compare<T>(JsonElement run, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RecordedTraining training = RecordedTraining.Of(RecordedTraining.TableFile, run);
        TrainingPlan plan = Plan(run, training.Problem);
        TrainingVerdict? verdict = null;

        Fitted.EndsAsRecorded(name, training.Problem, Train, training.Expected);

        Assert.IsTrue(verdict!.Verdict < Verdict.Suspicious, verdict.Reason);
        Assert.AreEqual(training.Problem.Steps, verdict.Steps);

        // Called for the training itself first, then for its twin.
        Dictionary<string, double[]> Train(Problem problem)
        {
            using var data = new TrainingData<T>(plan) { Start = problem.StartNetwork<T>(), FixedOrder = training.Order };
            var trained = new TrainingRun<T>(plan, data);
            while (!trained.IsDone)
                trained.Advance();
            verdict ??= new TrainingEnd<T>(plan, data, trained).Judge((_, _) => () => { });
            TrainedSide<T> keras = trained.Sides.Single(side => side.Side == Side.Keras);
            return new(keras.Parameters.Select(array => KeyValuePair.Create(array.Key, array.Value.Values)))
            {
                ["losses"] = [.. trained.Course.History[Side.Keras.Name()].Select(epoch => epoch.Loss)],
            };
        }
    }

    // Everything that the recording says, by the options of train.
    private static TrainingPlan Plan(JsonElement run, Problem problem) => new()
    {
        Source = Recordings.Table(run.Text("dataset")),
        Preparation = new()
        {
            Target = "target",
            Standardize = true,
            RoundToFloat32 = true,
            TargetDividedBy = run.Number("target_divided_by"),
            TargetKind = run.Text("kind") == "regression" ? TargetKind.Number : TargetKind.Classes,
        },
        HeldOut = 0,
        Hidden = [.. problem.Network.Layers.SkipLast(1).Select(layer => layer.Units)],
        Loss = problem.Network.Loss,
        Optimizer = problem.Network.Optimizer is Adam ? OptimizerKind.Adam : OptimizerKind.Sgd,
        LearningRate = problem.LearningRate.Requested,
        BatchSize = problem.BatchSize,
        Epochs = problem.Epochs,
        Dtype = problem.Format.Name,
    };
}
