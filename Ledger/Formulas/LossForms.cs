using Ledger.Arithmetic;
using Ledger.Networks;

namespace Ledger.Formulas;

/// <summary>The losses: their values, and their gradients with respect to the output and to the sums before its activation.</summary>
internal static class LossForms
{
    private const double Epsilon = 1e-7;

    private const string Output = "output", Sums = "output_layer_input", Labels = "labels";

    /// <summary>Binary cross-entropy with an epsilon inside both logarithms.</summary>
    public static Form WithEpsilon { get; } =
        new("mean(-(y_true·log(p + 1e-7) + (1 - y_true)·log(1 - p + 1e-7))) with p = output clipped to [1e-7, 1 - 1e-7]", [Output, Labels],
            p => CrossEntropy(p[0].Clipped(Epsilon, 1 - Epsilon), p[1], (factor, logarithm) => factor * logarithm, Epsilon));

    /// <summary>A loss in one phrase.</summary>
    public static string Phrase(LossFunction loss) => loss switch
    {
        LossFunction.BinaryCrossentropy => "binary cross-entropy",
        LossFunction.CategoricalCrossentropy => "categorical cross-entropy",
        LossFunction.SparseCategoricalCrossentropy => "sparse categorical cross-entropy",
        _ => "squared error",
    };

    /// <summary>The loss of a batch.</summary>
    public static IReadOnlyList<Form> Of(Network network)
    {
        bool is_softmax = network.Layers[^1].Activation == Activation.Softmax;
        return network.Loss switch
        {
            LossFunction.BinaryCrossentropy => Binary(network.Layers[^1].Activation == Activation.Sigmoid),
            LossFunction.CategoricalCrossentropy => Categorical(is_softmax),
            LossFunction.SparseCategoricalCrossentropy => Sparse(is_softmax),
            _ => [new("mean((output - y_true)²)", [Output, Labels], p => MeanOfNumbers((p[0] - p[1]) * (p[0] - p[1])))],
        };
    }

    /// <summary>dL_doutput.</summary>
    public static IReadOnlyList<Form> Gradient(Network network)
    {
        string n = Numbers(network);
        return network.Loss switch
        {
            LossFunction.BinaryCrossentropy =>
            [
                new($"-(y_true/output - (1 - y_true)/(1 - output)) / {n}", [Output, Labels],
                    p => OverNumbers(-(p[1] / p[0] - (1 - p[1]) / (1 - p[0])), p[0])),
                new($"(output - y_true) / (output·(1 - output)) / {n}", [Output, Labels],
                    p => OverNumbers((p[0] - p[1]) / (p[0] * (1 - p[0])), p[0])),
            ],
            LossFunction.CategoricalCrossentropy =>
            [
                new("-y_true/output / n", [Output, Labels], p => -(p[1] / p[0]) / p[0].Rows),
                new("-y_true/output / n where y_true > 0, otherwise 0", [Output, Labels], p => (-(p[1] / p[0]) / p[0].Rows).SelectedBy(p[1])),
            ],
            LossFunction.SparseCategoricalCrossentropy =>
            [
                new("-1/output / n at the label's unit, otherwise 0", [Output, Labels], p =>
                {
                    Estimates at_label = p[1].OneHot(p[0].Columns);
                    return (-(at_label / p[0]) / p[0].Rows).SelectedBy(at_label);
                }),
            ],
            _ => [new($"2·(output - y_true) / {n}", [Output, Labels], p => OverNumbers((p[0] - p[1]) * 2, p[0]))],
        };
    }

    /// <summary>dL_doutput of binary cross-entropy with an epsilon inside both logarithms.</summary>
    public static Form GradientWithEpsilon(Network network) =>
        new($"-(y_true/(p + 1e-7) - (1 - y_true)/(1 - p + 1e-7)) / {Numbers(network)}, 0 where output is clipped", [Output, Labels],
            p => OverNumbers(-(p[1] / (p[0] + Epsilon) - (1 - p[1]) / (1 - p[0] + Epsilon)), p[0]).WhereWithin(p[0], Epsilon, 1 - Epsilon));

    /// <summary>dL_dz_out where the loss's derivative and the activation's cancel; none where they do not.</summary>
    public static IReadOnlyList<Form> GradientAtSums(Network network) => (network.Layers[^1].Activation, network.Loss) switch
    {
        (Activation.Sigmoid, LossFunction.BinaryCrossentropy) => SigmoidGradients(Numbers(network)),
        (Activation.Softmax, LossFunction.CategoricalCrossentropy) => SoftmaxGradients("y_true", (labels, _) => labels),
        (Activation.Softmax, LossFunction.SparseCategoricalCrossentropy) =>
            SoftmaxGradients("(1 at the label's unit, otherwise 0)", (labels, units) => labels.OneHot(units)),
        _ => [],
    };

    /// <summary>The mean of -(y·log(p) + (1 - y)·log(1 - p)) over all elements, with a constant added inside the logarithms if given.</summary>
    public static Estimates CrossEntropy(Estimates p, Estimates y, Func<Estimates, Estimates, Estimates> term, double? epsilon = null) =>
        MeanOfNumbers(-(term(y, Logarithm(p, epsilon)) + term(1 - y, Logarithm(1 - p, epsilon))));

    private static IReadOnlyList<Form> Binary(bool is_sigmoid)
    {
        const string text = "mean(-(y_true·log(output) + (1 - y_true)·log(1 - output)))";
        Form from_output = new(text, [Output, Labels], p => CrossEntropy(p[0], p[1], (factor, logarithm) => factor * logarithm));
        Form from_logits = new("mean(max(z, 0) - z·y_true + log1p(exp(-|z|))) with z = output_layer_input", [Sums, Labels],
            p => MeanOfNumbers(p[0].Relu() - p[0] * p[1] + (-p[0].Abs()).Exp().Log1p()));
        Form selected = new($"{text}, a term whose factor is 0 left out", [Output, Labels],
            p => CrossEntropy(p[0], p[1], (factor, logarithm) => (factor * logarithm).SelectedBy(factor)));
        return is_sigmoid ? [from_output, from_logits, selected] : [from_output, selected];
    }

    private static IReadOnlyList<Form> Categorical(bool is_softmax)
    {
        const string mean = "mean over the rows of ", left_out = ", a term whose factor is 0 left out";
        Form[] from_output =
        [
            new($"{mean}-Σ y_true·log(output)", [Output, Labels], p => -(p[1] * p[0].Log()).Sum() / p[0].Rows),
            new($"{mean}-Σ y_true·log(output){left_out}", [Output, Labels], p => Selected(p[1], -p[0].Log())),
        ];
        return !is_softmax ? from_output :
        [
            .. from_output,
            new($"{mean}-Σ y_true·log(output / Σ output){left_out}", [Output, Labels], p => Selected(p[1], -Normalized(p[0]).Log())),
            new($"{mean}Σ y_true·(max + log Σ exp(z - max) - z) with z = output_layer_input{left_out}", [Sums, Labels], p => Selected(p[1], LogSumExp(p[0]) - p[0])),
            new($"{mean}-Σ y_true·(z - max - log Σ exp(z - max)) with z = output_layer_input{left_out}", [Sums, Labels], p => Selected(p[1], -ActivationForms.LogSoftmax(p[0]))),
        ];

        static Estimates Selected(Estimates labels, Estimates terms) => (labels * terms).SelectedBy(labels).Sum() / labels.Rows;
    }

    private static IReadOnlyList<Form> Sparse(bool is_softmax)
    {
        const string mean = "mean over the rows of ", label = " at the label's unit";
        Form[] from_output = [new($"{mean}-log(output){label}", [Output, Labels], p => (-p[0].AtLabel(p[1]).Log()).Mean())];
        return !is_softmax ? from_output :
        [
            .. from_output,
            new($"{mean}-log(output / Σ output){label}", [Output, Labels], p => (-Normalized(p[0]).AtLabel(p[1]).Log()).Mean()),
            new($"{mean}max + log Σ exp(z - max) - z{label}, with z = output_layer_input", [Sums, Labels], p => (LogSumExp(p[0]) - p[0].AtLabel(p[1])).Mean()),
            new($"{mean}-(z - max - log Σ exp(z - max)){label}, with z = output_layer_input", [Sums, Labels], p => (-ActivationForms.LogSoftmax(p[0]).AtLabel(p[1])).Mean()),
        ];
    }

    private static IReadOnlyList<Form> SigmoidGradients(string n) =>
    [
        new($"(output - y_true) / {n}", [Output, Labels], p => OverNumbers(p[0] - p[1], p[0])),
        new($"(1 / (1 + exp(-output_layer_input)) - y_true) / {n}", [Sums, Labels], p => OverNumbers(p[0].Sigmoid() - p[1], p[0])),
    ];

    // The second of the two is what differentiating the logarithm of a softmax gives.
    private static IReadOnlyList<Form> SoftmaxGradients(string label, Func<Estimates, int, Estimates> labels)
    {
        return [.. Two(Output, "output", "", s => s), .. ActivationForms.Softmaxes.SelectMany(softmax => Two(Sums, "s", $" with s = {softmax.Text}, z = output_layer_input", softmax.Of))];

        IEnumerable<Form> Two(string from, string s, string with, Func<Estimates, Estimates> softmax)
        {
            yield return new($"({s} - {label}) / n{with}", [from, Labels], p =>
            {
                Estimates y = labels(p[1], p[0].Columns);
                return (TimesSum(softmax(p[0]), y) - y) / y.Rows;
            });
            yield return new($"{s}·Σ {label}/n over the row - {label}/n{with}", [from, Labels], p =>
            {
                Estimates share = labels(p[1], p[0].Columns) / p[0].Rows;
                return softmax(p[0]) * share.SumOverUnits() - share;
            });
        }
    }

    // The derivative has the sum of a row's labels for a factor. Labels of classes sum to 1, but for the rounding of each.
    private static Estimates TimesSum(Estimates softmax, Estimates labels)
    {
        double rounding = labels.Format.UnitRoundoff * labels.Columns;
        Estimates sums = labels.SumOverUnits();
        return sums.Values.ToArray().All(sum => Math.Abs(sum.Value.High - 1) <= rounding) ? softmax : softmax * sums;
    }

    private static Estimates Normalized(Estimates output) => output / output.SumOverUnits();

    private static Estimates LogSumExp(Estimates z)
    {
        Estimates largest = z.LargestOfRow();
        return largest + (z - largest).Exp().SumOverUnits().Log();
    }

    private static Estimates Logarithm(Estimates p, double? epsilon) => (epsilon is { } number ? p + number : p).Log();

    // The mean over all numbers of the output: with several units in a row, over the units and then over the rows, or at once.
    private static Estimates MeanOfNumbers(Estimates numbers) => numbers.Columns == 1 ? numbers.Mean() : numbers.Sum() / numbers.Columns / numbers.Rows;

    private static Estimates OverNumbers(Estimates gradient, Estimates output) =>
        output.Columns == 1 ? gradient / output.Rows : gradient / output.Columns / output.Rows;

    private static string Numbers(Network network) => network.Layers[^1].Units == 1 ? "n" : "(n·units)";
}
