using System.Text.RegularExpressions;
using CsCheck;
using Ledger.Formulas;
using Ledger.Judging;
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

    private static QuantityJudgement? Bad(Trace trace) =>
        Judge.Quantities(trace).FirstOrDefault(judged => judged.Verdict is Verdict.Suspicious or Verdict.Unexplained);

    // Layers and parameters of one kind are alike.
    private static string Kind(Form form) => Names().Replace(form.Text, "layer_$1");

    [GeneratedRegex("(?:hidden\\d?|output)_(weights|bias|layer_input|layer_output)")]
    private static partial Regex Names();
}
