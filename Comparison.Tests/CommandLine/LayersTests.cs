using System.Text.Json.Nodes;
using KerasVersion;

namespace Comparison.Tests.CommandLine;

/// <summary>The commands on a problem file that describes its network layer by layer.</summary>
[TestClass]
public sealed class LayersTests
{
    private static readonly string Iris = Path.Combine(Recordings.Root, "samples", "problems", "iris.json");

    [TestMethod]
    public void Both_sides_agree_and_the_report_names_the_network_and_every_parameter()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "--problem", Iris);

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        string[] lines = run.Output.Split('\n');
        Assert.AreEqual("A network of 4 inputs, 6 tanh, 4 relu, 3 softmax; sparse categorical cross-entropy; Adam, learning rate 0.02; float32, 5 epochs of 12 samples in batches of 4", lines[1]);
        foreach (string element in new[] { "hidden1_weights[3, 5]", "hidden1_bias[5]", "hidden2_weights[5, 3]", "hidden2_bias[3]", "output_weights[3, 2]", "output_bias[2]" })
            StringAssert.Contains(run.Output, $"│ {element}");
        StringAssert.StartsWith(lines[^2], $"Verdict: Scratch and {Engine.Current.Name} agree (");
    }

    [TestMethod]
    [DataRow("""{"name": "sgd", "learning_rate": 0.1, "momentum": 0.9}""", "gradient descent, momentum 0.9, learning rate 0.1;")]
    [DataRow("""{"name": "sgd", "learning_rate": 0.1, "momentum": 0.5, "nesterov": true}""", "gradient descent, Nesterov momentum 0.5, learning rate 0.1;")]
    [DataRow("""{"name": "sgd", "learning_rate": 0.1}""", "gradient descent, learning rate 0.1;")]
    [DataRow("""{"name": "adam", "learning_rate": 0.1, "beta_1": 0.8, "epsilon": 1e-5}""", "Adam, beta_1 0.8, epsilon 1E-05, learning rate 0.1;")]
    public void Every_optimizer_is_trained_and_named(string optimizer, string described)
    {
        using var folder = new TemporaryFolder();
        JsonNode problem = JsonNode.Parse(File.ReadAllText(Iris))!;
        problem["optimizer"] = JsonNode.Parse(optimizer);
        string dtype = Engine.Current.HasFloat64 ? "float64" : "float32";

        BuiltProgram run = BuiltProgram.Run("Comparison", "--problem", folder.Write("problem.json", problem.ToJsonString()), "--dtype", dtype);

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        StringAssert.Contains(run.Output, described);
    }

    [TestMethod]
    public void The_JSON_has_every_parameter_in_its_shape()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("result.json");

        Assert.AreEqual(0, BuiltProgram.Run("Comparison", "--problem", Iris, "--quiet", "--json", file).ExitCode);

        JsonNode json = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (string side in new[] { "scratch", "keras" })
        {
            JsonObject final = json["final"]![side]!.AsObject();
            CollectionAssert.AreEqual(
                new[] { "hidden1_weights", "hidden1_bias", "hidden2_weights", "hidden2_bias", "output_weights", "output_bias" }, final.Select(field => field.Key).ToArray());
            Assert.HasCount(4, final["output_weights"]!.AsArray());
            Assert.HasCount(3, final["output_weights"]![0]!.AsArray());
            Assert.HasCount(3, final["output_bias"]!.AsArray());
        }
    }

    [TestMethod]
    [DataRow(".npz", false)]
    [DataRow(".json", true)]
    public void A_trace_that_is_written_is_read_and_judged(string ending, bool stable)
    {
        using var folder = new TemporaryFolder();
        string[] files = [folder.File($"scratch{ending}"), folder.File($"keras{ending}")];
        foreach (var (side, file) in new[] { "scratch", "keras" }.Zip(files))
            Assert.AreEqual(0, BuiltProgram.Run("Comparison", ["trace", "--side", side, "--problem", Iris, "--out", file, .. stable ? ["--stable"] : Array.Empty<string>()]).ExitCode);

        BuiltProgram judged = BuiltProgram.Run("Comparison", ["judge", .. files]), compared = BuiltProgram.Run("Comparison", ["diff", .. files]);

        Assert.AreEqual(0, judged.ExitCode, judged.Output + judged.Error);
        foreach (string line in judged.Output.TrimEnd().Split('\n'))
            StringAssert.Contains(line, "is right (rounding)");
        Assert.AreEqual(0, compared.ExitCode, compared.Output + compared.Error);
    }

    [TestMethod]
    public void Explain_puts_the_numbers_into_the_formulas_of_every_layer()
    {
        BuiltProgram sum = BuiltProgram.Run("Comparison", "explain", "hidden2_layer_input", "--problem", Iris, "--step", "3", "--side", "keras");
        BuiltProgram root = BuiltProgram.Run("Comparison", "explain", "inputs", "--problem", Iris);

        Assert.AreEqual(0, sum.ExitCode, sum.Output + sum.Error);
        StringAssert.Contains(sum.Output, "hidden2_layer_input[0, 0] = hidden1_layer_output · hidden2_weights + hidden2_bias = ");
        StringAssert.Contains(sum.Output, "Reads: hidden1_layer_output, hidden2_weights");
        root.RefusedWith("What is computed first from it is hidden1_layer_input");
    }

    [TestMethod]
    public void The_hand_written_gradients_of_every_layer_agree_with_differences_of_the_loss()
    {
        BuiltProgram run = BuiltProgram.Run("Comparison", "check-gradients", "--problem", Iris, "--epochs", "2");

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);
        foreach (string parameter in new[] { "hidden1_weights", "hidden2_bias", "output_weights" })
            StringAssert.Matches(run.Output, new($@"│ {parameter} .* agree │"));
    }

    [TestMethod]
    public void A_known_mistake_cannot_be_studied_on_it() =>
        BuiltProgram.Run("Comparison", "study", "--mistake", "relu-missing", "--problem", Iris).RefusedWith("study: known mistakes are those of the document's kind of network alone");

    [TestMethod]
    public void With_a_loss_from_the_logits_Scratch_can_be_judged_where_the_document_saturates()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("saturated.json", """
            {"dtype": "float32", "inputs": [[1]], "labels": [1], "batch_size": 1, "epochs": 1, "learning_rate": 0.1,
             "start": {"hidden_weights": [[1]], "hidden_bias": [0], "output_weights": [90], "output_bias": 0}}
            """);

        BuiltProgram document = BuiltProgram.Run("Comparison", "--problem", file, "--quiet"), stable = BuiltProgram.Run("Comparison", "--problem", file, "--stable");

        Assert.AreEqual(3, document.ExitCode, document.Output + document.Error);
        Assert.AreEqual(0, stable.ExitCode, stable.Output + stable.Error);
        StringAssert.Contains(stable.Output, "; Scratch computes the loss from the logits\n");
    }
}
