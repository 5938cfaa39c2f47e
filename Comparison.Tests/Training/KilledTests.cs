using System.Diagnostics;

namespace Comparison.Tests.Training;

/// <summary>Trainings that are killed and gone on from, as processes.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class KilledTests
{
    // A checkpoint after every piece, pieces being parted by the steps that are judged.
    private static readonly string[] plan = ["spirals", "--rows", "400", "--layers", "8,8", "--activation", "tanh", "--epochs", "60", "--trace", "0", "--checkpoint-minutes", "0.000001"];

    [TestMethod]
    public void Killed_at_random_moments_it_ends_in_the_same_bits() => EndsAlike(kills: 2, seed: 1);

    [TestMethod]
    [TestCategory("Long")]
    public void Killed_at_many_random_moments_it_ends_in_the_same_bits() => EndsAlike(kills: 25, seed: 2);

    [TestMethod]
    public void Stopped_by_a_signal_it_saves_a_checkpoint_says_how_to_go_on_and_ends_in_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        string whole = folder.File("whole"), stopped = folder.File("stopped");
        Assert.AreEqual(0, BuiltProgram.Run("Comparison", ["train", .. plan, "--out", whole]).ExitCode);

        using Process training = Start(["train", .. plan, "--out", stopped]);
        WaitFor(Path.Combine(stopped, "checkpoint.npz"), training);
        using (Process signal = Process.Start("kill", ["-INT", $"{training.Id}"]))
            signal.WaitForExit();
        string error = training.StandardError.ReadToEnd();
        training.WaitForExit();

        Assert.AreEqual(130, training.ExitCode, error);
        StringAssert.Matches(error, new($@"\AStopped in epoch \d+ of 60, after \d+ steps\. Go on with: train --resume {stopped}\n\z"));
        Assert.AreEqual(0, BuiltProgram.Run("Comparison", "train", "--resume", stopped).ExitCode);
        Same(whole, stopped);
    }

    private static void EndsAlike(int kills, int seed)
    {
        using var folder = new TemporaryFolder();
        string whole = folder.File("whole"), killed = folder.File("killed"), checkpoint = Path.Combine(killed, "checkpoint.npz");
        var clock = Stopwatch.StartNew();
        Assert.AreEqual(0, BuiltProgram.Run("Comparison", ["train", .. plan, "--out", whole]).ExitCode);
        TimeSpan once = clock.Elapsed;

        var random = new Random(seed);
        int done = 0;
        while (done < kills)
        {
            bool goes_on = File.Exists(checkpoint);
            using Process training = Start(goes_on ? ["train", "--resume", killed] : ["train", .. plan, "--out", killed, "--overwrite"]);
            // Somewhere in the time that a training takes: before, between and in the writing of checkpoints, and of what is written in the end.
            if (!training.WaitForExit(once * random.NextDouble()))
            {
                training.Kill();
                training.WaitForExit();
                done++;
            }
            else
            {
                // It came to its end between two kills, or was killed when all was written: another one starts.
                string error = training.StandardError.ReadToEnd();
                Assert.IsTrue(training.ExitCode == 0 || error.Contains("this training is finished"), $"after {done} kills: {error}");
                Directory.Delete(killed, recursive: true);
            }
        }
        string[] last = File.Exists(checkpoint) ? ["train", "--resume", killed] : ["train", .. plan, "--out", killed, "--overwrite"];
        BuiltProgram end = BuiltProgram.Run("Comparison", last);

        // The last kill may have come after everything was written.
        if (end.ExitCode != 0)
            StringAssert.Contains(end.Error, "this training is finished");
        Console.WriteLine($"{done} kills");
        Same(whole, killed);
    }

    private static void Same(string whole, string other)
    {
        foreach (string side in new[] { "scratch", "keras" })
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(whole, side, "model.npz")), File.ReadAllBytes(Path.Combine(other, side, "model.npz")), side);
        Assert.AreEqual(File.ReadAllText(Path.Combine(whole, "history.csv")), File.ReadAllText(Path.Combine(other, "history.csv")));
        Assert.IsEmpty(Directory.GetFiles(other, "*.tmp", SearchOption.AllDirectories));
    }

    private static Process Start(string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Comparison.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static void WaitFor(string file, Process training)
    {
        while (!File.Exists(file) && !training.HasExited)
            Thread.Sleep(5);
    }
}
