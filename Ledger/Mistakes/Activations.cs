using Ledger.Arithmetic;
using Ledger.Formulas;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Mistakes with the two activations and with what their backward pass lets through.</summary>
internal static class Activations
{
    public static IEnumerable<Mistake> All { get; } =
    [
        new("relu-missing", "The hidden layer has no activation: its output is its input, negative numbers and all.")
        {
            Variants = Hidden("hidden_layer_input", ["hidden_layer_input"], p => p[0],
                "dL_dhidden_output", ["dL_dhidden_output"], p => p[0]),
            Needs = [Need.NegativePreActivation],
        },
        new("relu-mask-missing", "The backward pass forgets that ReLU passes no gradient where its input was negative.")
        {
            Variants = Mask("dL_dhidden_output", [], p => p[0]),
            Needs = [Need.NegativePreActivation, Need.HiddenGradient],
        },
        new("relu-mask-at-zero", "The backward pass lets the gradient through where ReLU's input was exactly 0 (>= for >).")
        {
            Variants = Mask("dL_dhidden_output · (hidden_layer_input >= 0)", ["hidden_layer_input"],
                p => p[0].SelectedBy(p[1].Each(z => z.Value.High >= 0 ? 1 : 0))),
            Needs = [Need.ZeroPreActivation, Need.HiddenGradient],
        },
        new("relu-mask-times-activation", "The backward pass multiplies by ReLU's output instead of by whether it is positive.")
        {
            Variants = Mask("dL_dhidden_output · hidden_layer_output", ["hidden_layer_output"], p => p[0] * p[1]),
            Needs = [Need.PositivePreActivation, Need.HiddenGradient],
        },
        new("leaky-relu", "The hidden layer lets a fraction of negative inputs through instead of none.")
        {
            Variants = [.. Leaky()],
            Needs = [Need.NegativePreActivation],
        },
        new("tanh-for-relu", "The hidden layer's activation is tanh instead of ReLU.")
        {
            Variants = Hidden("tanh(hidden_layer_input)", ["hidden_layer_input"], p => p[0].Tanh(),
                "dL_dhidden_output · (1 - hidden_layer_output²)", ["dL_dhidden_output", "hidden_layer_output"], p => p[0] * (1 - p[1] * p[1])),
        },
        new("sigmoid-missing", "The output layer has no activation: the raw sum is taken for a probability.")
        {
            Variants =
            [
                Way(ByHand, _ => [Is("output", "output_layer_input", ["output_layer_input"], p => p[0])]),
                Way(Follows, right => WithDerivative(right,
                    Is("output", "output_layer_input", ["output_layer_input"], p => p[0]),
                    [new("1", ["output_layer_input"], p => p[0].Each(_ => 1))])),
            ],
        },
        new("sigmoid-twice", "The sigmoid is applied twice: a model that has it already meets a loss or a layer that applies it again.")
        {
            Variants =
            [
                Way(ByHand, right => right.Rewrite(["output"], TwiceSigmoid)),
                Way(Follows, right => WithDerivative(right, right.Rewrite(["output"], TwiceSigmoid).Single(),
                [
                    new("σ'(σ(z))·σ'(z) with z = output_layer_input", ["output_layer_input"],
                        p => Slope(p[0].Sigmoid().Sigmoid()) * Slope(p[0].Sigmoid())),
                ])),
            ],
        },
        Derivative("sigmoid-derivative-missing", "The backward pass forgets the sigmoid's derivative.",
            new("1", ["output_layer_input"], p => p[0].Each(_ => 1))),
        Derivative("sigmoid-derivative-on-logit", "The formula output·(1 - output) is given the sigmoid's input instead of its output.",
            new("z·(1 - z) with z = output_layer_input", ["output_layer_input"], p => Slope(p[0]))),
        Derivative("sigmoid-derivative-on-output", "A function that computes the sigmoid's derivative from its input is given its output.",
            new("σ(p)·(1 - σ(p)) with p = output", ["output"], p => Slope(p[0].Sigmoid()))),
        new("dropout-left-on", "Dropout is left on: a random part of the hidden outputs is 0 and the others are scaled up.")
        {
            Variants = [.. Dropout()],
            Needs = [Need.PositivePreActivation],
        },
    ];

    // A hidden activation of another kind: with ReLU's backward pass, or with its own.
    private static IReadOnlyList<Variant> Hidden(
        string forward_text, Parent[] forward_parents, Func<Estimates[], Estimates> forward,
        string backward_text, Parent[] backward_parents, Func<Estimates[], Estimates> backward)
    {
        Formula output = Is("hidden_layer_output", forward_text, forward_parents, forward);
        return
        [
            Way(ByHand, _ => [output]),
            Way(Follows, _ => [output, Is("dL_dz_hidden", backward_text, backward_parents, backward)]),
        ];
    }

    private static IReadOnlyList<Variant> Mask(string text, Parent[] parents, Func<Estimates[], Estimates> mask) =>
        [Way(Plain, _ => [Is("dL_dz_hidden", text, ["dL_dhidden_output", .. parents], mask)])];

    private static IEnumerable<Variant> Leaky()
    {
        var slope = new Fitted("slope", 0.01, 0, 1);
        yield return new(ByHand, (_, value) => [Forward(value)]) { Fitted = slope };
        yield return new(Follows, (_, value) =>
        [
            Forward(value),
            Is("dL_dz_hidden", $"dL_dhidden_output where hidden_layer_input > 0, otherwise {value}·dL_dhidden_output", ["dL_dhidden_output", "hidden_layer_input"],
                p => p[0].SelectedBy(p[1]) + (p[0] * p[0].Number(value)).SelectedBy(NotPositive(p[1]))),
        ])
        { Fitted = slope };

        static Formula Forward(double value) =>
            Is("hidden_layer_output", $"hidden_layer_input where positive, otherwise {value}·hidden_layer_input", ["hidden_layer_input"],
                p => p[0].Relu() + (p[0] * p[0].Number(value)).SelectedBy(NotPositive(p[0])));

        static Estimates NotPositive(Estimates z) => z.Each(x => x.Value.High > 0 ? 0 : 1);
    }

    private static IEnumerable<Variant> Dropout()
    {
        var rate = new Fitted("rate", 0.5, 0, 1);
        yield return Of(ByHand, _ => []);
        yield return Of(Follows, value =>
        [
            Is("dL_dz_hidden", $"dL_dhidden_output / (1 - {value}) where hidden_layer_output > 0, otherwise 0", ["dL_dhidden_output", "hidden_layer_output"],
                p => (p[0] / Kept(p[0], value)).SelectedBy(p[1])),
        ]);

        Variant Of(IReadOnlyDictionary<string, object> settings, Func<double, IEnumerable<Formula>> backward) =>
            new(settings, (_, value) =>
            [
                Is("hidden_layer_output", $"max(0, hidden_layer_input) / (1 - {value}), or 0 where dropped", ["hidden_layer_input", "hidden_layer_output"],
                    p => (p[0].Relu() / Kept(p[0], value)).SelectedBy(p[1].Each(a => a.Value.High != 0 ? 1 : 0))),
                .. backward(value),
            ])
            {
                Fitted = rate,
                Accepts = number => number == 0,
                Train = (_, value) =>
                [
                    Is("hidden_layer_output", "max(0, hidden_layer_input) / (1 - rate), or 0 where dropped", ["hidden_layer_input", "step"],
                        p => (p[0].Relu() / Kept(p[0], value)).SelectedBy(Drawn(p[0], (int)p[1].Values[0].Value.High, value))),
                    .. backward(value),
                ],
            };

        static Estimates Kept(Estimates z, double value) => z.Number(1 - value, Rewriting.FromOne);
    }

    // Which hidden outputs a training keeps: the fractions of multiples of the golden ratio, spread evenly over 0..1.
    private static Estimates Drawn(Estimates z, int step, double rate)
    {
        int drawn = step * z.Values.Length;
        return z.Each(_ => ++drawn * 0.6180339887498949 % 1 >= rate ? 1 : 0);
    }

    private static Mistake Derivative(string name, string description, Form derivative) => new(name, description)
    {
        Variants = [Way(Plain, right => [new Formula("doutput_dz_out", [derivative]), Chain(right["dL_doutput"].Forms, [derivative])])],
    };

    private static IEnumerable<Formula> WithDerivative(FormulaSet right, Formula output, IReadOnlyList<Form> derivatives) =>
        [output, new("doutput_dz_out", derivatives), Chain(right["dL_doutput"].Forms, derivatives)];

    private static Form TwiceSigmoid(Form form) => form.Then("taken twice", [], (output, _) => output.Sigmoid());

    private static Estimates Slope(Estimates s) => s * (1 - s);
}
