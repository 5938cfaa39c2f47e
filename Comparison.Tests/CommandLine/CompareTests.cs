using System.Text.Json;
using System.Text.Json.Nodes;
using KerasVersion;
using Ledger.Arithmetic;

namespace Comparison.Tests.CommandLine;

[TestClass]
public sealed class CompareTests
{
    [TestMethod]
    public void Without_arguments_it_compares_the_documents_network_in_float32_and_both_sides_agree()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        string[] lines = run.Output.Split('\n');
        Assert.AreEqual($"Scratch against {Engine.Current.Announcement}", lines[0]);
        StringAssert.Contains(lines[1], "float32, 5 epochs of 1 sample, learning rate 0.01, y_true = 1 (the document never defines it");
        StringAssert.StartsWith(lines[^2], $"Verdict: Scratch and {Engine.Current.Name} agree (");
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    public void In_a_pipe_there_are_no_escapes_and_the_table_holds_every_epoch_and_every_parameter()
    {
        string output = BuiltProgram.Run("Comparison", "compare").Output;

        Assert.IsFalse(output.Contains('\u001b'), "an escape sequence in a pipe");
        for (int epoch = 1; epoch <= 5; epoch++)
            StringAssert.Matches(output, new($@"│ {epoch} +│ +0\.4\d+ │ +0\.4\d+ │ +(same|\d+ ULP) │"));
        string[] elements = [.. from i in Enumerable.Range(0, 3) from j in Enumerable.Range(0, 4) select $"hidden_weights[{i}, {j}]",
            .. from j in Enumerable.Range(0, 4) from name in new[] { "hidden_bias", "output_weights" } select $"{name}[{j}]", "output_bias"];
        foreach (string element in elements)
            StringAssert.Matches(output, new($@"│ {System.Text.RegularExpressions.Regex.Escape(element)} +│ +0\.\d+ │ +0\.\d+ │ +(same|\d+ ULP) │"));
    }

    [TestMethod]
    public void Quiet_prints_the_verdict_line_alone()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "--quiet", "--y-true", "0");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Matches(run.Output, new($@"\AVerdict: Scratch and {Engine.Current.Name} agree \([^\n]+\.\n\z"));
    }

    [TestMethod]
    public void The_JSON_has_the_promised_form()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("result.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "compare", "--json", file, "--quiet", "--epochs", "3", "--y-true", "0.25");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        CollectionAssert.AreEqual(
            new[]
            {
                "engine", "dtype", "y_true", "epochs", "final", "max_ulps", "verdict", "reason",
                "first", "causes", "pattern", "ruled_out", "invisible", "smallest_errors", "learning_rate",
            },
            json.AsObject().Select(field => field.Key).ToArray());
        Assert.AreEqual(Engine.Current.ToString(), (string?)json["engine"]);
        Assert.AreEqual("float32", (string?)json["dtype"]);
        Assert.AreEqual(0.25, (double)json["y_true"]!);
        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, json["epochs"]!.AsArray().Select(epoch => (int)epoch!["epoch"]!).ToArray());
        foreach (string side in new[] { "scratch", "keras" })
        {
            Assert.AreEqual(JsonValueKind.Number, json["epochs"]![0]![side]!["loss"]!.GetValueKind());
            JsonNode final = json["final"]![side]!;
            Assert.HasCount(3, final["hidden_weights"]!.AsArray());
            Assert.HasCount(4, final["hidden_weights"]![0]!.AsArray());
            Assert.HasCount(4, final["hidden_bias"]!.AsArray());
            Assert.HasCount(4, final["output_weights"]!.AsArray());
            double bias = (double)final["output_bias"]!;
            Assert.IsTrue(FloatFormat.Float32.Holds(bias), "float32 is written widened");
        }
        Assert.AreEqual(JsonValueKind.Number, json["max_ulps"]!.GetValueKind());
        Assert.IsTrue((string?)json["verdict"] is "identical" or "rounding");
        Assert.IsNull(json["first"]);
        Assert.IsEmpty(json["causes"]!.AsArray());
        CollectionAssert.Contains(json["ruled_out"]!.AsArray().Select(name => (string?)name).ToArray(), "sigmoid-twice");
        CollectionAssert.Contains(json["invisible"]!.AsArray().Select(mistake => (string?)mistake!["name"]).ToArray(), "relu-missing");
        Assert.AreEqual(0.01f, (double)json["learning_rate"]!);
        Assert.AreEqual(1, Directory.GetFiles(folder.Path).Length, "nothing is left beside the file");
    }

    [TestMethod]
    public void A_recorded_network_as_a_problem_file_agrees_and_options_beat_the_file()
    {
        JsonElement network = Recordings.Cases("random_networks.json").First(item => item.Format() == FloatFormat.Float32);
        using var folder = new TemporaryFolder();
        string file = folder.Write("network.json", network.GetRawText()), json = folder.File("result.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "--problem", file, "--epochs", "2", "--learning-rate", "0.125", "--json", json);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "2 epochs");
        StringAssert.Contains(run.Output, "learning rate 0.125");
        JsonNode result = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.IsNull(result["y_true"]);
        Assert.HasCount(2, result["epochs"]!.AsArray());
    }

    [TestMethod]
    public void A_saturated_output_cannot_be_judged()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("saturated.json", """
            {"dtype": "float32", "inputs": [[1]], "labels": [1], "batch_size": 1, "epochs": 1, "learning_rate": 0.1,
             "start": {"hidden_weights": [[1]], "hidden_bias": [0], "output_weights": [90], "output_bias": 0}}
            """), json = folder.File("result.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "--problem", file, "--json", json, "--quiet");

        Assert.AreEqual(3, run.ExitCode, run.Output + run.Error);
        StringAssert.Contains(run.Output, "saturated");
        JsonNode result = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.AreEqual("cannot-judge", (string?)result["verdict"]);
        Assert.AreEqual("NaN", (string?)result["epochs"]![0]!["scratch"]!["loss"]);
        Assert.IsNull(result["max_ulps"]);
    }

    [TestMethod]
    [NeedsFloat64]
    public void A_learning_rate_with_more_digits_than_a_float_is_used_as_the_widened_float_and_the_output_says_so()
    {
        BuiltProgram plain = BuiltProgram.Run("Comparison", "--dtype", "float64", "--learning-rate", "0.05");
        BuiltProgram long_rate = BuiltProgram.Run("Comparison", "--dtype", "float64", "--learning-rate", "0.0123456789012345");

        Assert.AreEqual(0, plain.ExitCode, plain.Error);
        Assert.IsFalse(plain.Output.Contains("as float"));
        Assert.AreEqual(0, long_rate.ExitCode, long_rate.Error);
        StringAssert.Contains(long_rate.Output, $"both sides use learning rate {(double)0.0123456789012345f:R}");
    }

    [TestMethod]
    [NeedsKerasLoss]
    public void After_a_thousand_epochs_it_says_whether_the_gap_is_like_that_of_twins_and_after_five_it_says_nothing_of_them()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("result.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "--epochs", "1000", "--json", file);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Matches(run.Output, new(@"
The gap is like that of twins, so rounding alone explains it: after 1000 steps [^\n]+\.\nVerdict: "));
        JsonNode twins = JsonNode.Parse(File.ReadAllText(file))!["twins"]!;
        CollectionAssert.AreEqual(new[] { "like_twins", "steps", "gaps", "sentence" }, twins.AsObject().Select(field => field.Key).ToArray());
        Assert.IsTrue((bool)twins["like_twins"]!);
        CollectionAssert.AreEqual(
            new[] { "hidden_weights", "hidden_bias", "output_weights", "output_bias" }, twins["gaps"]!.AsArray().Select(gap => (string)gap!["parameter"]!).ToArray());
        Assert.IsFalse(BuiltProgram.Run("Comparison").Output.Contains("twins"));
    }

    [TestMethod]
    public void The_witness_network_rules_out_what_the_documents_cannot_show()
    {
        using var folder = new TemporaryFolder();
        string json = folder.File("witness.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "--witness", "--quiet", "--json", json);

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        string?[] ruled_out = [.. JsonNode.Parse(File.ReadAllText(json))!["ruled_out"]!.AsArray().Select(name => (string?)name)];
        foreach (string invisible_on_the_document in new[] { "relu-missing", "relu-mask-at-zero", "sum-over-batch", "labels-broadcast", "rows-in-another-order" })
            CollectionAssert.Contains(ruled_out, invisible_on_the_document);
        BuiltProgram.Run("Comparison", "--witness", "--y-true", "1").RefusedWith("the witness network has its own labels");
        BuiltProgram.Run("Comparison", "--witness", "--problem", "x.json").RefusedWith("--witness and --problem name two networks");
    }

    [TestMethod]
    public void Help_names_every_option_and_every_exit_code()
    {
        BuiltProgram help = BuiltProgram.Run("Comparison", "--help");

        Assert.AreEqual(0, help.ExitCode);
        foreach (string expected in new[] { "compare", "--dtype", "--y-true", "--epochs", "--learning-rate", "--problem", "--json", "--quiet", "--power", "--witness", "Exit codes: 0" })
            StringAssert.Contains(help.Output, expected);
    }
}
