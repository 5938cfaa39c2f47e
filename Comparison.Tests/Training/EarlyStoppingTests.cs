using System.Text.Json;
using Comparison.Training;

namespace Comparison.Tests.Training;

/// <summary>When training stops early.</summary>
[TestClass]
public sealed class EarlyStoppingTests
{
    [TestMethod]
    [DataRow(1, "3 2 4", "3 2", 1)]
    [DataRow(0, "3 2 4", "3 2", 1)]
    [DataRow(2, "3 2 2 2", "3 2 2", 1)]
    [DataRow(2, "3 4 1 5 6", "3 4 1 5", 2)]
    [DataRow(1, "NaN NaN", "NaN", 0)]
    [DataRow(3, "5 4 3", "", 2)]
    public void It_stops_after_the_patience_without_a_smaller_loss_and_never_after_the_first_epoch(int patience, string losses, string before_last, int best)
    {
        double[] all = [.. losses.Split(' ').Select(double.Parse)];
        var stopping = new EarlyStopping();
        var seen = new List<double>();
        foreach (var (epoch, loss) in all.Index())
        {
            stopping = stopping.After(epoch, loss, patience);
            if (stopping.IsOver)
                break;
            seen.Add(loss);
        }

        Assert.AreEqual(before_last.Length > 0, stopping.IsOver);
        Assert.AreEqual(stopping.IsOver ? before_last : losses, string.Join(' ', seen));
        Assert.AreEqual(best, stopping.BestEpoch);
    }

    [TestMethod]
    public void It_stops_where_recorded_trainings_of_Keras_stopped()
    {
        string file = Path.Combine(Recordings.Root, "reference", "engine", "callbacks.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        int compared = 0;
        foreach (JsonElement run in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (run.GetProperty("callbacks").EnumerateArray().ToArray() is not [var callback] || callback.Text("class") != "callbacks.EarlyStopping")
                continue;
            JsonElement config = callback.GetProperty("config");
            if (config.EnumerateObject().Any(option => option.Name is not ("patience" or "monitor" or "restore_best_weights")))
                continue;
            string monitor = config.TryGetProperty("monitor", out JsonElement name) ? name.GetString()! : "val_loss";
            if (monitor is not ("loss" or "val_loss"))
                continue;
            double[] losses = run.GetProperty("history").Numbers(monitor);
            int patience = config.TryGetProperty("patience", out JsonElement given) ? given.GetInt32() : 0;

            var stopping = new EarlyStopping();
            foreach (var (epoch, loss) in losses.Index())
            {
                Assert.IsFalse(stopping.IsOver, run.Text("name"));
                stopping = stopping.After(epoch, loss, patience);
            }

            Assert.AreEqual(losses.Length < run.Number("epochs"), stopping.IsOver, run.Text("name"));
            Assert.AreEqual(run.Number("best_epoch"), stopping.BestEpoch, run.Text("name"));
            Assert.AreEqual(run.Number("wait"), stopping.Wait, run.Text("name"));
            compared++;
        }
        Assert.IsGreaterThan(0, compared);
    }
}
