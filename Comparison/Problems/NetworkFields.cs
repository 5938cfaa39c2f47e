using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataSets;
using Ledger.Files;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Problems;

/// <summary>What a problem file says of its network and its training: the document's kind by its sizes, or dense layers of any depth.</summary>
/// <param name="numbers">Reads the file's numbers.</param>
/// <param name="root">The file.</param>
internal sealed class NetworkFields(ProblemNumbers numbers, JsonElement root)
{
    private const string Layers = "layers", StartField = "start", Rate = "learning_rate", OptimizerField = "optimizer", Rounded = "float32_constants";

    // What describes a network in a trace file describes it here.
    private static readonly string[] Described = [Layers, "loss", OptimizerField];

    private readonly bool has_layers = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Layers, out _);

    private double? optimizer_rate;

    /// <summary>The network.</summary>
    /// <param name="inputs">Inputs of a row.</param>
    /// <exception cref="InputException">The file does not describe one, or not one that both sides can train.</exception>
    public Network ReadNetwork(int inputs) => has_layers ? Checked(OfLayers(inputs)) : OfDocument(inputs);

    /// <summary>The parameters to start from.</summary>
    /// <exception cref="InputException">They do not fit.</exception>
    public Dictionary<string, NumberArray> ReadStart(Network network)
    {
        JsonElement start = numbers.Field(root, StartField);
        if (has_layers && (start.ValueKind != JsonValueKind.Array || start.GetArrayLength() != network.Layers.Count))
            throw numbers.Bad(StartField, $"expected a list of {network.Layers.Count}, the weights and the bias of each layer");
        var parameters = new Dictionary<string, NumberArray>();
        foreach (var (i, parameter) in network.Parameters.Index())
        {
            string path = has_layers ? $"{StartField}[{i / 2}].{(i % 2 == 0 ? "weights" : "bias")}" : $"{StartField}.{parameter.Name}";
            parameters[parameter.Name] = numbers.Array(numbers.Field(has_layers ? start[i / 2] : start, path), path, parameter.Shape(batch: 0));
        }
        return parameters;
    }

    /// <summary>The learning rate, which stands beside the layers or in the optimizer.</summary>
    /// <exception cref="InputException">It is missing, no number, or given twice.</exception>
    public double ReadLearningRate()
    {
        bool is_beside = root.TryGetProperty(Rate, out JsonElement beside);
        if (optimizer_rate is { } rate && is_beside)
            throw numbers.Bad(Rate, $"is also given as {OptimizerField}.{Rate}; leave one of the two out");
        return optimizer_rate ?? numbers.Plain(numbers.Field(root, Rate), Rate);
    }

    private Network OfDocument(int inputs)
    {
        string path = $"{StartField}.hidden_weights";
        NumberArray hidden_weights = numbers.Matrix(numbers.Field(numbers.Field(root, StartField), path), path);
        return hidden_weights.Rows == inputs
            ? Network.Document(inputs, hidden_weights.Columns)
            : throw numbers.Bad(path, $"expected {inputs} rows, one for each column of inputs, got shape {NumberArray.Describe(hidden_weights.Shape)}");
    }

    private Network OfLayers(int inputs)
    {
        var description = new JsonObject(
            from field in Described
            where root.TryGetProperty(field, out _)
            select KeyValuePair.Create(field, JsonNode.Parse(root.GetProperty(field).GetRawText())));
        try
        {
            var (network, learning_rate) = NetworkText.Read(description.ToJsonString());
            optimizer_rate = learning_rate;
            Optimizer optimizer = network.Optimizer.AsInKeras();
            if (optimizer.Float32Constants != network.Optimizer.Float32Constants && root.GetProperty(OptimizerField).TryGetProperty(Rounded, out _))
                throw numbers.Bad($"{OptimizerField}.{Rounded}", optimizer.Float32Constants
                    ? "is false, but the framework holds these constants in float32; leave it out"
                    : "is true, but this optimizer has no constants that the framework holds in float32; leave it out");
            return new(inputs, network.Layers, network.Loss, optimizer);
        }
        catch (FormatException error)
        {
            throw numbers.Refused(error.Message);
        }
    }

    private Network Checked(Network network)
    {
        Layer last = network.Layers[^1];
        string place = $"{Layers}[{network.Layers.Count - 1}]";
        (Activation? needed, bool is_of_classes) = network.Loss switch
        {
            LossFunction.BinaryCrossentropy => ((Activation?)Activation.Sigmoid, false),
            LossFunction.MeanSquaredError => (null, false),
            _ => (Activation.Softmax, true),
        };
        // Behind any other activation Keras clips the outputs, or takes them for another's logits.
        if (needed is { } activation && last.Activation != activation)
            throw numbers.Bad($"{place}.activation", $"is \"{last.Activation.Name()}\", and {network.Loss.Name()} needs \"{activation.Name()}\" in the last layer");
        if (is_of_classes && last.Units < 2)
            throw numbers.Bad($"{place}.units", $"is {last.Units}, and {network.Loss.Name()} needs a unit for each of at least 2 classes");
        switch (network.Optimizer)
        {
            case GradientDescent { Momentum: 0, Nesterov: true }:
                throw numbers.Bad($"{OptimizerField}.nesterov", "needs a momentum above 0; give one, or leave it out");
            case GradientDescent descent:
                CheckCarried("momentum", descent.Momentum);
                break;
            case Adam adam:
                CheckCarried("beta_1", adam.Beta1);
                CheckCarried("beta_2", adam.Beta2);
                CheckCarried("epsilon", adam.Epsilon);
                break;
        }
        return network;
    }

    // The framework's API has hyper-parameters as floats.
    private void CheckCarried(string name, double value)
    {
        double carried = KerasVersion.HyperParameter.For(value).Used;
        if (carried != value)
            throw numbers.Bad($"{OptimizerField}.{name}", string.Create(CultureInfo.InvariantCulture, $"{value:R} has more digits than the framework's float carries; give {carried:R}"));
    }
}
