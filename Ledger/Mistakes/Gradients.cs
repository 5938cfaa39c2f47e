using Ledger.Formulas;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Mistakes with the gradient's sign and scale, and with which gradient is used.</summary>
internal static class Gradients
{
    public static IEnumerable<Mistake> All { get; } =
    [
        new("gradient-sign", "The gradient of the loss has the wrong sign.")
        {
            Variants =
            [
                Way(Plain, right => right.RewriteLossGradient(Negated)),
                Way(With("in", "dL_dz_out"), right => right.Rewrite(["dL_dz_out"], Negated)),
            ],
        },
        new("sum-over-batch", "The loss, its gradient, or both are summed over the batch instead of averaged.")
        {
            Variants = LossOrGradient(form => form.Then("times n", ["labels"], (result, p) => result * p[0].Rows)),
            Needs = [Need.TwoRows],
        },
        new("mean-twice", "The mean over the batch is taken twice: the gradient is divided by n once more.")
        {
            Variants =
            [
                .. LossOrGradient(form => form.Then("divided by n once more", ["labels"], (result, p) => result / p[0].Rows)),
                Way(With("of", "parameters' gradients"), right => right.Rewrite(
                    Parameters.Select(Gradient),
                    form => form.Then("divided by n", ["labels"], (result, p) => result / p[0].Rows))),
            ],
            Needs = [Need.TwoRows],
        },
        new("last-batch-over-full-batch-size", "A last batch with fewer rows is divided by the full batch size.")
        {
            Variants = LossOrGradient(form => form.Then("times n / batch_size", ["labels", "batch_size"],
                (result, p) => result * p[0].Rows / p[1])),
            Needs = [Need.ShortLastBatch],
        },
        new("output-weights-updated-first", "The output weights are updated before the gradient is passed back through them.")
        {
            Variants = [Way(Plain, _ =>
            [
                Is("dL_dhidden_output", "dL_dz_out · updated output_weightsᵀ", ["dL_dz_out", "output_weights"], p => p[0].Dot(p[1].Transposed())),
            ])],
        },
        new("gradients-accumulated", "Gradients are not reset between steps: each is added to those before it.")
        {
            Variants = [Way(Plain, right => right.RewriteGradients("the gradients of all steps so far being added up",
                gradient => [Parent.History(gradient)], history => history.Aggregate((sum, gradient) => sum + gradient)))],
            Needs = [Need.TwoSteps],
        },
        new("gradients-stale", "The update uses the gradients of the step before.")
        {
            Variants =
            [
                Way(Plain, right => right.RewriteGradients("the gradient being that of the step before",
                    gradient => [Parent.History(gradient)], history => history[Math.Max(0, history.Length - 2)])),
                Way(With("first step", "not updated"), right => right.RewriteGradients("the gradient being that of the step before",
                    gradient => [Parent.History(gradient)], history => history.Length > 1 ? history[^2] : history[0].Each(_ => 0))),
            ],
            Needs = [Need.TwoSteps],
        },
    ];

    private static IReadOnlyList<Variant> LossOrGradient(Func<Form, Form> change) =>
    [
        Way(With("of", "gradient"), right => right.RewriteLossGradient(change)),
        Way(With("of", "loss"), right => right.Rewrite(["loss"], change)),
        Way(With("of", "both"), right => [.. right.Rewrite(["loss"], change), .. right.RewriteLossGradient(change)]),
    ];

    private static Form Negated(Form form) => form.Then("negated", [], (result, _) => -result);
}
