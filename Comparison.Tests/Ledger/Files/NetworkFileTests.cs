using System.Text.Json.Nodes;
using CsCheck;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>Traces of networks that are not the document's, and what they may say of the network.</summary>
[TestClass]
public sealed class NetworkFileTests
{
    private static readonly Trace Small = HonestNetwork.Train(
        FloatFormat.Float32, new(2, [new(3, Activation.Relu), new(2, Activation.Softmax)], LossFunction.CategoricalCrossentropy, new GradientDescent(0.5)), 1, 1).Trace;

    [TestMethod]
    public void Any_network_is_read_back_with_the_same_bits_from_either_form()
    {
        using var folder = new TemporaryFolder();
        HonestNetwork.Any.Sample(training =>
        {
            // JSON knows one NaN.
            Trace trace = training.Trace.Map(value => double.IsNaN(value) ? double.NaN : value);
            foreach (string name in new[] { "trace.npz", "trace.json" })
            {
                TraceFile.Write(folder.File(name), trace);
                Traces.AreSame(trace, TraceFile.Read(folder.File(name)));
            }
        }, iter: 150, threads: 1);
    }

    [TestMethod]
    public void A_network_that_is_the_documents_may_be_described_and_is_not_when_written()
    {
        Trace document = Traces.Small(FloatFormat.Float32);
        using var folder = new TemporaryFolder();
        TraceFile.Write(folder.File("trace.json"), document);
        JsonObject json = JsonNode.Parse(File.ReadAllText(folder.File("trace.json")))!.AsObject();
        Assert.IsFalse(json.ContainsKey("network"));

        json["network"] = JsonNode.Parse("""{"layers": [{"units": 4, "activation": "relu"}, {"units": 1, "activation": "sigmoid"}], "loss": "binary_crossentropy"}""");
        File.WriteAllText(folder.File("trace.json"), json.ToJsonString());

        Traces.AreSame(document, TraceFile.Read(folder.File("trace.json")));
    }

    [TestMethod]
    public void What_is_left_out_of_an_optimizer_is_Kerass_default()
    {
        Assert.AreEqual(new Adam(0.9, 0.999, 1e-7), Read(json => json["optimizer"] = new JsonObject { ["name"] = "adam" }).Network.Optimizer);
        Assert.AreEqual(new GradientDescent(), Read(json => json.Remove("optimizer")).Network.Optimizer);
        Assert.AreEqual(Activation.Linear, Read(json => json["layers"]![0]!.AsObject().Remove("activation")).Network.Layers[0].Activation);
    }

    [TestMethod]
    [DataRow("layers", null, "layers is missing")]
    [DataRow("layers", "{}", "layers must be a list")]
    [DataRow("layers", "[]", "at least one layer")]
    [DataRow("layers", "[3]", "layers[0] must be an object of units, activation")]
    [DataRow("layers", """[{"units": 3, "activation": "relu"}, {"activation": "softmax"}]""", "layers[1].units is missing")]
    [DataRow("layers", """[{"units": 0}]""", "at least one unit, not 0")]
    [DataRow("layers", """[{"units": 2.5}]""", "layers[0].units must be a whole number")]
    [DataRow("layers", """[{"units": 3, "activation": "gelu"}]""", "layers[0].activation must be one of \"linear\"")]
    [DataRow("layers", """[{"units": 3, "activiation": "relu"}]""", "layers[0].activiation is not known")]
    [DataRow("layers", """[{"units": 5, "activation": "relu"}, {"units": 2, "activation": "softmax"}]""", "expected 5 columns")]
    [DataRow("layers", """[{"units": 3, "activation": "relu"}, {"units": 4, "activation": "softmax"}]""", "labels")]
    [DataRow("loss", "\"hinge\"", "loss must be one of \"binary_crossentropy\"")]
    [DataRow("loss", null, "loss is missing")]
    [DataRow("optimizer", "\"adam\"", "optimizer must be an object")]
    [DataRow("optimizer", "{}", "optimizer.name is missing")]
    [DataRow("optimizer", """{"name": "rmsprop"}""", "optimizer.name must be \"sgd\" or \"adam\"")]
    [DataRow("optimizer", """{"name": "sgd", "beta_1": 0.9}""", "optimizer.beta_1 is not known")]
    [DataRow("optimizer", """{"name": "sgd", "momentum": "0.9"}""", "optimizer.momentum must be a number")]
    [DataRow("optimizer", """{"name": "sgd", "momentum": 1.5}""", "between 0 and 1")]
    [DataRow("optimizer", """{"name": "adam", "float32_constants": 1}""", "optimizer.float32_constants must be true or false")]
    [DataRow("optimizer", """{"name": "sgd", "learning_rate": 7}""", "give the same number")]
    [DataRow("losses", "1", "losses is not known")]
    public void A_description_that_is_none_is_refused_in_one_line_that_names_the_place(string field, string? value, string says) =>
        Traces.IsRefused(
            () => Read(json =>
            {
                if (value is null)
                    json.Remove(field);
                else
                    json[field] = JsonNode.Parse(value);
            }),
            "trace.json", says);

    [TestMethod]
    public void A_description_that_is_no_object_or_no_JSON_is_refused()
    {
        foreach (string json in new[] { "3", "null", "[]", "\"{}\"" })
            Traces.IsRefused(() => Read(trace => trace["network"] = JsonNode.Parse(json), ofTrace: true), "trace.json", "network: must be an object of layers, loss, optimizer");

        Npz npz = Npz.Of(Small);
        npz["network"] = Npz.Npy("<U1", "()", [(byte)'{', 0, 0, 0]);
        Traces.IsRefused(() => npz.Read(), "trace.npz", "network: is no JSON");
    }

    [TestMethod]
    public void The_epsilon_inside_the_logarithms_is_binary_cross_entropys_alone()
    {
        Traces.IsRefused(() => Read(trace => trace["loss_formula"] = "epsilon-inside-logarithms", ofTrace: true), "loss_formula", "it must be \"document\"");

        Trace binary = HonestNetwork.Train(FloatFormat.Float64, new(2, [new(2, Activation.Sigmoid)], LossFunction.BinaryCrossentropy), 1, 2).Trace;
        binary = binary with { Formulas = binary.Network.FormulasWithEpsilonInsideLogarithms };
        using var folder = new TemporaryFolder();
        TraceFile.Write(folder.File("trace.json"), binary);
        Traces.AreSame(binary, TraceFile.Read(folder.File("trace.json")));
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(-1)]
    [DataRow(0.5)]
    public void A_label_that_is_no_class_is_refused(double label) => Traces.IsRefused(
        () => Read(trace =>
        {
            trace["network"]!["loss"] = "sparse_categorical_crossentropy";
            trace["labels"] = new JsonArray([.. trace["labels"]!.AsArray().Select(_ => (JsonNode)new JsonArray(label))]);
        }, ofTrace: true),
        "labels", "expected numbers of classes from 0 to 1");

    private static Trace Read(Action<JsonObject> change, bool ofTrace = false)
    {
        using var folder = new TemporaryFolder();
        TraceFile.Write(folder.File("trace.json"), Small);
        JsonObject json = JsonNode.Parse(File.ReadAllText(folder.File("trace.json")))!.AsObject();
        change(ofTrace ? json : json["network"]!.AsObject());
        File.WriteAllText(folder.File("trace.json"), json.ToJsonString());
        return TraceFile.Read(folder.File("trace.json"));
    }
}
