using System.Text;
using System.Text.Json;
using Ledger.Networks;

namespace Ledger.Files;

/// <summary>The description of a network as a file holds it: JSON with its layers, its loss and its optimizer.</summary>
public static class NetworkText
{
    /// <summary>The member that holds it.</summary>
    public const string Member = "network";

    private const string LearningRateField = "learning_rate", Momentum = "momentum", Nesterov = "nesterov",
        Beta1 = "beta_1", Beta2 = "beta_2", Epsilon = "epsilon", Float32Constants = "float32_constants";

    /// <summary>What a description says.</summary>
    /// <param name="Network">The network, as if it had one input: how many there are is not in the description.</param>
    /// <param name="LearningRate">The learning rate, where it is repeated there.</param>
    public sealed record Description(Network Network, double? LearningRate);

    /// <summary>Reads a description.</summary>
    /// <exception cref="FormatException">It is none; the message names the place and the remedy.</exception>
    public static Description Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement network = document.RootElement;
            Fields("", network, "layers", "loss", "optimizer");
            var (optimizer, learning_rate) = network.TryGetProperty("optimizer", out JsonElement described)
                ? OptimizerOf(described)
                : (new GradientDescent(), null);
            return new(new(1, LayersOf(Field(network, "layers", "")), Named<LossFunction>("loss", Field(network, "loss", ""), LossFunctionNames.Name), optimizer), learning_rate);
        }
        catch (JsonException error)
        {
            throw new FormatException($"is no JSON ({error.Message.TrimEnd('.')}); write it with json.dumps", error);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"{error.Message.Split(" (Parameter")[0].TrimEnd('.')}; change the number", error);
        }
    }

    /// <summary>A description as a text.</summary>
    public static string Json(Network network, double learning_rate)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
            Write(json, network, learning_rate);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>Writes a description.</summary>
    public static void Write(Utf8JsonWriter json, Network network, double learning_rate)
    {
        json.WriteStartObject();
        json.WriteStartArray("layers");
        foreach (Layer layer in network.Layers)
        {
            json.WriteStartObject();
            json.WriteNumber("units", layer.Units);
            json.WriteString("activation", layer.Activation.Name());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("loss", network.Loss.Name());
        json.WriteStartObject("optimizer");
        json.WriteString("name", network.Optimizer.Name);
        json.WriteNumber(LearningRateField, learning_rate);
        if (network.Optimizer is GradientDescent descent)
        {
            json.WriteNumber(Momentum, descent.Momentum);
            json.WriteBoolean(Nesterov, descent.Nesterov);
        }
        else if (network.Optimizer is Adam adam)
        {
            json.WriteNumber(Beta1, adam.Beta1);
            json.WriteNumber(Beta2, adam.Beta2);
            json.WriteNumber(Epsilon, adam.Epsilon);
        }
        json.WriteBoolean(Float32Constants, network.Optimizer.Float32Constants);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IEnumerable<Layer> LayersOf(JsonElement layers)
    {
        if (layers.ValueKind != JsonValueKind.Array)
            throw Bad("layers", "must be a list of layers");
        foreach (var (i, layer) in layers.EnumerateArray().Index())
        {
            string place = $"layers[{i}]";
            Fields(place, layer, "units", "activation");
            JsonElement units = Field(layer, "units", place);
            yield return new(
                units.ValueKind == JsonValueKind.Number && units.TryGetInt32(out int count) ? count : throw Bad($"{place}.units", "must be a whole number"),
                layer.TryGetProperty("activation", out JsonElement activation) ? Named<Activation>($"{place}.activation", activation, ActivationNames.Name) : Activation.Linear);
        }
    }

    private static (Optimizer, double?) OptimizerOf(JsonElement optimizer)
    {
        const string place = "optimizer";
        if (optimizer.ValueKind != JsonValueKind.Object)
            throw Bad(place, "must be an object with a name");
        JsonElement name = Field(optimizer, "name", place);
        double? learning_rate = optimizer.TryGetProperty(LearningRateField, out _) ? Number(LearningRateField, 0) : null;
        switch (name.ValueKind == JsonValueKind.String ? name.GetString() : null)
        {
            case "sgd":
                Fields(place, optimizer, "name", LearningRateField, Momentum, Nesterov, Float32Constants);
                return (new GradientDescent(Number(Momentum, 0), Truth(Nesterov)) { Float32Constants = Truth(Float32Constants) }, learning_rate);
            case "adam":
                Fields(place, optimizer, "name", LearningRateField, Beta1, Beta2, Epsilon, Float32Constants);
                var usual = new Adam();
                return (new Adam(Number(Beta1, usual.Beta1), Number(Beta2, usual.Beta2), Number(Epsilon, usual.Epsilon)) { Float32Constants = Truth(Float32Constants) }, learning_rate);
            default:
                throw Bad($"{place}.name", "must be \"sgd\" or \"adam\"");
        }

        double Number(string field, double usual) =>
            !optimizer.TryGetProperty(field, out JsonElement number) ? usual
            : number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out double value) && double.IsFinite(value) ? value
            : throw Bad($"{place}.{field}", "must be a number");

        bool Truth(string field) =>
            optimizer.TryGetProperty(field, out JsonElement truth)
            && (truth.ValueKind is JsonValueKind.True or JsonValueKind.False ? truth.GetBoolean() : throw Bad($"{place}.{field}", "must be true or false"));
    }

    private static T Named<T>(string place, JsonElement text, Func<T, string> name)
        where T : struct, Enum
    {
        string? given = text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        foreach (T value in Enum.GetValues<T>())
            if (name(value) == given)
                return value;
        throw Bad(place, $"must be one of {string.Join(", ", Enum.GetValues<T>().Select(value => $"\"{name(value)}\""))}");
    }

    private static JsonElement Field(JsonElement of, string name, string place) =>
        of.TryGetProperty(name, out JsonElement field) ? field : throw Bad(place.Length == 0 ? name : $"{place}.{name}", "is missing; give it");

    // A field that is misspelt must not be taken for one that is left out.
    private static void Fields(string place, JsonElement element, params string[] known)
    {
        string dot = place.Length == 0 ? "" : $"{place}.";
        if (element.ValueKind != JsonValueKind.Object)
            throw Bad(place, $"must be an object of {string.Join(", ", known)}");
        foreach (JsonProperty property in element.EnumerateObject())
            if (!known.Contains(property.Name))
                throw Bad($"{dot}{property.Name}", $"is not known; there are {string.Join(", ", known)}");
    }

    private static FormatException Bad(string place, string what) => new(place.Length == 0 ? what : $"{place} {what}");
}
