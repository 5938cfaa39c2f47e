using System.Globalization;
using System.Text.Json;
using Comparison.Metrics;
using Comparison.Models;
using Comparison.Sides;
using Comparison.Tests.Models;
using DataSets;
using DataSets.Preparing;

namespace Comparison.Tests.CommandLine;

/// <summary><c>evaluate</c> as a user runs it.</summary>
[TestClass]
public sealed class EvaluateTests
{
    [TestMethod]
    [DataRow("moons")]
    [DataRow("blobs")]
    public void Scores_are_those_of_the_models_own_outputs(string source)
    {
        using var folder = new TemporaryFolder();
        SavedModel model = SavedTraining.In(folder.Path, source, new() { Target = "label", Standardize = true });
        string json = folder.File("scores.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "evaluate", folder.Path, source, "--seed", "5", "--rows", "77", "--json", json);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        using Table table = Tables.Open(source, new() { MadeRows = 77, MadeSeed = 5 });
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(json));
        Assert.AreEqual(77, report.RootElement.GetProperty("rows").GetInt32());
        foreach (Side side in model.Sides)
        {
            TrainedNetwork<float> network = model.Read<float>(side);
            Scores scores = Scores.Of(model.Preparation.Apply<float>(table), network.Network.Loss, SidePredictor.Of(side, network));
            JsonElement told = report.RootElement.GetProperty("sides").GetProperty(side.Name());
            foreach (var (name, number) in Scores.Names(model.Preparation.Target).Zip(scores.Numbers(model.Preparation.Target)))
            {
                Assert.AreEqual(number, told.GetProperty(name).GetDouble(), $"{side} {name}");
                StringAssert.Contains(run.Output, number!.Value.ToString("G5", CultureInfo.InvariantCulture));
            }
            Assert.AreEqual(scores.Confusion![1, 0], told.GetProperty("confusion")[1][0].GetInt64());
        }
        Assert.AreEqual(report.RootElement.GetProperty("largest_gap").GetDouble(), Gap(model, table));
    }

    [TestMethod]
    public void A_number_has_its_error_in_its_own_unit()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("houses.csv", "area,price\n50,100000\n80,160000\n100,200000\n120,240000\n");
        SavedTraining.In(folder.Path, data, new() { Target = "price", TargetKind = TargetKind.Number, TargetDividedBy = 100000, Standardize = true });
        BuiltProgram run = BuiltProgram.Run("Comparison", "evaluate", folder.Path, data, "--side", "scratch", "--json", folder.File("scores.json"));
        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "mean absolute error");
        StringAssert.Contains(run.Output, "r2");
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(folder.File("scores.json")));
        Assert.IsGreaterThan(10, report.RootElement.GetProperty("sides").GetProperty("scratch").GetProperty("mean_absolute_error").GetDouble());
        Assert.IsFalse(report.RootElement.GetProperty("sides").TryGetProperty("keras", out _));
    }

    [TestMethod]
    public void Data_without_the_target_or_with_a_class_that_was_not_trained_on_are_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("kinds.csv", "x,kind\n1,a\n2,b\n3,a\n4,b\n");
        SavedTraining.In(folder.Path, data, new() { Target = "kind" });
        BuiltProgram.Run("Comparison", "evaluate", folder.Path, folder.Write("bare.csv", "x\n1\n")).RefusedWith("there is no column \"kind\"; there are x");
        BuiltProgram.Run("Comparison", "evaluate", folder.Path, folder.Write("other.csv", "x,kind\n1,a\n2,c\n")).RefusedWith("line 3, column \"kind\": \"c\" is no class of the training rows, which have a, b");
        BuiltProgram.Run("Comparison", "evaluate", folder.Path, data, "--json", folder.Path).RefusedWith("is a folder");
    }

    private static double Gap(SavedModel model, Table table)
    {
        PreparedData<float> data = model.Preparation.Apply<float>(table);
        float[][] outputs = [.. model.Sides.Select(side => Predictions.Of(data, SidePredictor.Of(side, model.Read<float>(side))).SelectMany(batch => batch.Outputs.Cast<float>()).ToArray())];
        return outputs[0].Zip(outputs[1], (one, other) => Math.Abs((double)one - other)).Max();
    }
}
