using Ledger.Arithmetic;
using Ledger.Networks;

namespace Ledger.Formulas;

/// <summary>Adam, which remembers a mean of each parameter's gradients and one of their squares.</summary>
internal static class AdamForms
{
    private const string Alpha = "alpha = learning_rate·√(1 - beta_2^t) / (1 - beta_1^t)";

    // The step's factors in either order: alpha, m and √v + epsilon.
    private static readonly (string Text, Func<Estimates, Estimates, Estimates, Estimates> Of)[] Steps =
    [
        ("alpha·m / (√v + epsilon)", (alpha, m, root) => m * alpha / root),
        ("alpha·(m / (√v + epsilon))", (alpha, m, root) => alpha * (m / root)),
    ];

    // The next mean from the last one, a new number and beta.
    private static readonly Averaging[] Averagings =
    [
        new("{0} + ({1} - {0})·(1 - {2})", "", (m, g, beta) => m + (g - m) * g.Stored(1 - beta)),
        new("{2}·{0} + (1 - {2})·{1}", "", (m, g, beta) => m * beta + g * g.Stored(1 - beta)),
        // In a narrow dtype 1 - beta is another number where beta was rounded first.
        new("{0} + ({1} - {0})·(1 - {2})", RoundedFirst, (m, g, beta) => m + (g - m) * (1 - g.Stored(beta))),
        new("{2}·{0} + (1 - {2})·{1}", RoundedFirst, (m, g, beta) => m * beta + g * (1 - g.Stored(beta))),
    ];

    // Where beta is raised to the step's power: in the dtype, or in double before the dtype is met.
    private static readonly (string Text, bool InDouble)[] Powers = [("", false), (", powers of beta in double", true)];

    private const string RoundedFirst = ", 1 - beta with beta rounded to the dtype";

    /// <summary>The formulas of a parameter's two means and of the parameter.</summary>
    public static IEnumerable<Formula> Of(Adam adam, string parameter)
    {
        string mean = $"{Adam.Mean}{parameter}", square = $"{Adam.Square}{parameter}", gradient = LayerNames.GradientOf(parameter);
        Parent[] start = [Parent.Before(parameter), "learning_rate", "step"];
        yield return Average(mean, gradient, adam.Beta1, "beta_1", gradient, g => g);
        yield return Average(square, gradient, adam.Beta2, "beta_2", $"{gradient}²", g => g * g);
        yield return new(parameter,
        [
            .. from power in Powers
               from step in Steps
               select new Form($"{parameter} - {step.Text} with m = {mean}, v = {square}, {Alpha}{power.Text}", [.. start, mean, square],
                   p => p[0] - step.Of(Rate(p, power.InDouble), p[3], Root(p[4]))),
            .. from power in Powers
               from averaging in Averagings
               from step in Steps
               select new Form(
                   $"{parameter} - {step.Text} with m = {averaging.Text("m", gradient, "beta_1")}, v = {averaging.Text("v", $"{gradient}²", "beta_2")}{averaging.Clause}, {Alpha}{power.Text}",
                   [
                       .. start,
                       Parent.Carried(new([gradient], (m, p) => averaging.Next(m ?? None(p[0]), p[0], adam.Beta1))),
                       Parent.Carried(new([gradient], (v, p) => averaging.Next(v ?? None(p[0]), p[0] * p[0], adam.Beta2))),
                   ],
                   p => p[0] - step.Of(Rate(p, power.InDouble), p[3], Root(p[4]))),
        ]);

        // Every mean starts from 0.
        static Estimates None(Estimates like) => like.Each(_ => 0);

        Estimates Root(Estimates v) => v.Sqrt() + adam.Epsilon;

        Estimates Rate(Estimates[] p, bool in_double)
        {
            int step = (int)p[2].Values[0].Value.High;
            return p[1] * Missing(adam.Beta2).Sqrt() / Missing(adam.Beta1);

            Estimates Missing(double beta) => p[1].OneLessPower(adam.Held(beta), step, in_double);
        }
    }

    private static Formula Average(string mean, string gradient, double beta, string name, string number, Func<Estimates, Estimates> of) => new(mean,
    [
        .. Averagings.Select(averaging => new Form($"{averaging.Text(mean, number, name)}{averaging.Clause}", [Parent.Before(mean), gradient],
            p => averaging.Next(p[0], of(p[1]), beta))),
    ]);

    /// <summary>A way to compute a moving mean.</summary>
    private sealed record Averaging(string Pattern, string Clause, Func<Estimates, Estimates, double, Estimates> Next)
    {
        /// <summary>The formula of the next mean, for people.</summary>
        public string Text(string mean, string number, string beta) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Pattern, mean, number, beta);
    }
}
