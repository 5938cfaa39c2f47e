using System.Text.Json;
using Benchmarks.Sides;

namespace Benchmarks.Tests;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("'--rounds 0'", "--rounds", "0")]
    [DataRow("'--rounds many'", "--rounds", "many")]
    [DataRow("--picture", "--picture", "cases.gif")]
    [DataRow("there is no folder", "--json", "no/such/folder/result.json")]
    [DataRow("fast", "fast")]
    public void Wrong_use_is_refused_in_one_line_before_anything_is_measured(string expected, params string[] arguments)
    {
        var run = BuiltBenchmarks.Run(arguments);
        Assert.AreEqual(2, run.ExitCode, run.Error);
        Assert.AreEqual("", run.Output);
        Assert.AreEqual(1, run.Error.Count(c => c == '\n'), run.Error);
        StringAssert.Contains(run.Error, expected.Trim('\'').Split(' ')[^1]);
    }

    [TestMethod]
    public void The_quick_benchmark_prints_the_machine_and_its_peak_before_the_table()
    {
        string[] lines = BuiltBenchmarks.Run("--rounds", "2", "--only", "3-4-1").Output.Split('\n');
        StringAssert.Contains(lines[0], $"{Environment.ProcessorCount} cores");
        StringAssert.StartsWith(lines[1], "Multiply-add peak of one core: ");
        Assert.AreEqual(1, lines.Count(line => line.StartsWith("| 3-4-1, batch 1 ", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void The_json_form_holds_machine_peak_and_every_side_with_quartiles_and_ratios()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("benchmarks-");
        try
        {
            string file = Path.Combine(folder.FullName, "result.json"), picture = Path.Combine(folder.FullName, "result.svg");
            var run = BuiltBenchmarks.Run("--rounds", "3", "--only", "5-7-1, batch 7", "--json", file, "--picture", picture);
            Assert.AreEqual(0, run.ExitCode, run.Error);
            JsonElement report = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            Assert.AreEqual("quick", report.GetProperty("command").GetString());
            Assert.AreEqual(Environment.ProcessorCount, report.GetProperty("machine").GetProperty("cores").GetInt32());
            Assert.IsGreaterThan(0, report.GetProperty("peak").GetProperty("float64").GetProperty("median").GetDouble());
            JsonElement only = report.GetProperty("cases").EnumerateArray().Single();
            Assert.AreEqual("5-7-1, batch 7", only.GetProperty("name").GetString());
            // Two products of 5 x 7, three of 7 x 1, for each of seven rows.
            Assert.AreEqual(7 * (2 * 35 + 3 * 7), only.GetProperty("multiply_adds").GetInt64());
            Assert.IsInRange(0, 1, only.GetProperty("share_of_bound").GetDouble());
            string[] sides = [.. only.GetProperty("sides").EnumerateArray().Select(side => side.GetProperty("name").GetString()!)];
            string[] c = Gcc.Version is null ? [] : [SideNames.C, SideNames.FastC];
            CollectionAssert.AreEqual((string[])[SideNames.Scratch, .. c, SideNames.Naive, SideNames.Torch, SideNames.Keras, "Scratch on 4-8-1"], sides);
            foreach (JsonElement side in only.GetProperty("sides").EnumerateArray())
            {
                JsonElement value = side.GetProperty("value");
                Assert.IsGreaterThan(0, value.GetProperty("lower_quartile").GetDouble());
                Assert.IsGreaterThanOrEqualTo(value.GetProperty("lower_quartile").GetDouble(), value.GetProperty("median").GetDouble());
                Assert.IsGreaterThanOrEqualTo(value.GetProperty("median").GetDouble(), value.GetProperty("upper_quartile").GetDouble());
            }
            Assert.AreEqual(sides.Length * (sides.Length - 1), only.GetProperty("ratios").GetArrayLength());
            StringAssert.Contains(File.ReadAllText(picture), "</svg>");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
