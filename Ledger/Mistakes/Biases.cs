using Ledger.Formulas;
using Ledger.Traces;
using static Ledger.Formulas.Parent;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Parameters that are left out or not trained, and bias gradients that are summed wrongly.</summary>
internal static class Biases
{
    public static IEnumerable<Mistake> All { get; } =
    [
        Missing("hidden-bias-missing", "The hidden layer leaves its bias out.", "hidden_layer_input", "hidden_bias"),
        Missing("output-bias-missing", "The output layer leaves its bias out.", "output_layer_input", "output_bias"),
        Frozen("hidden-bias-frozen", "The hidden layer's bias is never updated.", "hidden_bias"),
        Frozen("output-bias-frozen", "The output layer's bias is never updated.", "output_bias"),
        Frozen("hidden-weights-frozen", "The hidden layer's weights are never updated.", "hidden_weights"),
        Frozen("output-weights-frozen", "The output layer's weights are never updated.", "output_weights"),
        new("bias-gradient-of-one-row", "The bias's gradient is that of one row of the batch instead of the sum over all.")
        {
            Variants = [.. OneRow()],
            Needs = [Need.TwoRows],
        },
        new("bias-gradient-wrong-axis", "The bias's gradient is summed over the units instead of over the rows; shapes fit where a batch has as many rows as there are units.")
        {
            Variants = [Way(Plain, _ =>
            [
                Is("dL_dhidden_bias", "sum of dL_dz_hidden over the units", ["dL_dz_hidden"], p => p[0].Transposed().SumOverRows()),
            ]) with { CanRun = HasSquareBatches }],
            Needs = [Need.SquareBatches, Need.TwoRows],
        },
    ];

    internal static bool HasSquareBatches(Trace trace) => trace.Steps.All(step => step.Rows.Count == trace.Start["hidden_bias"].Columns);

    private static Mistake Missing(string name, string description, string sum, string bias) => new(name, description)
    {
        Variants =
        [
            Way(ByHand, right => right.Rewrite([sum], form => WithoutBias(form, bias))),
            Way(Follows, right => [.. right.Rewrite([sum], form => WithoutBias(form, bias)), NoGradient(bias)]),
        ],
        Needs = [Need.BiasOtherThanZero(bias)],
    };

    private static Form WithoutBias(Form form, string bias) => form.InsteadOf(bias, $"without {bias}", [Before(bias)], p => p[0].Each(_ => 0));

    private static Mistake Frozen(string name, string description, string parameter) => new(name, description)
    {
        Variants =
        [
            Way(Plain, _ => [Is(parameter, $"{parameter} as it was", [Before(parameter)], p => p[0])]),
            Way(With("gradient", "none"), _ => [NoGradient(parameter)]),
        ],
    };

    private static Formula NoGradient(string parameter) => Is(Gradient(parameter), "0", [Before(parameter)], p => p[0].Each(_ => 0));

    private static IEnumerable<Variant> OneRow()
    {
        foreach (string[] biases in new string[][] { ["hidden_bias"], ["output_bias"], ["hidden_bias", "output_bias"] })
            foreach (bool first in new[] { true, false })
            {
                string row = first ? "first" : "last";
                yield return Way(With("of", string.Join(" and ", biases)).And("row", row), right => right.Rewrite(biases.Select(Gradient),
                    form => new($"{form.Parents[0].Name} of the {row} row", form.Parents, p => p[0].TakeRows([first ? 0 : p[0].Rows - 1]))));
            }
    }
}
