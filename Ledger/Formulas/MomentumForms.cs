using Ledger.Arithmetic;
using Ledger.Networks;

namespace Ledger.Formulas;

/// <summary>Gradient descent with momentum, which remembers a velocity of each parameter.</summary>
internal static class MomentumForms
{
    /// <summary>The formulas of a parameter's velocity and of the parameter.</summary>
    public static IEnumerable<Formula> Of(GradientDescent descent, string parameter)
    {
        string velocity = $"{GradientDescent.Velocity}{parameter}", gradient = LayerNames.GradientOf(parameter);
        Parent before = Parent.Before(parameter);
        Parent[] changes = [before, "learning_rate", gradient, Parent.Carried(new([gradient, "learning_rate"], (change, p) => NextChange(change, p[1], p[0], Momentum(p[0]))))];
        Parent[] sums = [before, "learning_rate", gradient, Parent.Carried(new([gradient], (sum, p) => NextSum(sum, p[0], Momentum(p[0]))))];
        yield return new(velocity,
        [
            new($"momentum·{velocity} - learning_rate·{gradient}", [Parent.Before(velocity), "learning_rate", gradient], p => p[0] * Momentum(p[0]) - p[1] * p[2]),
        ]);
        yield return new(parameter, descent.Nesterov
            ?
            [
                new($"{parameter} + (momentum·{velocity} - learning_rate·{gradient})", [before, velocity, "learning_rate", gradient],
                    p => p[0] + (p[1] * Momentum(p[1]) - p[2] * p[3])),
                new($"({parameter} + momentum·{velocity}) - learning_rate·{gradient}", [before, velocity, "learning_rate", gradient],
                    p => p[0] + p[1] * Momentum(p[1]) - p[2] * p[3]),
                new($"{parameter} + (momentum·v - learning_rate·{gradient}) with v = momentum·v - learning_rate·{gradient}", changes,
                    p => p[0] + (p[3] * Momentum(p[1]) - p[1] * p[2])),
                new($"{parameter} - learning_rate·({gradient} + momentum·v) with v = momentum·v + {gradient}", sums,
                    p => p[0] - p[1] * (p[2] + p[3] * Momentum(p[1]))),
            ]
            :
            [
                new($"{parameter} + {velocity}", [before, velocity], p => p[0] + p[1]),
                new($"{parameter} + v with v = momentum·v - learning_rate·{gradient}", changes, p => p[0] + p[3]),
                new($"{parameter} - learning_rate·v with v = momentum·v + {gradient}", sums, p => p[0] - p[1] * p[3]),
            ]);

        Estimates Momentum(Estimates of) => of.Stored(descent.Held(descent.Momentum));
    }

    /// <summary>The sum of all gradients so far, each shrunk by the momentum at every step after it; from the sum before, null before the first step.</summary>
    public static Estimates NextSum(Estimates? sum, Estimates gradient, Estimates momentum) =>
        sum is null ? gradient : sum * momentum + gradient;

    /// <summary>The change that all gradients so far make: the velocity as Keras remembers it; from the change before, null before the first step.</summary>
    public static Estimates NextChange(Estimates? change, Estimates rate, Estimates gradient, Estimates momentum) =>
        change is null ? -(rate * gradient) : change * momentum - rate * gradient;
}
