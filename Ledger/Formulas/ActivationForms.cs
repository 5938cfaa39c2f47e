using Ledger.Arithmetic;
using Ledger.Networks;

namespace Ledger.Formulas;

/// <summary>The activations: what they give, their derivatives, and how a gradient goes back through them.</summary>
internal static class ActivationForms
{
    /// <summary>
    /// The ways to compute the softmax of sums, the usual one first: less the row's largest, as they are (where that cannot
    /// overflow), or through the logarithm.
    /// </summary>
    public static IReadOnlyList<(string Text, Func<Estimates, Estimates> Of)> Softmaxes { get; } =
    [
        ("exp(z - max) / Σ exp(z - max) over the row", Shifted),
        ("exp(z) / Σ exp(z) over the row", z => Share(z.Exp()) is { IsBounded: true } share ? share : Shifted(z)),
        ("exp(z - max - log Σ exp(z - max)) over the row", z => LogSoftmax(z).Exp()),
    ];

    /// <summary>The logarithm of the softmax: each sum less the largest of the row, less the logarithm of the sum of the exponentials of that.</summary>
    public static Estimates LogSoftmax(Estimates z)
    {
        Estimates shifted = z - z.LargestOfRow();
        return shifted - shifted.Exp().SumOverUnits().Log();
    }

    /// <summary>What a layer gives.</summary>
    /// <param name="activation">Its activation.</param>
    /// <param name="z">The name of what the activation is applied to.</param>
    public static IReadOnlyList<Form> Forward(Activation activation, string z) => activation switch
    {
        Activation.Linear => [new(z, [z], p => p[0])],
        Activation.Relu => [new($"max(0, {z})", [z], p => p[0].Relu())],
        Activation.Sigmoid => [new($"1 / (1 + exp(-{z}))", [z], p => p[0].Sigmoid())],
        Activation.Tanh => [new($"tanh({z})", [z], p => p[0].Tanh())],
        _ => [.. Softmaxes.Select(softmax => new Form($"{softmax.Text} with z = {z}", [z], p => softmax.Of(p[0])))],
    };

    /// <summary>The derivative, element by element; no form for the softmax, which has none.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="z">The name of what it is applied to.</param>
    /// <param name="output">The name of what it gives.</param>
    public static IReadOnlyList<Form> Derivative(Activation activation, string z, string output) => activation switch
    {
        Activation.Linear => [new("1", [z], p => p[0].Each(_ => 1))],
        Activation.Relu => [new($"1 where {z} > 0, otherwise 0", [z], p => p[0].Each(_ => 1).SelectedBy(p[0]))],
        Activation.Sigmoid =>
        [
            new($"s·(1 - s) with s = 1 / (1 + exp(-{z}))", [z], p => p[0].Sigmoid() * (1 - p[0].Sigmoid())),
            new($"{output}·(1 - {output})", [output], p => p[0] * (1 - p[0])),
        ],
        Activation.Tanh =>
        [
            new($"1 - t² with t = tanh({z})", [z], p => 1 - p[0].Tanh() * p[0].Tanh()),
            new($"1 - {output}²", [output], p => 1 - p[0] * p[0]),
        ],
        _ => [],
    };

    /// <summary>The loss's gradient before the activation from that behind it, the form that reads the output first where one does.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="gradient">The name of the gradient with respect to the output.</param>
    /// <param name="z">The name of what the activation is applied to.</param>
    /// <param name="output">The name of what it gives.</param>
    public static IReadOnlyList<Form> Backward(Activation activation, string gradient, string z, string output) => activation switch
    {
        Activation.Linear => [new(gradient, [gradient], p => p[0])],
        Activation.Relu =>
        [
            new($"{gradient} · ({z} > 0)", [gradient, z], p => p[0].MaskedBy(p[1])),
            new($"{gradient} where {z} > 0, otherwise 0", [gradient, z], p => p[0].SelectedBy(p[1])),
        ],
        Activation.Sigmoid =>
        [
            new($"{gradient} · {output} · (1 - {output})", [gradient, output], p => p[0] * (p[1] * (1 - p[1]))),
            new($"{gradient} · s·(1 - s) with s = 1 / (1 + exp(-{z}))", [gradient, z], p => p[0] * (p[1].Sigmoid() * (1 - p[1].Sigmoid()))),
        ],
        Activation.Tanh =>
        [
            new($"{gradient} · (1 - {output}²)", [gradient, output], p => p[0] * (1 - p[1] * p[1])),
            new($"{gradient} · (1 - t²) with t = tanh({z})", [gradient, z], p => p[0] * (1 - p[1].Tanh() * p[1].Tanh())),
        ],
        _ =>
        [
            .. ThroughSoftmax(gradient, output, output, "", s => s),
            .. Softmaxes.SelectMany(softmax => ThroughSoftmax(gradient, z, "s", $" with s = {softmax.Text}, z = {z}", softmax.Of)),
        ],
    };

    private static IEnumerable<Form> ThroughSoftmax(string gradient, string from, string s, string with, Func<Estimates, Estimates> softmax)
    {
        yield return new($"{s}·({gradient} - Σ {gradient}·{s} over the row){with}", [gradient, from],
            p => softmax(p[1]) * (p[0] - (p[0] * softmax(p[1])).SumOverUnits()));
        yield return new($"{s}·{gradient} - {s}·Σ {gradient}·{s} over the row{with}", [gradient, from],
            p => p[0] * softmax(p[1]) - softmax(p[1]) * (p[0] * softmax(p[1])).SumOverUnits());
    }

    private static Estimates Shifted(Estimates z) => Share((z - z.LargestOfRow()).Exp());

    private static Estimates Share(Estimates exponentials) => exponentials / exponentials.SumOverUnits();
}
