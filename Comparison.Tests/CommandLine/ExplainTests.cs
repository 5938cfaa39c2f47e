using System.Text.Json.Nodes;
using KerasVersion;

namespace Comparison.Tests.CommandLine;

[TestClass]
public sealed class ExplainTests
{
    [TestMethod]
    public void It_prints_the_formula_with_the_numbers_put_in_and_what_was_recorded()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "explain", "dL_dz_out");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "y_true = 1 (the document never defines it");
        StringAssert.Contains(run.Output, "dL_dz_out of Scratch, step 1\n");
        StringAssert.Contains(run.Output, "dL_dz_out[0, 0] = dL_doutput · doutput_dz_out = -1.5605 · 0.2302 = -0.3592\n");
        StringAssert.Contains(run.Output, "Holds: dL_doutput · doutput_dz_out, in every element within its rounding budget\n");
        StringAssert.Contains(run.Output, "  (output - y_true) / n: holds too\n");
        StringAssert.Contains(run.Output, "Reads: dL_doutput, doutput_dz_out\n");
        StringAssert.EndsWith(run.Output, "Read by: dL_doutput_weights, dL_doutput_bias, dL_dhidden_output\n");
    }

    [TestMethod]
    [NeedsKerasLoss]
    public void A_quantity_that_the_framework_does_not_compute_has_the_reason_and_the_derived_value()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "explain", "dL_doutput", "--side", "keras", "--step", "2");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, $"dL_doutput of {Engine.Current.Name}, step 2\nThis side does not compute it: the framework computes the cross-entropy from the logits");
        StringAssert.Matches(run.Output, new(@"│ Element +│ +Derived │ +Exact │ Distance │\n"));
        StringAssert.Contains(run.Output, "Read by: nothing\n");
    }

    [TestMethod]
    public void Of_a_large_array_the_first_elements_are_shown_and_how_many_more()
    {
        using var folder = new TemporaryFolder();
        string json = folder.File("explained.json"), problem = folder.Write("wide.json", new JsonObject
        {
            ["dtype"] = "float32",
            ["inputs"] = Matrix(1, 40),
            ["labels"] = Matrix(1, 1),
            ["batch_size"] = 1,
            ["epochs"] = 1,
            ["learning_rate"] = 0.1,
            ["start"] = new JsonObject { ["hidden_weights"] = Matrix(40, 2), ["hidden_bias"] = new JsonArray(0, 0), ["output_weights"] = Matrix(2, 1), ["output_bias"] = 0 },
        }.ToJsonString());

        BuiltProgram run = BuiltProgram.Run("Comparison", "explain", "hidden_weights", "--problem", problem, "--json", json);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "… and 76 more elements (--json FILE has all)\n");
        Assert.HasCount(80, JsonNode.Parse(File.ReadAllText(json))!["elements"]!.AsArray());

        static JsonArray Matrix(int rows, int columns) =>
            new([.. Enumerable.Range(0, rows).Select(_ => new JsonArray([.. Enumerable.Range(0, columns).Select(_ => (JsonNode)0.25)]))]);
    }

    [TestMethod]
    public void The_JSON_has_every_element_with_its_text_and_its_numbers()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("explained.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "explain", "hidden_layer_input", "--json", file);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        CollectionAssert.AreEqual(
            new[] { "side", "quantity", "step", "verdict", "not_computed", "form", "elements", "other_forms", "parents", "children" },
            json.AsObject().Select(field => field.Key).ToArray());
        Assert.AreEqual("rounding", (string?)json["verdict"]);
        Assert.HasCount(4, json["elements"]!.AsArray());
        Assert.AreEqual("0.2 · 0.1 + 0.1 · 0.4 + 0.7 · 0.1 + 0.1", (string?)json["elements"]![0]!["substituted"]);
        Assert.AreEqual("hidden_weights", (string?)json["parents"]![1]!["name"]);
        Assert.AreEqual(0, (int)json["parents"]![1]!["step"]!);
    }

    [TestMethod]
    [DataRow(new[] { "dL_doutpt" }, "'dL_doutpt' is not a quantity of this network; the nearest are dL_doutput, ")]
    [DataRow(new[] { "inputs" }, "inputs has no formula: the training starts from it")]
    [DataRow(new[] { "loss", "--step", "6" }, "--step: 6 is beyond this training, which has 5 steps")]
    [DataRow(new[] { "loss", "--step", "0" }, "--step: '0' is not a whole number from 1 to 2147483647")]
    [DataRow(new[] { "loss", "--side", "torch" }, "--side: 'torch' is not scratch or keras")]
    [DataRow(new string[0], "QUANTITY")]
    public void What_cannot_be_explained_is_refused_in_one_line(string[] arguments, string expected) =>
        BuiltProgram.Run("Comparison", ["explain", .. arguments]).RefusedWith(expected);
}
