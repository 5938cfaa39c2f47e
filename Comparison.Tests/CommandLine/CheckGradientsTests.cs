using System.Text.Json.Nodes;

namespace Comparison.Tests.CommandLine;

[TestClass]
public sealed class CheckGradientsTests
{
    [TestMethod]
    public void The_documents_gradients_agree_in_both_dtypes()
    {
        foreach (string dtype in new[] { "float32", "float64" })
        {
            BuiltProgram run = BuiltProgram.Run("Comparison", "check-gradients", "--dtype", dtype);

            Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
            StringAssert.StartsWith(run.Output, "Scratch's gradients against central differences of the loss\nThe document's network: ");
            foreach (var (parameter, size) in new[] { ("hidden_weights", 60), ("hidden_bias", 20), ("output_weights", 20), ("output_bias", 5) })
                StringAssert.Matches(run.Output, new($@"│ {parameter} +│ +{size} │ +0 │ +\S+ │ +\S+ │ +-0\.\d+ │ +agree │"));
            StringAssert.EndsWith(run.Output, "\nVerdict: the hand-written gradients agree: 105 elements lie within the bounds of their differences.\n");
        }
    }

    [TestMethod]
    public void An_element_at_a_kink_is_named_and_the_JSON_has_the_promised_form()
    {
        using var folder = new TemporaryFolder();
        string problem = folder.Write("kink.json", Problem("[[1, 1]]", "[1, -1]")), file = folder.File("result.json");

        BuiltProgram run = BuiltProgram.Run("Comparison", "check-gradients", "--problem", problem, "--json", file);

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        StringAssert.Contains(run.Output, "Not to be judged so, for the difference crosses a kink of ReLU: step 1, dL_dhidden_weights[0, 1], step 1, dL_dhidden_bias[1].\n");
        StringAssert.Contains(run.Output, "; 2 could not be judged at kinks of ReLU.\n");
        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        CollectionAssert.AreEqual(new[] { "dtype", "steps", "gradients", "verdict", "reason" }, json.AsObject().Select(field => field.Key).ToArray());
        JsonNode weights = json["gradients"]![0]!;
        CollectionAssert.AreEqual(
            new[] { "parameter", "elements", "checked", "furthest", "kinks", "verdict" }, weights.AsObject().Select(field => field.Key).ToArray());
        CollectionAssert.AreEqual(
            new[] { "step", "index", "gradient", "difference", "distance", "bound" }, weights["furthest"]!.AsObject().Select(field => field.Key).ToArray());
        Assert.AreEqual("[0,1]", weights["kinks"]![0]!["index"]!.ToJsonString());
        Assert.AreEqual("rounding", (string?)json["verdict"]);
    }

    [TestMethod]
    [DataRow("[[90, 90]]", "[1, 1]", "the network's numbers saturate")]
    [DataRow("[[0, 0]]", "[0, 0]", "all of hidden_weights and hidden_bias lie at kinks of ReLU")]
    public void What_cannot_be_judged_exits_with_3_and_says_why(string hidden_weights, string hidden_bias, string expected)
    {
        using var folder = new TemporaryFolder();

        BuiltProgram run = BuiltProgram.Run("Comparison", "check-gradients", "--quiet", "--problem", folder.Write("problem.json", Problem(hidden_weights, hidden_bias)));

        Assert.AreEqual(3, run.ExitCode, run.Output + run.Error);
        StringAssert.Matches(run.Output, new(@"\AVerdict: the hand-written gradients cannot be judged: [^\n]+\n\z"));
        StringAssert.Contains(run.Output, expected);
    }

    [TestMethod]
    [DataRow(new[] { "--dtype", "float16" }, "--dtype: 'float16' is not float32 or float64")]
    [DataRow(new[] { "--problem", "none.json" }, "none.json: there is no such problem file")]
    [DataRow(new[] { "--json", "no/such/folder/result.json" }, "does not exist; create it first")]
    [DataRow(new[] { "--networks", "3" }, "--networks")]
    public void Bad_input_is_refused_in_one_line(string[] arguments, string expected) =>
        BuiltProgram.Run("Comparison", ["check-gradients", .. arguments]).RefusedWith(expected);

    private static string Problem(string hidden_weights, string hidden_bias) => $$"""
        {"dtype": "float32", "inputs": [[1]], "labels": [1], "batch_size": 1, "epochs": 1, "learning_rate": 0.125,
         "start": {"hidden_weights": {{hidden_weights}}, "hidden_bias": {{hidden_bias}}, "output_weights": [0.5, 0.5], "output_bias": 0.5 } }
        """;
}
