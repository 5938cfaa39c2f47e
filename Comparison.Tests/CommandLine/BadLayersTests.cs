using System.Text.Json.Nodes;

namespace Comparison.Tests.CommandLine;

/// <summary>A problem file whose layers, loss, optimizer, start or labels cannot be used gets one line that names the place.</summary>
[TestClass]
public sealed class BadLayersTests
{
    private const string Good = """
        {"dtype": "float32", "inputs": [[0.5, 1], [2, 3]], "labels": [0, 2], "batch_size": 2, "epochs": 1,
         "layers": [{"units": 2, "activation": "tanh"}, {"units": 3, "activation": "softmax"}],
         "loss": "sparse_categorical_crossentropy", "optimizer": {"name": "adam", "learning_rate": 0.1},
         "start": [{"weights": [[1, 2], [3, 4]], "bias": [0, 0]}, {"weights": [[1, 2, 3], [4, 5, 6]], "bias": [0, 0, 0]}]}
        """;

    private const string Sigmoid = """[{"units": 2, "activation": "tanh"}, {"units": 3, "activation": "sigmoid"}]""";

    [TestMethod]
    public void The_file_that_the_bad_ones_are_made_from_is_good() => Assert.AreEqual(0, Compare(Good).ExitCode);

    [TestMethod]
    [DataRow("layers", "[]", "A network has at least one layer")]
    [DataRow("layers", "3", "layers must be a list of layers")]
    [DataRow("layers/0", "3", "layers[0] must be an object of units, activation")]
    [DataRow("layers/0/units", "0", "A layer has at least one unit, not 0")]
    [DataRow("layers/0/units", "1.5", "layers[0].units must be a whole number")]
    [DataRow("layers/0/units", null, "layers[0].units is missing")]
    [DataRow("layers/1/activation", "\"softsign\"", "layers[1].activation must be one of \"linear\", \"relu\", \"sigmoid\", \"tanh\", \"softmax\"")]
    [DataRow("layers/0/use_bias", "false", "layers[0].use_bias is not known; there are units, activation")]
    [DataRow("layers/1/activation", "\"sigmoid\"", "layers[1].activation: is \"sigmoid\", and sparse_categorical_crossentropy needs \"softmax\" in the last layer")]
    [DataRow("layers/1/units", "1", "layers[1].units: is 1, and sparse_categorical_crossentropy needs a unit for each of at least 2 classes")]
    [DataRow("loss", null, "loss is missing")]
    [DataRow("loss", "\"hinge\"", "loss must be one of \"binary_crossentropy\", \"categorical_crossentropy\", \"sparse_categorical_crossentropy\", \"mean_squared_error\"")]
    [DataRow("loss", "\"binary_crossentropy\"", "layers[1].activation: is \"softmax\", and binary_crossentropy needs \"sigmoid\" in the last layer")]
    [DataRow("optimizer", null, "learning_rate: is missing")]
    [DataRow("optimizer/name", "\"lion\"", "optimizer.name must be \"sgd\" or \"adam\"")]
    [DataRow("optimizer/learning_rate", null, "learning_rate: is missing")]
    [DataRow("optimizer/learning_rate", "0", "learning_rate: 0 is not a positive number")]
    [DataRow("learning_rate", "0.5", "learning_rate: is also given as optimizer.learning_rate; leave one of the two out")]
    [DataRow("optimizer/beta1", "0.5", "optimizer.beta1 is not known; there are name, learning_rate, beta_1, beta_2, epsilon")]
    [DataRow("optimizer/beta_1", "1", "Adam's decay rates are at least 0 and below 1")]
    [DataRow("optimizer/beta_2", "0.9123456789", "optimizer.beta_2: 0.9123456789 has more digits than the framework's float carries; give 0.9123457")]
    [DataRow("optimizer", "{\"name\": \"sgd\", \"learning_rate\": 0.1, \"nesterov\": true}", "optimizer.nesterov: needs a momentum above 0")]
    [DataRow("optimizer", "{\"name\": \"sgd\", \"learning_rate\": 0.1, \"momentum\": 2}", "A momentum lies between 0 and 1")]
    [DataRow("optimizer/float32_constants", "false", "optimizer.float32_constants: is false, but the framework holds these constants in float32; leave it out")]
    [DataRow("optimizer", "{\"name\": \"sgd\", \"learning_rate\": 0.1, \"float32_constants\": true}", "optimizer.float32_constants: is true, but this optimizer has no constants that the framework holds in float32; leave it out")]
    [DataRow("start", "[]", "start: expected a list of 2, the weights and the bias of each layer")]
    [DataRow("start/1", "[]", "start[1]: expected an object, got an array")]
    [DataRow("start/1/weights", "[[1, 2], [3, 4]]", "start[1].weights: expected shape (2, 3), got (2, 2)")]
    [DataRow("start/0/bias", null, "start[0].bias: is missing")]
    [DataRow("start/0/bias", "[0, \"NaN\"]", "start[0].bias[1]: is NaN")]
    [DataRow("labels", "[0, 3]", "labels[1]: 3 is the number of no class; the last layer has classes 0 to 2")]
    [DataRow("labels", "[0, 0.5]", "labels[1]: 0.5 is the number of no class")]
    [DataRow("labels", "[-1, 0]", "labels[0]: -1 is the number of no class")]
    [DataRow("labels", "[[0, 1, 0], [0, 1, 0]]", "labels: expected shape (2, 1), got (2, 3)")]
    public void A_bad_field_is_named(string field, string? value, string expected) => Compare(With(Good, field, value)).RefusedWith(expected);

    [TestMethod]
    [DataRow("categorical_crossentropy", "[[0, 1, 0], [0.5, 0.25, 0.5]]", "labels[1]: sums to 1.25; the labels of a row must sum to 1")]
    [DataRow("categorical_crossentropy", "[[0, 1, 0], [2, -1, 0]]", "labels[1][0]: 2 lies outside [0, 1]")]
    [DataRow("categorical_crossentropy", "[0, 1]", "labels: expected shape (2, 3), got (2,)")]
    public void Labels_outside_the_range_of_the_loss_are_named(string loss, string labels, string expected) =>
        Compare(With(With(Good, "loss", $"\"{loss}\""), "labels", labels)).RefusedWith(expected);

    [TestMethod]
    public void Labels_of_several_sigmoids_lie_in_0_to_1_and_those_of_a_squared_error_anywhere()
    {
        string several = With(With(Good, "layers", Sigmoid), "labels", "[[0, 1, 0.5], [0, 1, 1.5]]");

        Compare(With(several, "loss", "\"binary_crossentropy\"")).RefusedWith("labels[1][2]: 1.5 lies outside [0, 1]");
        Assert.AreEqual(0, Compare(With(several, "loss", "\"mean_squared_error\"")).ExitCode);
    }

    // A path of names and indices with slashes between them.
    private static string With(string json, string path, string? value)
    {
        JsonNode problem = JsonNode.Parse(json)!;
        JsonNode parent = problem;
        string[] steps = path.Split('/');
        foreach (string step in steps[..^1])
            parent = parent is JsonArray list ? list[int.Parse(step)]! : parent[step]!;
        JsonNode? node = value is null ? null : JsonNode.Parse(value);
        if (parent is JsonArray array)
            array[int.Parse(steps[^1])] = node;
        else if (value is null)
            parent.AsObject().Remove(steps[^1]);
        else
            parent[steps[^1]] = node;
        return problem.ToJsonString();
    }

    private static BuiltProgram Compare(string problem)
    {
        using var folder = new TemporaryFolder();
        return BuiltProgram.Run("Comparison", "--quiet", "--problem", folder.Write("problem.json", problem));
    }
}
