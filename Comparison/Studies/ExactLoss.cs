using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Studies;

/// <summary>A network's loss at one step of a training, by the ledger's formulas in double-double, as a function of one parameter's element.</summary>
internal sealed class ExactLoss
{
    private readonly Rounding rounding = new(FloatFormat.DoubleDouble);
    private readonly Network network;
    private readonly Dictionary<string, Estimates> known = [];

    /// <param name="trace">Where the parameters before the step, and its batch, come from.</param>
    /// <param name="step">The step, from 1.</param>
    public ExactLoss(Trace trace, int step)
    {
        network = trace.Network;
        foreach (string root in new[] { "inputs", "labels" })
            known[root] = Recorded(trace.Read(root, step)!);
        foreach (Quantity parameter in network.Parameters)
            known[parameter.Name] = Recorded(trace.Read(parameter.Name, step - 1)!);
        Evaluate("loss", known);
    }

    /// <summary>The loss at the recorded parameters, with a bound of its evaluation's error.</summary>
    public Bounded Loss => known["loss"].Values[0];

    /// <summary>A layer's pre-activations at the recorded parameters, shape (rows, units).</summary>
    /// <param name="layer">The layer, from 0.</param>
    public Estimates Sums(int layer) => known[network.Names[layer].Sum];

    /// <summary>The loss, and the pre-activations of every layer, with one element of a parameter moved.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="layer">The layer that it belongs to, from 0.</param>
    /// <param name="position">The element.</param>
    /// <param name="distance">How far it is moved; the sum is exact.</param>
    public (Bounded Loss, IReadOnlyList<Estimates> Sums) At(string parameter, int layer, int position, double distance)
    {
        Estimates array = known[parameter];
        var move = new double[array.Values.Length];
        move[position] = distance;
        var moved = new Dictionary<string, Estimates>(known) { [parameter] = array + Estimates.Recorded(rounding, array.Rows, array.Columns, move) };
        // What lies before the parameter stays.
        foreach (LayerNames names in network.Names.Skip(layer))
        {
            moved.Remove(names.Sum);
            moved.Remove(names.Output);
        }
        moved.Remove("loss");
        return (Evaluate("loss", moved).Values[0], [.. network.Names.Select(names => Evaluate(names.Sum, moved))]);
    }

    /// <summary>
    /// How fast the network's inner numbers move with an element, at most: the pre-activation it goes into, and those of the
    /// layers behind it. No activation is steeper than 1.
    /// </summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="layer">The layer that it belongs to, from 0.</param>
    /// <param name="position">The element.</param>
    public double Reach(string parameter, int layer, int position)
    {
        LayerNames names = network.Names[layer];
        int units = network.Layers[layer].Units;
        double own = parameter == names.Weights ? LargestOfColumn(known[layer == 0 ? "inputs" : network.Names[layer - 1].Output], position / units) : 1;
        double behind = 1, most = 1;
        for (int next = layer + 1; next < network.Layers.Count; next++)
        {
            Estimates weights = known[network.Names[next].Weights];
            // Behind the element's own unit all units move; so do a softmax's at once.
            bool one_moves = next == layer + 1 && network.Layers[layer].Activation != Activation.Softmax;
            IEnumerable<int> rows = one_moves ? [position % units] : Enumerable.Range(0, weights.Rows);
            behind *= rows.Sum(row => LargestOfRow(weights, row));
            most = Math.Max(most, behind);
        }
        return own * most;
    }

    private static double LargestOfColumn(Estimates array, int column) =>
        Enumerable.Range(0, array.Rows).Max(row => Math.Abs(array.Values[row * array.Columns + column].Value.High));

    private static double LargestOfRow(Estimates array, int row) =>
        Enumerable.Range(0, array.Columns).Max(column => Math.Abs(array.Values[row * array.Columns + column].Value.High));

    private Estimates Evaluate(string quantity, Dictionary<string, Estimates> known)
    {
        if (known.TryGetValue(quantity, out Estimates? estimates))
            return estimates;
        IReadOnlyList<Form> forms = network.Formulas[quantity].Forms;
        // From the logits a cross-entropy is finite and exact, also where an output is 0 or 1 to many digits.
        Form form = quantity == "loss" ? forms.FirstOrDefault(form => form.Reads(LayerNames.OfOutput.Sum)) ?? forms[0] : forms[0];
        return known[quantity] = form.Evaluate([.. form.Parents.Select(parent => Evaluate(parent.Name, known))]);
    }

    private Estimates Recorded(NumberArray array) => Estimates.Recorded(rounding, array.Rows, array.Columns, array.Values);
}
