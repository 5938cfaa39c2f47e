using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Traces;
using static Ledger.Formulas.Parent;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Mistakes with the update: its direction, its learning rate, and what is added to it.</summary>
internal static class Updates
{
    public static IEnumerable<Mistake> All { get; } =
    [
        new("ascent", "The update adds the gradient instead of subtracting it.")
        {
            Variants = [Way(Plain, right => right.RewriteRate("learning_rate being -learning_rate", [], p => -p[0]))],
        },
        Rate("learning-rate-over-batch", "The learning rate is divided by the batch's size, although the gradient is a mean already.", "learning_rate / n",
            (rate, n) => rate / n, trace => trace.LearningRate / trace.BatchSize),
        Rate("learning-rate-times-batch", "The learning rate is multiplied by the batch's size.", "learning_rate · n",
            (rate, n) => rate * n, trace => trace.LearningRate * trace.BatchSize),
        new("another-learning-rate", "The updates use another learning rate than the one given.")
        {
            Variants =
            [
                new(Plain, (right, value) => right.RewriteRate($"learning_rate being {value}·learning_rate", [], p => p[0] * p[0].Number(value)))
                {
                    Fitted = new("factor", 0.1, 0, double.PositiveInfinity) { Neutral = 1 },
                },
            ],
            Root = new(trace => trace with { LearningRate = trace.Format.Nearest(trace.LearningRate * 0.1) })
            {
                Towards = (right, wrong) => right with { LearningRate = wrong.LearningRate },
                LeadsAnywhere = true,
            },
        },
        new("learning-rate-decay", "The learning rate falls from step to step.")
        {
            Variants = [.. Decay()],
            Needs = [Need.TwoSteps],
        },
        new("weight-decay-decoupled", "Each update also takes a fraction of the parameters away (as AdamW does).")
        {
            Variants = [.. WeightDecay()],
        },
        new("l2-in-gradient", "An L2 penalty is in the gradient: a fraction of the weights is added to it.")
        {
            Variants = [.. Penalty()],
        },
        new("gradient-clipped", "Gradients that are larger than a threshold are made smaller before the update.")
        {
            Variants = [.. Clipped()],
            Needs = [Need.LargeGradient],
        },
    ];

    private static Mistake Rate(string name, string description, string instead, Func<Estimates, double, Estimates> change, Func<Trace, double> root) =>
        new(name, description)
        {
            Variants =
            [
                Way(Plain, right => right.RewriteRate($"learning_rate being {instead}", ["labels"], p => change(p[0], p[1].Rows))),
                Way(With("n", "batch_size"), right => right.RewriteRate($"learning_rate being {instead} with n = batch_size", ["batch_size"],
                    p => change(p[0], p[1].Values[0].Value.High))),
            ],
            Root = new(trace => trace with { LearningRate = trace.Format.Nearest(root(trace)) }),
            Needs = [Need.TwoRows],
        };

    private static IEnumerable<Variant> Decay()
    {
        var decay = new Fitted("decay", 0.01, 0, double.PositiveInfinity);
        var factor = new Fitted("factor", 0.99, 0, 1);
        foreach (string by in new[] { "step", "epoch" })
        {
            yield return new(With("by", by), (right, value) => right.RewriteRate($"learning_rate being learning_rate / (1 + {value}·({by} - 1))", [by],
                p => p[0] / (p[0].Number(value) * Before(p[1]) + 1)))
            { Fitted = decay };
            yield return new(With("by", by).And("schedule", "exponential"), (right, value) => right.RewriteRate($"learning_rate being learning_rate·{value}^({by} - 1)", [by],
                p => p[0] * p[0].Number(Math.Pow(value, Before(p[1])), Before(p[1]) * FromOne)))
            { Fitted = factor };
        }

        static double Before(Estimates counted) => counted.Values[0].Value.High - 1;
    }

    private static IEnumerable<Variant> WeightDecay()
    {
        var decay = new Fitted("decay", 0.01, 0, double.PositiveInfinity);
        foreach (var (of, decayed) in Decayed())
        {
            yield return new(of, (right, value) => Shrinking(right, decayed, value)) { Fitted = decay };
            yield return new(of.And("when", "after the update"), (right, value) => right.Rewrite(decayed,
                form => form.Then($"times 1 - learning_rate·{value}", ["learning_rate"], (updated, p) => updated * (1 - p[0] * p[0].Number(value)))))
            { Fitted = decay };
        }
    }

    private static IEnumerable<Variant> Penalty()
    {
        var factor = new Fitted("factor", 0.01, 0, double.PositiveInfinity);
        foreach (var (of, penalized) in Decayed())
        {
            yield return new(of, (right, value) => penalized.SelectMany(parameter => right.Rewrite([Gradient(parameter)], form => form.Then(
                $"plus {value}·{parameter}", [Before(parameter)], (gradient, p) => gradient + p[0] * p[0].Number(value)))))
            { Fitted = factor };
            yield return new(of.And("in", "the update"), (right, value) => Shrinking(right, penalized, value)) { Fitted = factor };
        }
    }

    // Under gradient descent a penalty that the update adds to the gradient and a decay of the weights are one and the same.
    private static IEnumerable<Formula> Shrinking(FormulaSet right, string[] parameters, double value) => parameters.Select(parameter => new Formula(parameter,
    [
        .. right[parameter].Forms.Select(form => form.Then(
            $"less learning_rate·{value}·{parameter}", [Before(parameter), "learning_rate"], (updated, p) => updated - p[1] * (p[0] * p[0].Number(value)))),
        new($"{parameter}·(1 - learning_rate·{value}) - learning_rate·{Gradient(parameter)}", [Before(parameter), "learning_rate", Gradient(parameter)],
            p => p[0] * (1 - p[1] * p[1].Number(value)) - p[1] * p[2]),
    ]));

    // Regularizers are given to kernels, as a rule, and optimizers treat all parameters alike.
    private static IEnumerable<(IReadOnlyDictionary<string, object> Of, string[] Parameters)> Decayed() =>
    [
        (Plain, Parameters),
        (With("of", "kernels"), ["hidden_weights", "output_weights"]),
    ];

    private static IEnumerable<Variant> Clipped()
    {
        // Where every gradient is above the threshold, what is recorded depends on it in every element.
        var threshold = new Fitted("threshold", 1, 0, double.PositiveInfinity) { Starts = [1e-6] };
        yield return new(With("by", "value"), (right, value) => right.RewriteGradients($"gradients held within ±{value}",
            gradient => [gradient], p => p[0].Clipped(-value, value)))
        { Fitted = threshold };
        yield return new(With("by", "norm"), (right, value) => right.RewriteGradients($"each gradient's norm held to {value}",
            gradient => [gradient], p => Shortened(p[0], SquareSum(p[0]).Sqrt(), value)))
        { Fitted = threshold };
        yield return new(With("by", "global norm"), (right, value) => right.RewriteGradients($"the norm of all gradients held to {value}",
            gradient => [gradient, .. Parameters.Select(parameter => (Parent)Gradient(parameter))],
            p => Shortened(p[0], p[1..].Select(SquareSum).Aggregate((sum, next) => sum + next).Sqrt(), value)))
        { Fitted = threshold };
        yield return new(With("by", "value").And("in", "the recorded gradients"), (right, value) => right.Rewrite(
            Parameters.Select(Gradient),
            form => form.Then($"held within ±{value}", [], (gradient, _) => gradient.Clipped(-value, value))))
        { Fitted = threshold };

        static Estimates SquareSum(Estimates gradient) => (gradient * gradient).Sum();

        static Estimates Shortened(Estimates gradient, Estimates norm, double threshold) =>
            norm.Values[0].Value.High <= threshold ? gradient : gradient * (gradient.Number(threshold) / norm);
    }
}
