using System.Diagnostics;
using System.Globalization;
using Comparison.Tests.Models;
using CsvHelper;
using DataSets.Preparing;

namespace Comparison.Tests.CommandLine;

/// <summary><c>predict</c> as a user runs it.</summary>
[TestClass]
public sealed class PredictTests
{
    private const string Fruit = """"
        weight,colour,kind,price
        120,red,"apple, sweet",1200
        150,red,"apple, sweet",1500
        118,green,"pear ""Conference""",2200
        90,yellow,"pear ""Conference""",1900
        200,yellow,melon,5100
        230,green,melon,4700

        """";

    [TestMethod]
    public void Each_class_has_its_probability_and_the_class_chosen_its_own_name()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("fruit.csv", Fruit);
        SavedTraining.In(folder.Path, data, new() { Target = "kind", LeftOut = ["price"], Standardize = true });

        string[][] rows = Rows(BuiltProgram.Run("Comparison", "predict", folder.Path, data));

        string[] classes = ["apple, sweet", "melon", "pear \"Conference\""];
        string[] header = ["row", .. from side in new[] { "scratch", "keras" } from name in classes.Select(name => $"probability_{name}").Append("kind") select $"{side}_{name}"];
        CollectionAssert.AreEqual(header, rows[0]);
        Assert.HasCount(7, rows);
        foreach (var (i, row) in rows[1..].Index())
        {
            Assert.AreEqual($"{i + 1}", row[0]);
            foreach (int first in new[] { 1, 5 })
            {
                double[] probabilities = [.. row[first..(first + 3)].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
                // Each is rounded to float.
                Assert.AreEqual(1, probabilities.Sum(), 4 * Math.ScaleB(1, -24));
                Assert.AreEqual(classes[Array.IndexOf(probabilities, probabilities.Max())], row[first + 3]);
            }
        }
    }

    [TestMethod]
    public void Data_without_the_target_are_predicted_as_data_with_it()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("fruit.csv", Fruit), bare = folder.Write("bare.csv", "colour,weight\nred,120\nred,150\ngreen,118\nyellow,90\nyellow,200\ngreen,230\n");
        SavedTraining.In(folder.Path, data, new() { Target = "kind", LeftOut = ["price"], Standardize = true });
        BuiltProgram with_target = BuiltProgram.Run("Comparison", "predict", folder.Path, data), without = BuiltProgram.Run("Comparison", "predict", folder.Path, bare);
        Assert.AreEqual(0, without.ExitCode, without.Error);
        Assert.AreEqual(with_target.Output, without.Output);
    }

    [TestMethod]
    public void A_number_is_predicted_in_its_own_unit_and_one_side_alone_has_its_columns_alone()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("fruit.csv", Fruit);
        SavedTraining.In(folder.Path, data, new() { Target = "price", TargetKind = TargetKind.Number, TargetDividedBy = 1000, Standardize = true });

        string[][] rows = Rows(BuiltProgram.Run("Comparison", "predict", folder.Path, data, "--side", "keras"));

        CollectionAssert.AreEqual(new[] { "row", "keras_price" }, rows[0]);
        foreach (string[] row in rows[1..])
            Assert.IsGreaterThan(200, double.Parse(row[1], CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void Two_classes_have_two_probabilities_and_a_file_gets_what_standard_output_does()
    {
        using var folder = new TemporaryFolder();
        SavedTraining.In(folder.Path, "moons", new() { Target = "label" });
        BuiltProgram printed = BuiltProgram.Run("Comparison", "predict", folder.Path, "moons"), written = BuiltProgram.Run("Comparison", "predict", folder.Path, "moons", "--out", folder.File("predictions.csv"));

        string[][] rows = Rows(printed);
        CollectionAssert.AreEqual(new[] { "row", "scratch_probability_0", "scratch_probability_1", "scratch_label" }, rows[0][..4]);
        Assert.HasCount(201, rows);
        foreach (string[] row in rows[1..])
            Assert.AreEqual(float.Parse(row[2], CultureInfo.InvariantCulture) > 0.5 ? "1" : "0", row[3]);
        Assert.AreEqual("", written.Output);
        Assert.AreEqual(printed.Output, File.ReadAllText(folder.File("predictions.csv")).ReplaceLineEndings("\n"));
    }

    [TestMethod]
    public void What_does_not_fit_the_model_is_refused_in_one_line_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("fruit.csv", Fruit), predictions = folder.File("predictions.csv");
        SavedTraining.In(folder.Path, data, new() { Target = "kind", LeftOut = ["price"], Standardize = true });

        Refused(folder.Write("lacking.csv", "colour,price\nred,1\n"), "there is no column \"weight\"; there are colour, price");
        Refused(folder.Write("text.csv", "colour,weight\nred,120\nred,heavy\n"), "line 3");
        Refused(folder.Write("unseen.csv", "colour,weight\nred,120\nblue,120\n"), "\"blue\" was not in the training rows");
        Refused(folder.Write("missing.csv", "colour,weight\nred,120\nred,\n"), "is missing");
        Refused(folder.Write("empty.csv", ""), "empty.csv");
        Refused(folder.File("nowhere.csv"), "nowhere.csv");
        BuiltProgram.Run("Comparison", "predict", folder.File("nowhere"), data).RefusedWith("holds no model");
        BuiltProgram.Run("Comparison", "predict", folder.Path, data, "--out", folder.File("no/where.csv")).RefusedWith("does not exist");
        BuiltProgram.Run("Comparison", "predict", folder.Path, data, "--side", "both").RefusedWith("scratch or keras");
        File.WriteAllBytes(folder.File("keras/model.npz"), File.ReadAllBytes(folder.File("keras/model.npz"))[..300]);
        Refused(data, "model.npz");

        void Refused(string table, string words)
        {
            BuiltProgram.Run("Comparison", "predict", folder.Path, table, "--out", predictions).RefusedWith(words);
            Assert.IsFalse(File.Exists(predictions));
        }
    }

    [TestMethod]
    public void A_full_disk_is_told_in_one_line_and_leaves_nothing_half_written()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("A disk is made full as Linux can.");
        using var folder = new TemporaryFolder();
        SavedTraining.In(folder.Path, "moons", new() { Target = "label" });
        string[] before = Directory.GetFileSystemEntries(folder.Path);

        // Files of 4 KiB at most: the predictions take more.
        Shell("ulimit -f 8; trap '' XFSZ", $"--out {folder.File("predictions.csv")}").RefusedWith("predictions.csv: cannot be written");
        Shell("", "> /dev/full").RefusedWith("standard output: cannot be written");

        CollectionAssert.AreEquivalent(before, Directory.GetFileSystemEntries(folder.Path));

        BuiltProgram Shell(string limit, string rest)
        {
            var start = new ProcessStartInfo("sh", ["-c", $"{limit}\nexec dotnet {Path.Combine(AppContext.BaseDirectory, "Comparison.dll")} predict {folder.Path} moons {rest}"]) { RedirectStandardError = true, RedirectStandardOutput = true };
            // The runtime maps memory through files of its own, which have a limit too, unless told not to.
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return new(process.ExitCode, output.Result, error);
        }
    }

    private static string[][] Rows(BuiltProgram run)
    {
        Assert.AreEqual(0, run.ExitCode, run.Error);
        using var csv = CsvReader.Create(new StringReader(run.Output), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return [.. rows];
    }
}
