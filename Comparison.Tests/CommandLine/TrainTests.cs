using System.Text.Json.Nodes;
using KerasVersion;

namespace Comparison.Tests.CommandLine;

[TestClass]
public sealed class TrainTests
{
    private static string Iris => Recordings.Table("iris");

    [TestMethod]
    public void It_tells_what_is_trained_how_good_it_became_and_whether_the_sides_agree()
    {
        BuiltProgram run = Train(Recordings.Table("breast_cancer"), "--target", "target", "--hidden", "4", "--epochs", "2", "--standardize", "--stratify");

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        string name = Engine.Current.Name;
        StringAssert.StartsWith(run.Output, $"Scratch against {Engine.Current.Announcement}\n");
        StringAssert.Contains(run.Output, "breast_cancer.csv: 455 rows to train on, 114 held out; \"target\", one of 2 classes, from 30 inputs, standardised\n");
        StringAssert.Contains(run.Output, "A network of 30 inputs, 4 relu, 1 sigmoid; binary_crossentropy; adam, learning rate 0.01; float32, 2 epochs in batches of 32");
        StringAssert.Contains(run.Output, $"│ Scratch, training rows │ {name}, training rows │ Scratch, held-out rows │ {name}, held-out rows │");
        foreach (string number in new[] { "loss", "accuracy", "precision", "recall", "area under curve" })
            StringAssert.Matches(run.Output, new($@"│ {number} +│ +\d\.\d+ │ +\d\.\d+ │ +\d\.\d+ │ +\d\.\d+ │"));
        StringAssert.Matches(run.Output, new($@"\nTrained in: Scratch \S+ s, {name} \S+ s\n"));
        StringAssert.Matches(run.Output, new($@"\nVerdict: Scratch and {name} agree \(\w+\): [^\n]+; every step was recorded and judged \(30\); a relative error of \S+ would have shown in every quantity [^\n]+\.\n\z"));
    }

    [TestMethod]
    public void A_folder_gets_the_models_the_history_the_report_and_the_pictures_and_the_report_has_the_promised_form()
    {
        using var folder = new TemporaryFolder();
        string place = folder.File("model"), json = folder.File("result.json");

        BuiltProgram run = Train("moons", "--epochs", "3", "--early-stopping", "5", "--out", place, "--json", json, "--quiet");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Matches(run.Output, new(@"\AVerdict: [^\n]+\n\z"));
        foreach (string file in new[] { "preparation.json", "checkpoint.npz", "history.csv", "report.json", "loss.svg", "loss.png", "boundaries.svg", "boundaries.png", "scratch/model.npz", "scratch/model.onnx", "keras/model.npz" })
            Assert.IsTrue(File.Exists(Path.Combine(place, file)), file);
        string[] history = File.ReadAllLines(Path.Combine(place, "history.csv"));
        Assert.AreEqual("epoch,scratch_loss,scratch_val_loss,scratch_val_accuracy,keras_loss,keras_val_loss,keras_val_accuracy", history[0]);
        Assert.HasCount(4, history);
        JsonNode report = JsonNode.Parse(File.ReadAllText(Path.Combine(place, "report.json")))!;
        Assert.AreEqual(report.ToJsonString(), JsonNode.Parse(File.ReadAllText(json))!.ToJsonString());
        CollectionAssert.AreEqual(
            new[]
            {
                "engine", "plan", "rows", "inputs", "target", "network", "loss", "learning_rate", "epochs", "steps", "stopped_early", "best_epoch", "sides", "verdict", "reason", "steps_judged",
                "causes", "smallest_errors", "ruled_out", "loss_gap", "twin_loss_gap", "twins",
            },
            report.AsObject().Select(field => field.Key).ToArray());
        Assert.AreEqual(15, (int)report["steps"]!);
        Assert.IsFalse((bool)report["stopped_early"]!);
    }

    [TestMethod]
    public void Several_classes_have_a_confusion_matrix_a_number_its_errors_and_one_side_trains_alone()
    {
        BuiltProgram classes = Train(Iris, "--target", "target", "--epochs", "2", "--side", "scratch"), number = Train(Iris, "--target", "1", "--epochs", "2", "--side", "keras", "--standardize");

        Assert.AreEqual(0, classes.ExitCode, classes.Error);
        StringAssert.StartsWith(classes.Output, "Scratch alone\n");
        StringAssert.Contains(classes.Output, "│ label \\ taken for │");
        StringAssert.Contains(classes.Output, "\nVerdict: Scratch is right (rounding): ");
        Assert.AreEqual(0, number.ExitCode, number.Error);
        StringAssert.Contains(number.Output, "│ mean absolute error │");
        StringAssert.Contains(number.Output, "│ r2 ");
    }

    [TestMethod]
    public void More_epochs_can_be_added_and_end_as_if_all_had_been_asked_for_at_once()
    {
        using var folder = new TemporaryFolder();
        string[] plan = ["circles", "--optimizer", "nesterov", "--batch-size", "20", "--trace", "0"];
        string whole = folder.File("whole"), added = folder.File("added");

        Assert.AreEqual(0, Train([.. plan, "--epochs", "5", "--out", whole]).ExitCode);
        Assert.AreEqual(0, Train([.. plan, "--epochs", "2", "--out", added]).ExitCode);
        Train("--resume", added).RefusedWith($"{added}: this training is finished; add epochs with --epochs N, N above 2.");
        BuiltProgram run = Train("--resume", added, "--epochs", "5");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        foreach (string side in new[] { "scratch", "keras" })
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(whole, side, "model.npz")), File.ReadAllBytes(Path.Combine(added, side, "model.npz")), side);
    }

    [TestMethod]
    public void A_folder_that_holds_a_training_is_not_overwritten_unless_asked()
    {
        using var folder = new TemporaryFolder();
        string place = folder.File("model"), report = Path.Combine(place, "report.json");
        Assert.AreEqual(0, Train("xor", "--epochs", "1", "--out", place).ExitCode);
        string before = File.ReadAllText(report);

        Train("xor", "--epochs", "2", "--out", place).RefusedWith($"--out: {place} holds a finished training (checkpoint.npz); name another folder, or replace it with --overwrite.");

        Assert.AreEqual(before, File.ReadAllText(report));
        Assert.AreEqual(0, Train("xor", "--epochs", "2", "--out", place, "--overwrite").ExitCode);
        Assert.AreEqual(2, (int)JsonNode.Parse(File.ReadAllText(report))!["epochs"]!);
    }

    [TestMethod]
    [DataRow("train: name a table, or a made one: xor, moons, circles, spirals, blobs.")]
    [DataRow("there is no such file", "nothing.csv")]
    [DataRow("--target: name the column of $IRIS to predict: ", "$IRIS")]
    [DataRow("there is no column", "$IRIS", "--target", "species")]
    [DataRow("--hidden gives one hidden layer, --layers several", "xor", "--hidden", "3", "--layers", "3,2")]
    [DataRow("--layers: '3,0' is not whole numbers from 1 up, separated by commas.", "xor", "--layers", "3,0")]
    [DataRow("--optimizer: 'rmsprop' is not sgd or momentum or nesterov or adam.", "xor", "--optimizer", "rmsprop")]
    [DataRow("--loss: binary_crossentropy does not go with the target \"target\", which has 3 classes", "$IRIS", "--target", "target", "--loss", "binary_crossentropy")]
    [DataRow("--loss: categorical_crossentropy does not go with the target \"1\", which is a number", "$IRIS", "--target", "1", "--loss", "categorical_crossentropy")]
    [DataRow("--split: '1' is not a number from 0 to below 1.", "xor", "--split", "1")]
    [DataRow("--dtype: 'float16' is not float32 or float64.", "xor", "--dtype", "float16")]
    [DataRow("need a folder for the checkpoint; give --out.", "xor", "--checkpoint-every", "2")]
    [DataRow("there is no such checkpoint", "--resume", "nowhere")]
    [DataRow("--resume takes everything but --epochs from the checkpoint; leave --hidden, --seed, --out out.", "--resume", "nowhere", "--seed", "3", "--hidden", "4", "--out", "x")]
    public void Wrong_use_and_bad_input_are_refused_in_one_line(string expected, params string[] arguments) =>
        Train(Array.ConvertAll(arguments, argument => argument.Replace("$IRIS", Iris))).RefusedWith(expected.Replace("$IRIS", Iris).Replace("\"1\"", "\"sepal_length\""));

    [TestMethod]
    public void A_checkpoint_is_not_gone_on_from_with_another_table()
    {
        using var folder = new TemporaryFolder();
        string table = folder.Write("t.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{row},{row % 2}\n"))), place = folder.File("model");
        Assert.AreEqual(0, Train(table, "--target", "y", "--epochs", "1", "--out", place).ExitCode);
        File.AppendAllText(table, "3,1\n");

        Train("--resume", place, "--epochs", "2").RefusedWith($"checkpoint.npz: is a checkpoint of another training than one on {table}, which may have changed");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_full_disk_ends_it_in_one_line_and_leaves_no_half_written_file()
    {
        using var folder = new TemporaryFolder();
        string place = folder.File("model");

        // No file may grow beyond so many blocks of 512 bytes or, with some shells, 1024; .NET's own map of code in memory counts as one.
        BuiltProgram run = BuiltProgram.RunIn("export DOTNET_EnableWriteXorExecute=0; ulimit -f 8; trap '' XFSZ;", "Comparison", "train", "moons", "--epochs", "2", "--hidden", "200", "--out", place);

        Assert.AreEqual(2, run.ExitCode, run.Output + run.Error);
        Assert.AreEqual(1, run.Error.Count(letter => letter == '\n'), run.Error);
        StringAssert.Contains(run.Error, "checkpoint.npz: cannot be written (");
        Assert.IsEmpty(Directory.GetFileSystemEntries(place));
    }

    private static BuiltProgram Train(params string[] arguments) => BuiltProgram.Run("Comparison", ["train", .. arguments]);
}
