using System.Text.Json;

namespace Comparison.Tests.Scratch.Dense.Recorded;

/// <summary>The recorded cases that Scratch is not compared with, and why; the tests print how many of each file are.</summary>
internal static class PassedOver
{
    private static readonly string[] activations = ["linear", "relu", "sigmoid", "tanh", "softmax"];
    private static readonly string[] losses = ["binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy", "mean_squared_error"];
    private static readonly string[] optimizers = ["sgd", "momentum", "nesterov", "adam"];

    /// <summary>Why a case is passed over; null for one that is compared.</summary>
    public static string? Reason(string file, JsonElement run) => file switch
    {
        "losses.json" => Unknown(file, run) ?? Arguments(run.GetProperty("args")),
        _ => Unknown(file, run),
    };

    /// <summary>The numbers of the cases that are compared, with what each is called.</summary>
    public static IEnumerable<object[]> Compared(string file) => Recordings.Cases(file).Index()
        .Where(run => Reason(file, run.Item) is null).Select(run => new object[] { run.Index, Name(run.Item) });

    /// <summary>
    /// Prints how many cases of a file are known, compared and passed over, the latter with their reasons; fails if nothing is
    /// compared of something that Scratch has, in a dtype.
    /// </summary>
    public static void Report(string file)
    {
        IReadOnlyList<JsonElement> all = Recordings.Cases(file);
        (string Name, string? Reason)[] over = [.. all.Select(run => (Name(run), Reason(file, run))).Where(run => run.Item2 is not null)];
        Console.WriteLine($"{file}: {all.Count} cases known, {all.Count - over.Length} compared, {over.Length} passed over");
        foreach (var (name, reason) in over)
            Console.WriteLine($"  {name}: {reason}");
        var (field, kinds) = Kinds(file);
        string[] compared = [.. all.Where(run => Reason(file, run) is null).Select(run => $"{(field is null ? "" : run.Text(field))} {run.Text("dtype")}").Distinct().Order()];
        CollectionAssert.AreEqual(kinds.SelectMany(kind => new[] { $"{kind} float32", $"{kind} float64" }).Order().ToArray(), compared, file);
    }

    // What Scratch has of what the cases of a file are of.
    private static (string? Field, string[] Known) Kinds(string file) => file switch
    {
        "activations.json" => ("activation", activations),
        "losses.json" => ("loss", losses),
        "optimizers.json" => ("optimizer", optimizers),
        "datasets.json" => ("optimizer", ["SGD", "Adam"]),
        "random_networks.json" => (null, [""]),
        _ => throw new ArgumentException($"{file} is not known to these tests.", nameof(file)),
    };

    private static string? Unknown(string file, JsonElement run) =>
        Kinds(file) is not { Field: { } field, Known: var known } || known.Contains(run.Text(field)) ? null : $"Scratch has no {field} {run.Text(field)}";

    private static string? Arguments(JsonElement arguments)
    {
        foreach (JsonProperty argument in arguments.EnumerateObject())
            if (argument.Name == "reduction" && argument.Value.GetString() != "sum_over_batch_size")
                return "Scratch's loss is a mean";
            else if (argument.Name is not ("reduction" or "from_logits"))
                return $"Scratch has no {argument.Name}";
        return null;
    }

    // What tells a case from the others of its file.
    private static string Name(JsonElement run) => string.Join(", ", new[] { "activation", "loss", "args", "optimizer", "dataset", "dtype" }
        .Where(field => run.TryGetProperty(field, out _)).Select(field => string.Concat($"{run.GetProperty(field)}".Where(c => !char.IsWhiteSpace(c)))));
}
