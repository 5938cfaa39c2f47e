using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Traces;

namespace Comparison.Studies;

/// <summary>The document's loss at one step of a training, by the ledger's formulas in double-double, as a function of one parameter's element.</summary>
internal sealed class ExactLoss
{
    private readonly Rounding rounding = new(FloatFormat.DoubleDouble);
    private readonly Dictionary<string, Estimates> known = [];

    /// <param name="trace">Where the parameters before the step, and its batch, come from.</param>
    /// <param name="step">The step, from 1.</param>
    public ExactLoss(Trace trace, int step)
    {
        foreach (string root in new[] { "inputs", "labels" })
            known[root] = Recorded(trace.Read(root, step)!);
        foreach (Quantity parameter in trace.Network.Parameters)
            known[parameter.Name] = Recorded(trace.Read(parameter.Name, step - 1)!);
        (Loss, HiddenLayerInput) = Evaluate(known);
        // Whatever an output parameter is, the hidden layer stays.
        known["hidden_layer_input"] = HiddenLayerInput;
        known["hidden_layer_output"] = Evaluate("hidden_layer_output", known);
    }

    /// <summary>The loss at the recorded parameters, with a bound of its evaluation's error.</summary>
    public Bounded Loss { get; }

    /// <summary>The pre-activations of the hidden layer at the recorded parameters, shape (rows, hidden).</summary>
    public Estimates HiddenLayerInput { get; }

    /// <summary>The same with one element of a parameter moved.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="position">The element.</param>
    /// <param name="distance">How far it is moved; the sum is exact.</param>
    public (Bounded Loss, Estimates HiddenLayerInput) At(string parameter, int position, double distance)
    {
        Estimates array = known[parameter];
        var move = new double[array.Values.Length];
        move[position] = distance;
        var moved = new Dictionary<string, Estimates>(known) { [parameter] = array + Estimates.Recorded(rounding, array.Rows, array.Columns, move) };
        if (parameter is "hidden_weights" or "hidden_bias")
        {
            moved.Remove("hidden_layer_input");
            moved.Remove("hidden_layer_output");
        }
        return Evaluate(moved);
    }

    /// <summary>
    /// How fast the network's inner numbers move with an element, at most: the pre-activation it goes into, and the logit
    /// behind that.
    /// </summary>
    public double Reach(string parameter, int position)
    {
        Estimates output_weights = known["output_weights"];
        return parameter switch
        {
            "hidden_weights" => Largest("inputs", position / output_weights.Rows) * Behind(position % output_weights.Rows),
            "hidden_bias" => Behind(position),
            "output_weights" => Largest("hidden_layer_output", position),
            _ => 1,
        };

        double Behind(int unit) => Math.Max(1, Math.Abs(output_weights.Values[unit].Value.High));

        double Largest(string quantity, int column)
        {
            Estimates array = known[quantity];
            return Enumerable.Range(0, array.Rows).Max(row => Math.Abs(array.Values[row * array.Columns + column].Value.High));
        }
    }

    private static (Bounded Loss, Estimates HiddenLayerInput) Evaluate(Dictionary<string, Estimates> known)
    {
        known["hidden_layer_input"] = Evaluate("hidden_layer_input", known);
        return (Evaluate("loss", known).Values[0], known["hidden_layer_input"]);
    }

    private static Estimates Evaluate(string quantity, Dictionary<string, Estimates> known)
    {
        if (known.TryGetValue(quantity, out Estimates? estimates))
            return estimates;
        IReadOnlyList<Form> forms = FormulaSet.Document[quantity].Forms;
        // From the logits the loss is finite and exact, also where an output is 0 or 1 to many digits.
        Form form = quantity == "loss" ? forms.First(form => form.Reads("output_layer_input")) : forms[0];
        return form.Evaluate([.. form.Parents.Select(parent => Evaluate(parent.Name, known))]);
    }

    private Estimates Recorded(NumberArray array) => Estimates.Recorded(rounding, array.Rows, array.Columns, array.Values);
}
