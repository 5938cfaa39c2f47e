using System.Globalization;
using Ledger.Formulas;
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

    private static readonly string[] Roots =
        ["inputs", "labels", "learning_rate", "batch_size", .. Quantity.Parameters.Select(parameter => $"start/{parameter.Name}")];

    private int inputs, hidden, samples, batchSize;

    /// <summary>Whether a quantity or a side may be called so.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(char.IsControl);

    /// <summary>Reads the trace.</summary>
    /// <param name="side">Whose it is, where the file does not say.</param>
    /// <exception cref="TraceFileException">The members are no trace.</exception>
    public Trace Assemble(string side)
    {
        CheckNames();
        NumberArray hidden_weights = members.Numbers("start/hidden_weights", Numerals.Floats, shape => shape is [> 0, > 0]
            ? shape
            : throw members.Bad("start/hidden_weights", $"expected shape (inputs, hidden units), got {NumberArray.Describe(shape)}"));
        (inputs, hidden) = (hidden_weights.Rows, hidden_weights.Columns);
        NumberArray all_inputs = members.Numbers("inputs", Numerals.Floats, Samples);
        samples = all_inputs.Rows;
        NumberArray labels = Root("labels", [samples, 1]);
        Dictionary<string, NumberArray> start = Quantity.Parameters.Skip(1).ToDictionary(
            parameter => parameter.Name, parameter => Root($"start/{parameter.Name}", parameter.Shape(inputs, hidden, samples)));
        start.Add("hidden_weights", hidden_weights);
        double learning_rate = Root("learning_rate", [], Numerals.Rounded).Values[0];
        if (!double.IsFinite(learning_rate))
            throw members.Bad("learning_rate", $"expected a number that is finite in {members.Format}, got {Text(learning_rate)}");
        batchSize = Whole("batch_size", Root("batch_size", [], Numerals.Integers).Values[0], 1, int.MaxValue);

        ILookup<string, string> names = members.Names.ToLookup(name => name[..Math.Max(0, name.IndexOf('/'))]);
        return new()
        {
            Side = Side() ?? side,
            Format = members.Format,
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
            if (slash < 0 && (own == Rows || Quantity.Find(own) is not null))
                throw members.Bad(name, "belongs to a step or to the start, and stands beside them; move it there");
            if (slash >= 0 && !IsName(own))
                throw members.Bad(name, "its name is empty or holds a control character; give it a plain one");
            if (name[..Math.Max(0, slash)] == "start" && Quantity.Parameters.All(parameter => parameter.Name != own))
                throw members.Bad(name, $"is no parameter; the start has {string.Join(", ", Quantity.Parameters.Select(parameter => parameter.Name))}");
        }
        string[] missing = [.. Roots.Where(root => !members.Has(root)).Select(members.Place)];
        if (missing.Length > 0)
            throw members.Bad($"{string.Join(", ", missing)}: missing; every trace has {(missing.Length == 1 ? "it" : "them")}");
    }

    private string? Side() => members.Text("side") switch
    {
        null => null,
        string side when IsName(side) => side,
        _ => throw members.Bad("side", "is empty or holds a control character; give a plain name"),
    };

    private FormulaSet Formulas() => members.Text("loss_formula") switch
    {
        null => FormulaSet.Document,
        string name => LossFormulas.Find(name) ?? throw members.Bad("loss_formula", $"\"{name}\" is not known; it must be {LossFormulas.Names}"),
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
        [> 0, var columns] when columns == inputs => shape,
        [var length] when length == inputs => [1, length],
        [> 0 and var length] when inputs == 1 => [length, 1],
        _ => throw members.Bad("inputs", $"expected shape (samples, {inputs}), as {members.Place("start/hidden_weights")} has {inputs} rows, got {NumberArray.Describe(shape)}"),
    };

    private NumberArray Root(string name, int[] shape, Numerals numerals = Numerals.Floats) =>
        members.Numbers(name, numerals, found => Lifted(found, shape) ?? throw members.Bad(name,
            $"expected shape {NumberArray.Describe(shape)}, as there are {samples} samples, {inputs} inputs and {hidden} hidden units, got {NumberArray.Describe(found)}"));

    private IReadOnlyList<int> OfStep(string name, IReadOnlyList<int> found, int batch)
    {
        if (Quantity.Find(OwnName(name)) is { } quantity && Lifted(found, quantity.Shape(inputs, hidden, batch)) is { } shape)
            return shape;
        long longest = Math.Max(Math.Max(samples, batch), Math.Max(inputs, hidden));
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
