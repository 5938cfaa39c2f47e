using Ledger.Arithmetic;
using Ledger.Formulas;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Another optimizer in the place of gradient descent; each starts with nothing remembered.</summary>
internal static class Optimizers
{
    private const double Beta1 = 0.9, Beta2 = 0.999;

    private static readonly Fitted Momentum = new("momentum", 0.9, 0, 1);

    public static IEnumerable<Mistake> All { get; } =
    [
        new("momentum", "The update has momentum: it remembers a fraction of the updates before.")
        {
            Variants =
            [
                new(Plain, (right, value) => Remembering(right,
                    $"v = {value}·v + gradient in the place of the gradient", history => Velocity(history, value),
                    $"v with v = {value}·v - learning_rate·gradient", (rate, history) => Change(rate, history, value))) { Fitted = Momentum },
                new(With("dampened", "yes"), (right, value) => right.RewriteGradients($"v = {value}·v + (1 - {value})·gradient in the place of the gradient",
                    gradient => [Parent.History(gradient)], history => Average(history, value))) { Fitted = Momentum },
            ],
            Needs = [Need.TwoSteps],
        },
        new("nesterov", "The update has Nesterov's momentum: it looks one update ahead.")
        {
            Variants =
            [
                new(Plain, (right, value) => Remembering(right,
                    $"gradient + {value}·v with v = {value}·v + gradient in the place of the gradient", history => history[^1] + Velocity(history, value) * history[0].Number(value),
                    $"{value}·v - learning_rate·gradient with v = {value}·v - learning_rate·gradient", (rate, history) => Change(rate, history, value) * rate.Number(value) - rate * history[^1])) { Fitted = Momentum },
            ],
        },
        new("adam-for-sgd", "The optimizer is Adam instead of gradient descent.")
        {
            Variants = [.. Adam(new("ε beside the root", (root, epsilon) => root.Sqrt() + epsilon))],
        },
        new("adam-epsilon-inside", "The optimizer is Adam with its ε inside the root instead of beside it.")
        {
            Variants = [.. Adam(new("ε inside the root", (root, epsilon) => (root + epsilon).Sqrt()))],
        },
    ];

    // The gradients are remembered, or, as in Keras, the changes; without rounding it is one.
    private static IEnumerable<Formula> Remembering(
        FormulaSet right, string clause, Func<Estimates[], Estimates> gradient, string text, Func<Estimates, Estimates[], Estimates> change) =>
        right.RewriteGradients(clause, name => [Parent.History(name)], gradient).Select(formula => formula with
        {
            Forms =
            [
                .. formula.Forms,
                new($"{formula.Quantity} + {text}", [Parent.Before(formula.Quantity), "learning_rate", Parent.History(Gradient(formula.Quantity))],
                    p => p[0] + change(p[1], p[2..])),
            ],
        });

    private static Estimates Velocity(Estimates[] history, double momentum) =>
        history.Aggregate((Estimates?)null, (velocity, gradient) => MomentumForms.NextSum(velocity, gradient, gradient.Number(momentum)))!;

    private static Estimates Change(Estimates rate, Estimates[] history, double momentum) =>
        history.Aggregate((Estimates?)null, (change, gradient) => MomentumForms.NextChange(change, rate, gradient, rate.Number(momentum)))!;

    private sealed record Denominator(string Text, Func<Estimates, Estimates, Estimates> Of);

    private static IEnumerable<Variant> Adam(Denominator denominator)
    {
        foreach (bool own_rate in new[] { true, false })
            foreach (double epsilon in new[] { 1e-7, 1e-8 })
                foreach (Correction correction in Enum.GetValues<Correction>())
                {
                    IReadOnlyDictionary<string, object> settings = With("epsilon", epsilon);
                    if (correction != Correction.OfMoments)
                        settings = settings.And("correction", correction == Correction.OfRate ? "of the learning rate" : "of the learning rate, in float32");
                    if (!own_rate)
                        settings = settings.And("learning_rate", 0.001);
                    yield return Way(settings, right => right.RewriteGradients(
                        $"Adam's step in the place of the gradient (ε = {epsilon}, {denominator.Text})", gradient => [Parent.History(gradient)],
                        history => Step(history, denominator, epsilon, correction))
                        .Select(formula => own_rate ? formula : new(formula.Quantity, [.. formula.Forms.Select(AtDefaultRate)])));
                }

        static Form AtDefaultRate(Form form) => form.InsteadOf("learning_rate", "learning_rate being 0.001", ["learning_rate"], p => p[0].Number(0.001));
    }

    private static Estimates Step(Estimates[] history, Denominator denominator, double epsilon, Correction correction)
    {
        Estimates first = Average(history, Beta1), second = Average([.. history.Select(gradient => gradient * gradient)], Beta2);
        Estimates first_share = Share(history, Beta1, correction), second_share = Share(history, Beta2, correction), small = history[0].Number(epsilon);
        return correction == Correction.OfMoments
            ? first / first_share / denominator.Of(second / second_share, small)
            : first * second_share.Sqrt() / first_share / denominator.Of(second, small);
    }

    private static Estimates Average(Estimates[] history, double beta) =>
        history.Select(gradient => gradient * gradient.Number(1 - beta, FromOne)).Aggregate((average, gradient) => average * gradient.Number(beta) + gradient);

    // 1 - β^t: what an average that started from 0 has of its full weight.
    private static Estimates Share(Estimates[] history, double beta, Correction correction)
    {
        int t = history.Length;
        if (correction != Correction.OfRateInFloat32)
            return history[0].Number(1 - Math.Pow(beta, t), (1 + t) * FromOne);
        double power = Math.Pow((float)beta, t);
        return 1 - history[0].Number(power, Rounding.Elementary * history[0].Format.UnitRoundoff * power);
    }

    /// <summary>Where the averages' start from 0 is made up for.</summary>
    private enum Correction
    {
        /// <summary>Each average is divided by its share, as Adam's authors write it.</summary>
        OfMoments,

        /// <summary>The learning rate is multiplied by the shares instead, so that ε is added to what is not corrected.</summary>
        OfRate,

        /// <summary>The same with β held in float32 before its power is taken, as Keras does in every dtype.</summary>
        OfRateInFloat32,
    }
}
