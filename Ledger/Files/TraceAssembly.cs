using System.Globalization;
using Ledger.Formulas;
using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>Makes a trace of a file's members, the same way for either form, and refuses what is none.</summary>
/// <param name="members">The members.</param>
internal sealed class TraceAssembly(TraceMembers members)
{
    /// <summary>The member of a step that lists its batch.</summary>
    public const string Rows = "rows";

    // Whatever the network, an array of so many numbers can be kept for the judge to report.
    private const long AlwaysKept = 1 << 20;

    // Until the inputs are counted, as if there were one.
    private Network network = Network.Document(1, 1);
    private int samples, batchSize;

    /// <summary>Whether a quantity or a side may be called so.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(char.IsControl);

    /// <summary>Reads the trace.</summary>
    /// <param name="side">Whose it is, where the file does not say.</param>
    /// <exception cref="TraceFileException">The members are no trace.</exception>
    public Trace Assemble(string side)
    {
        NetworkText.Description? described = Described();
        network = described?.Network ?? network;
        members.FirstWeights = $"start/{network.Names[0].Weights}";
        CheckNames();
        NumberArray first_weights = members.Numbers(members.FirstWeights, Numerals.Floats, shape =>
            shape is not [> 0, > 0] ? throw members.Bad(members.FirstWeights, $"expected shape (inputs, {(network.Layers.Count == 1 ? "units" : "hidden units")}), got {NumberArray.Describe(shape)}")
            : described is not null && shape[1] != network.Layers[0].Units ? throw members.Bad(members.FirstWeights, $"expected {network.Layers[0].Units} columns, as {NetworkText.Member} says, got shape {NumberArray.Describe(shape)}")
            : shape);
        network = described is null
            ? Network.Document(first_weights.Rows, first_weights.Columns)
            : new(first_weights.Rows, network.Layers, network.Loss, network.Optimizer);
        NumberArray all_inputs = members.Numbers("inputs", Numerals.Floats, Samples);
        samples = all_inputs.Rows;
        NumberArray labels = Root("labels", [samples, network.LabelColumns]);
        CheckClasses(labels);
        Dictionary<string, NumberArray> start = network.Parameters.Skip(1).ToDictionary(
            parameter => parameter.Name, parameter => Root($"start/{parameter.Name}", parameter.Shape(samples)));
        start.Add(network.Names[0].Weights, first_weights);
        double learning_rate = Root("learning_rate", [], Numerals.Rounded).Values[0];
        if (!double.IsFinite(learning_rate))
            throw members.Bad("learning_rate", $"expected a number that is finite in {members.Format}, got {Text(learning_rate)}");
        if (described?.LearningRate is { } repeated && members.Format.Nearest(repeated) != learning_rate)
            throw members.Bad(NetworkText.Member, $"optimizer.learning_rate is {Text(repeated)}, and {members.Place("learning_rate")} {Text(learning_rate)}; give the same number, or leave this one out");
        batchSize = Whole("batch_size", Root("batch_size", [], Numerals.Integers).Values[0], 1, int.MaxValue);

        ILookup<string, string> names = members.Names.ToLookup(name => name[..Math.Max(0, name.IndexOf('/'))]);
        return new()
        {
            Side = Side() ?? side,
            Format = members.Format,
            Network = network,
            Formulas = Formulas(),
            Inputs = all_inputs,
            Labels = labels,
            LearningRate = learning_rate,
            BatchSize = batchSize,
            Start = start,
            Steps = [.. Enumerable.Range(1, members.Steps).Select(step => Step(step, names[step.ToString(CultureInfo.InvariantCulture)]))],
            NotComputed = members.NotComputed,
        };
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // "loss" for "3/loss".
    private static string OwnName(string name) => name[(name.IndexOf('/') + 1)..];

    private void CheckNames()
    {
        foreach (string name in members.Names)
        {
            int slash = name.IndexOf('/');
            string own = OwnName(name);
            if (slash < 0 && (own == Rows || network.Find(own) is not null))
                throw members.Bad(name, "belongs to a step or to the start, and stands beside them; move it there");
            if (slash >= 0 && !IsName(own))
                throw members.Bad(name, "its name is empty or holds a control character; give it a plain one");
            if (name[..Math.Max(0, slash)] == "start" && network.Parameters.All(parameter => parameter.Name != own))
                throw members.Bad(name, $"is no parameter; the start has {string.Join(", ", network.Parameters.Select(parameter => parameter.Name))}");
        }
        string[] roots = ["inputs", "labels", "learning_rate", "batch_size", .. network.Parameters.Select(parameter => $"start/{parameter.Name}")];
        string[] missing = [.. roots.Where(root => !members.Has(root)).Select(members.Place)];
        if (missing.Length > 0)
            throw members.Bad($"{string.Join(", ", missing)}: missing; every trace has {(missing.Length == 1 ? "it" : "them")}");
    }

    private void CheckClasses(NumberArray labels)
    {
        int classes = network.Layers[^1].Units;
        if (network.Loss != LossFunction.SparseCategoricalCrossentropy)
            return;
        foreach (double label in labels.Values)
            if (!(label >= 0 && label < classes && double.IsInteger(label)))
                throw members.Bad("labels", $"expected numbers of classes from 0 to {classes - 1}, got {Text(label)}");
    }

    private string? Side() => members.Text("side") switch
    {
        null => null,
        string side when IsName(side) => side,
        _ => throw members.Bad("side", "is empty or holds a control character; give a plain name"),
    };

    private NetworkText.Description? Described()
    {
        try
        {
            return members.Json(NetworkText.Member) is { } json ? NetworkText.Read(json) : null;
        }
        catch (FormatException error)
        {
            throw members.Bad(NetworkText.Member, error.Message, error);
        }
    }

    private FormulaSet Formulas() => members.Text("loss_formula") switch
    {
        null => network.Formulas,
        string name => LossFormulas.Find(name, network) ?? throw members.Bad("loss_formula", $"\"{name}\" is not known; it must be {LossFormulas.Names(network)}"),
    };

    private TraceStep Step(int step, IEnumerable<string> names)
    {
        string rows_name = $"{step}/{Rows}";
        int[] rows = members.Has(rows_name) ? BatchRows(rows_name) : InOrder(step);
        Dictionary<string, NumberArray> recorded = names.Where(name => name != rows_name).ToDictionary(
            OwnName,
            name => members.Numbers(name, Numerals.Floats, shape => OfStep(name, shape, rows.Length)));
        return new(rows, recorded, new Dictionary<string, NumberArray>());
    }

    private int[] BatchRows(string name)
    {
        NumberArray rows = members.Numbers(name, Numerals.Integers, shape => Lifted(shape, [(int)NumberArray.Count(shape)])
            ?? throw members.Bad(name, $"expected the indices of the batch, shape (batch,), got {NumberArray.Describe(shape)}"));
        return rows.Values.Length > 0
            ? Array.ConvertAll(rows.Values, row => Whole(name, row, 0, samples - 1))
            : throw members.Bad(name, "lists no row; a step has at least one");
    }

    // Batches in the order of the samples, the last of an epoch smaller, then over again.
    private int[] InOrder(int step)
    {
        long batches = (samples + (long)batchSize - 1) / batchSize;
        int first = (int)((step - 1) % batches) * batchSize;
        return [.. Enumerable.Range(first, Math.Min(batchSize, samples - first))];
    }

    private IReadOnlyList<int> Samples(IReadOnlyList<int> shape) => shape switch
    {
        [> 0, var columns] when columns == network.Inputs => shape,
        [var length] when length == network.Inputs => [1, length],
        [> 0 and var length] when network.Inputs == 1 => [length, 1],
        _ => throw members.Bad("inputs", $"expected shape (samples, {network.Inputs}), as {members.Place(members.FirstWeights)} has {network.Inputs} rows, got {NumberArray.Describe(shape)}"),
    };

    private NumberArray Root(string name, int[] shape, Numerals numerals = Numerals.Floats) =>
        members.Numbers(name, numerals, found => Lifted(found, shape) ?? throw members.Bad(name,
            $"expected shape {NumberArray.Describe(shape)}, as there are {samples} samples, and {network}, got {NumberArray.Describe(found)}"));

    private IReadOnlyList<int> OfStep(string name, IReadOnlyList<int> found, int batch)
    {
        if (network.Find(OwnName(name)) is { } quantity && Lifted(found, quantity.Shape(batch)) is { } shape)
            return shape;
        long longest = network.Layers.Select(layer => layer.Units).Append(network.Inputs).Append(samples).Append(batch).Max();
        return NumberArray.Count(found) <= Math.Max(AlwaysKept, longest * longest)
            ? found
            : throw members.Bad(name, $"its shape {NumberArray.Describe(found)} holds far more numbers than any quantity of this network; leave it out");
    }

    // A vector where a column or a row is meant, and the like: axes of length 1 may be left out or added, but not moved.
    private static IReadOnlyList<int>? Lifted(IReadOnlyList<int> found, IReadOnlyList<int> shape) =>
        found.SequenceEqual(shape) ? shape
        : found.Count != shape.Count && found.Where(length => length != 1).SequenceEqual(shape.Where(length => length != 1)) ? shape
        : null;

    private int Whole(string name, double value, int least, int most) => value >= least && value <= most
        ? (int)value
        : throw members.Bad(name, $"expected {(name == "batch_size" ? "a whole number" : "row indices")} from {least} to {most}, got {Text(value)}");
}
