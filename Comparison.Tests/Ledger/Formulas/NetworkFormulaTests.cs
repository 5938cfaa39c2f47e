using System.Text.RegularExpressions;
using CsCheck;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Formulas;

/// <summary>The formulas of dense networks of any depth, activation, loss and optimizer, against honest trainings in plain loops.</summary>
[TestClass]
public sealed partial class NetworkFormulaTests
{
    [TestMethod]
    public void An_honest_training_of_any_network_never_leaves_its_budget_and_lies_in_that_of_the_form_it_was_evaluated_by()
    {
        HashSet<string> offered = [], used = [];
        HonestNetwork.Any.Sample(
            training =>
            {
                QuantityJudgement? bad = Bad(training.Trace);
                Assert.IsNull(bad, $"{training.Trace.Network}: {bad?.Finding}");
                Trace by_one_form = training.Trace with { Formulas = training.Trace.Formulas.With(training.Forms.Select(Alone)) };
                bad = Bad(by_one_form);
                Assert.IsNull(bad, $"{training.Trace.Network}, by the form that was used: {bad?.Finding}");

                foreach (Quantity quantity in training.Trace.Network.Quantities)
                    offered.UnionWith(training.Trace.Formulas[quantity.Name].Forms.Select(Kind));
                used.UnionWith(training.Forms.Select(form => Kind(Alone(form).Forms[0])));

                Formula Alone(KeyValuePair<string, int> form) => new(form.Key, [training.Trace.Formulas[form.Key].Forms[form.Value]]);
            },
            iter: 6_000, threads: 1);

        offered.ExceptWith(used);
        Assert.IsEmpty(offered, $"no training was evaluated by {string.Join("; ", offered)}");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void What_is_carried_on_is_the_same_in_whatever_order_steps_are_asked_for(int optimizer)
    {
        Network network = new(2, [new(2, Activation.Tanh), new(1, Activation.Linear)], LossFunction.MeanSquaredError, optimizer == 0 ? new Adam() : new GradientDescent(0.9, Nesterov: true));
        Trace trace = HonestNetwork.Train(FloatFormat.Float32, network, 1, 3, steps: 5).Trace;
        trace = Retraining.Of(trace);
        foreach (Form form in network.Formulas["hidden_weights"].Forms.Where(form => form.Parents.Any(parent => parent.Fold is not null)))
        {
            Evaluation once = Fresh();
            foreach (int step in new[] { 4, 2, 3, 5, 1 })
                CollectionAssert.AreEqual(Fresh().Of(form, step)!.Values.ToArray(), once.Of(form, step)!.Values.ToArray(), form.Text);
        }

        Evaluation Fresh() => new((name, step) => trace.Read(name, step) is { } array ? Estimates.Recorded(new(trace.Format), array.Rows, array.Columns, array.Values) : null);
    }

    [TestMethod]
    public void The_epsilon_inside_the_logarithms_is_taken_for_every_output()
    {
        Network network = new(2, [new(3, Activation.Sigmoid)], LossFunction.BinaryCrossentropy);
        Trace roots = HonestNetwork.Train(FloatFormat.Float64, network, 1, 4).Trace;
        Trace trace = Retraining.Of(roots with { Formulas = network.FormulasWithEpsilonInsideLogarithms });

        Assert.AreEqual(Verdict.Rounding, Judge.Alone(trace).Verdict);
        Assert.AreEqual("loss", Judge.Alone(trace with { Formulas = network.Formulas }).First!.Quantity);
        double expected = trace.Read("output", 1)!.Values.Zip(
            trace.Read("labels", 1)!.Values, (p, y) => -(y * Math.Log(p + 1e-7) + (1 - y) * Math.Log(1 - p + 1e-7))).Average();
        // At most 18 numbers are summed, each of at most 28 roundings.
        Assert.AreEqual(expected, trace.Read("loss", 1)!.Values[0], 46 * FloatFormat.Float64.UnitRoundoff * expected);
    }

    private static QuantityJudgement? Bad(Trace trace) =>
        Judge.Quantities(trace).FirstOrDefault(judged => judged.Verdict is Verdict.Suspicious or Verdict.Unexplained);

    // Layers and parameters of one kind are alike.
    private static string Kind(Form form) => Names().Replace(form.Text, "layer_$1");

    [GeneratedRegex("(?:hidden\\d?|output)_(weights|bias|layer_input|layer_output)")]
    private static partial Regex Names();
}
