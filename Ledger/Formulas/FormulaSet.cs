using Ledger.Arithmetic;

namespace Ledger.Formulas;

/// <summary>
/// The formulas of the document's network, written once: text for people, parents, exact value and budget. n is the number
/// of rows of the batch; the loss is the mean over it, and every gradient is the gradient of that mean.
/// </summary>
public sealed class FormulaSet
{
    /// <summary>The document's own formulas, with the forms that are mathematically equal to them.</summary>
    public static readonly FormulaSet Document = new(
        "binary cross-entropy",
        [
            new("hidden_layer_input",
            [
                new("X · hidden_weights + hidden_bias", ["inputs", Parent.Before("hidden_weights"), Parent.Before("hidden_bias")], p => p[0].Dot(p[1], p[2])),
            ]),
            new("hidden_layer_output",
            [
                new("max(0, hidden_layer_input)", ["hidden_layer_input"], p => p[0].Relu()),
            ]),
            new("output_layer_input",
            [
                new("hidden_layer_output · output_weights + output_bias",
                    ["hidden_layer_output", Parent.Before("output_weights"), Parent.Before("output_bias")], p => p[0].Dot(p[1], p[2])),
            ]),
            new("output",
            [
                new("1 / (1 + exp(-output_layer_input))", ["output_layer_input"], p => p[0].Sigmoid()),
            ]),
            new("loss",
            [
                new("mean(-(y_true·log(output) + (1 - y_true)·log(1 - output)))", ["output", "labels"],
                    p => CrossEntropy(p[0], p[1], (factor, logarithm) => factor * logarithm)),
                new("mean(max(z, 0) - z·y_true + log1p(exp(-|z|))) with z = output_layer_input", ["output_layer_input", "labels"],
                    p => (p[0].Relu() - p[0] * p[1] + (-p[0].Abs()).Exp().Log1p()).Mean()),
                new("mean(-(y_true·log(output) + (1 - y_true)·log(1 - output))), a term whose factor is 0 left out", ["output", "labels"],
                    p => CrossEntropy(p[0], p[1], (factor, logarithm) => (factor * logarithm).SelectedBy(factor))),
            ]),
            new("dL_doutput",
            [
                new("-(y_true/output - (1 - y_true)/(1 - output)) / n", ["output", "labels"],
                    p => -(p[1] / p[0] - (1 - p[1]) / (1 - p[0])) / p[0].Rows),
                new("(output - y_true) / (output·(1 - output)) / n", ["output", "labels"],
                    p => (p[0] - p[1]) / (p[0] * (1 - p[0])) / p[0].Rows),
            ]),
            new("doutput_dz_out",
            [
                new("s·(1 - s) with s = 1 / (1 + exp(-output_layer_input))", ["output_layer_input"], p => p[0].Sigmoid() * (1 - p[0].Sigmoid())),
                new("output·(1 - output)", ["output"], p => p[0] * (1 - p[0])),
            ]),
            new("dL_dz_out",
            [
                new("dL_doutput · doutput_dz_out", ["dL_doutput", "doutput_dz_out"], p => p[0] * p[1]),
                new("(output - y_true) / n", ["output", "labels"], p => (p[0] - p[1]) / p[0].Rows),
                new("(1 / (1 + exp(-output_layer_input)) - y_true) / n", ["output_layer_input", "labels"], p => (p[0].Sigmoid() - p[1]) / p[0].Rows),
                ThroughOutput,
            ]),
            new("dL_doutput_weights",
            [
                new("hidden_layer_outputᵀ · dL_dz_out", ["hidden_layer_output", "dL_dz_out"], p => p[0].Transposed().Dot(p[1])),
            ]),
            new("dL_doutput_bias",
            [
                new("sum of dL_dz_out over the batch", ["dL_dz_out"], p => p[0].SumOverRows()),
            ]),
            new("dL_dhidden_output",
            [
                new("dL_dz_out · output_weightsᵀ", ["dL_dz_out", Parent.Before("output_weights")], p => p[0].Dot(p[1].Transposed())),
            ]),
            new("dL_dz_hidden",
            [
                new("dL_dhidden_output · (hidden_layer_input > 0)", ["dL_dhidden_output", "hidden_layer_input"], p => p[0].MaskedBy(p[1])),
                new("dL_dhidden_output where hidden_layer_input > 0, otherwise 0", ["dL_dhidden_output", "hidden_layer_input"], p => p[0].SelectedBy(p[1])),
            ]),
            new("dL_dhidden_weights",
            [
                new("Xᵀ · dL_dz_hidden", ["inputs", "dL_dz_hidden"], p => p[0].Transposed().Dot(p[1])),
            ]),
            new("dL_dhidden_bias",
            [
                new("sum of dL_dz_hidden over the batch", ["dL_dz_hidden"], p => p[0].SumOverRows()),
            ]),
            Update("hidden_weights", new("Xᵀ · dL_dz_hidden", ["inputs", "dL_dz_hidden"], p => p[0].Transposed().Dot(p[1]))),
            Update("hidden_bias", new("sum of dL_dz_hidden", ["dL_dz_hidden"], p => p[0].SumOverRows())),
            Update("output_weights", new("hidden_layer_outputᵀ · dL_dz_out", ["hidden_layer_output", "dL_dz_out"], p => p[0].Transposed().Dot(p[1]))),
            Update("output_bias", new("sum of dL_dz_out", ["dL_dz_out"], p => p[0].SumOverRows())),
        ]);

    /// <summary>
    /// The document's formulas with TensorFlow.NET's cross-entropy: probabilities clipped to [1e-7, 1 - 1e-7] and 1e-7 added
    /// inside both logarithms. Its gradient is 0 where it clips.
    /// </summary>
    public static readonly FormulaSet EpsilonInsideLogarithms = Document.With(
        "binary cross-entropy with 1e-7 inside both logarithms",
        new("loss",
        [
            new("mean(-(y_true·log(p + 1e-7) + (1 - y_true)·log(1 - p + 1e-7))) with p = output clipped to [1e-7, 1 - 1e-7]", ["output", "labels"],
                p => CrossEntropy(p[0].Clipped(Epsilon, 1 - Epsilon), p[1], (factor, logarithm) => factor * logarithm, Epsilon)),
        ]),
        new("dL_doutput",
        [
            new("-(y_true/(p + 1e-7) - (1 - y_true)/(1 - p + 1e-7)) / n, 0 where output is clipped", ["output", "labels"],
                p => (-(p[1] / (p[0] + Epsilon) - (1 - p[1]) / (1 - p[0] + Epsilon)) / p[0].Rows).WhereWithin(p[0], Epsilon, 1 - Epsilon)),
        ]),
        new("dL_dz_out", [ThroughOutput]));

    private const double Epsilon = 1e-7;

    private readonly Dictionary<string, Formula> formulas;

    private FormulaSet(string loss, IEnumerable<Formula> formulas)
    {
        Loss = loss;
        this.formulas = formulas.ToDictionary(formula => formula.Quantity);
    }

    /// <summary>The loss in one phrase.</summary>
    public string Loss { get; }

    private static Form ThroughOutput =>
        new("dL_doutput · output · (1 - output)", ["dL_doutput", "output"], p => p[0] * (p[1] * (1 - p[1])));

    /// <summary>The formula of a quantity.</summary>
    public Formula this[string quantity] => formulas[quantity];

    /// <summary>The set with some formulas replaced.</summary>
    public FormulaSet With(IEnumerable<Formula> replacements) => With(Loss, [.. replacements]);

    private static Formula Update(string parameter, Form gradient) => new(parameter,
    [
        new($"{parameter} - learning_rate · dL_d{parameter}", [Parent.Before(parameter), "learning_rate", $"dL_d{parameter}"], p => p[0] - p[1] * p[2]),
        new($"{parameter} - learning_rate · ({gradient.Text})", [Parent.Before(parameter), "learning_rate", .. gradient.Parents],
            p => p[0] - p[1] * gradient.Evaluate(p[2..])),
    ]);

    /// <summary>The mean of -(y·log(p) + (1 - y)·log(1 - p)) over all elements, with a constant added inside the logarithms if given.</summary>
    internal static Estimates CrossEntropy(Estimates p, Estimates y, Func<Estimates, Estimates, Estimates> term, double? epsilon = null) =>
        (-(term(y, Logarithm(p, epsilon)) + term(1 - y, Logarithm(1 - p, epsilon)))).Mean();

    private static Estimates Logarithm(Estimates p, double? epsilon) => (epsilon is { } number ? p + number : p).Log();

    private FormulaSet With(string loss, params Formula[] replacements) =>
        new(loss, formulas.Values.Select(formula => replacements.FirstOrDefault(other => other.Quantity == formula.Quantity) ?? formula));
}
