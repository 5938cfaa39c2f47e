using Ledger.Arithmetic;
using Ledger.Formulas;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Mistakes with the loss and with when it is taken.</summary>
internal static class Losses
{
    public static IEnumerable<Mistake> All { get; } =
    [
        new("squared-error-for-cross-entropy", "The loss is the squared error instead of the cross-entropy.")
        {
            Variants = [.. new[] { 1.0, 0.5 }.SelectMany(factor => Another(With("factor", factor),
                new($"{factor}·mean((output - y_true)²)", ["output", "labels"], p => ((p[0] - p[1]) * (p[0] - p[1])).Mean() * factor),
                new($"{2 * factor}·(output - y_true) / n", ["output", "labels"], p => (p[0] - p[1]) * (2 * factor) / p[0].Rows)))],
        },
        new("logits-loss-on-probabilities", "The loss that expects raw sums (from_logits) is given probabilities.")
        {
            Variants = [.. Another(Plain,
                new("mean(max(p, 0) - p·y_true + log1p(exp(-|p|))) with p = output", ["output", "labels"],
                    p => (p[0].Relu() - p[0] * p[1] + (-p[0].Abs()).Exp().Log1p()).Mean()),
                new("(1 / (1 + exp(-output)) - y_true) / n", ["output", "labels"], p => (p[0].Sigmoid() - p[1]) / p[0].Rows))],
        },
        new("loss-clipped", "Probabilities are moved away from 0 and 1 before their logarithm is taken.")
        {
            Variants = [.. Clipped()],
            Needs = [Need.PlainLoss, Need.ExtremeOutput],
        },
        new("loss-epsilon", "A small number is added inside the logarithms of the loss.")
        {
            Variants = [.. Epsilon()],
            Needs = [Need.PlainLoss, Need.Float64],
        },
        new("loss-after-update", "The loss is taken after the step's update instead of before it.")
        {
            Variants = [Way(Plain, right => right.Rewrite(["loss"], AfterUpdate))],
        },
    ];

    // Another loss: with its own gradient, or with the right one's.
    private static IEnumerable<Variant> Another(IReadOnlyDictionary<string, object> settings, Form loss, Form gradient)
    {
        yield return Way(settings, right =>
            [new("loss", [loss]), new("dL_doutput", [gradient]), Chain([gradient], right["doutput_dz_out"].Forms)]);
        yield return Way(settings.And("gradient", "of cross-entropy"), _ => [new("loss", [loss])]);
        yield return Way(settings.And("loss", "cross-entropy"), right =>
            [new("dL_doutput", [gradient]), Chain([gradient], right["doutput_dz_out"].Forms)]);
    }

    private static IEnumerable<Variant> Clipped()
    {
        // Where no output is clipped the loss does not depend on it.
        var epsilon = new Fitted("epsilon", 1e-7, 0, 0.5) { IsLogarithmic = true, Starts = [1e-7, 1e-5, 1e-3, 1e-2, 0.1, 0.3] };
        yield return new(ByHand, (right, value) => right.Rewrite(["loss"], form => Moved(form, value))) { Fitted = epsilon };
        yield return new(Follows, (right, value) =>
        [
            .. right.Rewrite(["loss"], form => Moved(form, value)),
            .. right.RewriteLossGradient(form => form.Reads("output")
                ? form.Then($"0 where output is outside [{value}, 1 - {value}]", ["output"], (gradient, p) => gradient.WhereWithin(p[0], value, 1 - value))
                : form),
        ])
        { Fitted = epsilon };
        yield return Way(With("logarithm", "at least -100"), _ =>
        [
            Is("loss", "mean(-(y_true·max(log(output), -100) + (1 - y_true)·max(log(1 - output), -100)))", ["output", "labels"],
                p => (-(p[1] * AtLeast(p[0].Log()) + (1 - p[1]) * AtLeast((1 - p[0]).Log()))).Mean()),
        ]) with
        { NeedsSaturation = true };

        static Form? Moved(Form form, double value) => form.Reads("output")
            ? form.InsteadOf("output", $"output moved into [{value}, 1 - {value}]", ["output"], p => p[0].Clipped(value, 1 - value))
            : null;

        static Estimates AtLeast(Estimates logarithm) => logarithm.Each(x => x.Value.High < -100 ? -100 : x);
    }

    private static IEnumerable<Variant> Epsilon()
    {
        var epsilon = new Fitted("epsilon", 1e-7, 0, 0.5);
        foreach (bool clipped in new[] { false, true })
        {
            IReadOnlyDictionary<string, object> settings = clipped ? With("output", "clipped") : Plain;
            string p_is = clipped ? "output clipped" : "output";
            yield return new(settings.And("backward", "by hand"), (_, value) => [Loss(value)]) { Fitted = epsilon };
            yield return new(settings.And("backward", "follows"), (right, value) =>
            [
                Loss(value),
                new("dL_doutput", [Gradient(value)]),
                Chain([Gradient(value)], right["doutput_dz_out"].Forms),
            ])
            { Fitted = epsilon };

            Formula Loss(double value) => Is("loss",
                $"mean(-(y_true·log(p + {value}) + (1 - y_true)·log(1 - p + {value}))) with p = {p_is}", ["output", "labels"],
                p => LossForms.CrossEntropy(clipped ? p[0].Clipped(value, 1 - value) : p[0], p[1], (factor, logarithm) => factor * logarithm, value));

            Form Gradient(double value)
            {
                var gradient = new Form($"-(y_true/(p + {value}) - (1 - y_true)/(1 - p + {value})) / n with p = {p_is}", ["output", "labels"],
                    p => -(p[1] / (p[0] + value) - (1 - p[1]) / (1 - p[0] + value)) / p[0].Rows);
                return clipped
                    ? gradient.Then("0 where clipped", ["output"], (result, p) => result.WhereWithin(p[0], value, 1 - value))
                    : gradient;
            }
        }
    }

    // The forward pass again, with the parameters as they stand after this step.
    private static Form AfterUpdate(Form form)
    {
        Parent[] forward = ["inputs", "hidden_weights", "hidden_bias", "output_weights", "output_bias"];
        return form
            .InsteadOf("output", "output being that of the updated parameters", forward, p => Sum(p).Sigmoid())
            .InsteadOf("output_layer_input", "output_layer_input being that of the updated parameters", forward, Sum);

        static Estimates Sum(Estimates[] p) => p[0].Dot(p[1], p[2]).Relu().Dot(p[3], p[4]);
    }
}
