using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Traces;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Mistakes with the labels, wherever the loss or its gradient reads them.</summary>
internal static class Labels
{
    public static IEnumerable<Mistake> All { get; } =
    [
        new("label-smoothing", "Labels are smoothed: moved from 0 and 1 towards a half.")
        {
            Variants = [.. Smoothed()],
            Root = new(trace => trace with { Labels = Each(trace.Labels, y => trace.Format.Nearest(y * 0.9 + 0.05)) })
            {
                Towards = (right, wrong) => right.Labels.Shape.SequenceEqual(wrong.Labels.Shape) && AreSmoothed(right, wrong, Smoothing(right, wrong))
                    ? right with { Labels = wrong.Labels }
                    : null,
                Free = (right, wrong) => ("smoothing", Smoothing(right, wrong)),
            },
        },
        Changed("labels-flipped", "The labels are the wrong way round: 1 is taken for 0 and 0 for 1.", "1 - y_true", p => 1 - p[0], y => 1 - y),
        Changed("labels-minus-one-plus-one", "The labels are -1 and 1, as a hinge loss expects them, where the cross-entropy expects 0 and 1.",
            "2·y_true - 1", p => p[0] * 2 + -1, y => 2 * y - 1) with { Needs = [Need.LabelOtherThanOne] },
        new("labels-broadcast", "Labels of shape (n,) meet outputs of shape (n, 1): every output is held against every label.")
        {
            Variants = Everywhere(
                right => right.Rewrite(["loss"], Transposed),
                right => right.RewriteLossGradient(form => Transposed(form)
                    .Then("summed over all labels / n", [], (each, _) => each.Transposed().SumOverRows().Transposed() / each.Rows))),
            Needs = [Need.DifferentLabels],
        },
    ];

    // The same change in the loss and in its gradient, or in one of them only.
    private static IReadOnlyList<Variant> Everywhere(
        Func<FormulaSet, IEnumerable<Formula>> loss, Func<FormulaSet, IEnumerable<Formula>> gradient) =>
    [
        Way(Plain, right => [.. loss(right), .. gradient(right)]),
        Way(With("in", "the loss only"), loss),
        Way(With("in", "the gradient only"), gradient),
    ];

    private static Mistake Changed(string name, string description, string instead, Func<Estimates[], Estimates> change, Func<double, double> label)
    {
        return new(name, description)
        {
            Variants = Everywhere(right => right.Rewrite(["loss"], Instead), right => right.RewriteLossGradient(Instead)),
            Root = new(trace => trace with { Labels = Each(trace.Labels, label) }),
        };

        Form Instead(Form form) => form.InsteadOf("labels", $"y_true being {instead}", ["labels"], change);
    }

    private static IEnumerable<Variant> Smoothed()
    {
        var smoothing = new Fitted("smoothing", 0.1, 0, 1);
        yield return new(Plain, (right, value) => [.. Loss(right, value), .. Gradient(right, value)]) { Fitted = smoothing };
        yield return new(With("in", "the loss only"), Loss) { Fitted = smoothing };
        yield return new(With("in", "the gradient only"), Gradient) { Fitted = smoothing };

        static IEnumerable<Formula> Loss(FormulaSet right, double value) => right.Rewrite(["loss"], form => Instead(form, value));

        static IEnumerable<Formula> Gradient(FormulaSet right, double value) => right.RewriteLossGradient(form => Instead(form, value));

        static Form Instead(Form form, double value) =>
            form.InsteadOf("labels", $"y_true being y_true·(1 - {value}) + {value}/2", ["labels"],
                p => p[0] * p[0].Number(1 - value, FromOne) + p[0].Number(value / 2));
    }

    // The smoothing that makes the largest label into the one found in its place.
    private static double Smoothing(Trace right, Trace wrong)
    {
        double label = right.Labels.Values.Max(), smoothed = wrong.Labels.Values[Array.IndexOf(right.Labels.Values, label)];
        return ShortDecimal.In((smoothed - label) / (0.5 - label), 4 * right.Format.UnitRoundoff);
    }

    private static bool AreSmoothed(Trace right, Trace wrong, double smoothing) =>
        smoothing is > 0 and < 1
        && right.Labels.Values.Zip(wrong.Labels.Values).All(y => Math.Abs(y.First * (1 - smoothing) + smoothing / 2 - y.Second) <= 4 * right.Format.UnitRoundoff);

    private static NumberArray Each(NumberArray labels, Func<double, double> change) => labels with { Values = Array.ConvertAll(labels.Values, y => change(y)) };

    private static Form Transposed(Form form) => form.InsteadOf("labels", "y_true in a row", ["labels"], p => p[0].Transposed());
}
