using System.Globalization;
using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Networks;
using static Comparison.Reports.Tables;

namespace Comparison.Reports;

/// <summary>What is trained, for people.</summary>
internal static class ProblemText
{
    /// <summary>A problem in one line.</summary>
    public static string Describe(Problem problem)
    {
        string rows = problem.Rows == 1 ? "1 sample" : $"{problem.Rows} samples in batches of {problem.BatchSize}";
        string rate = $"learning rate {Text(problem.LearningRate.Requested, FloatFormat.Float64)}";
        string training = $"{problem.Format}, {Count(problem.Epochs, "epoch")} of {rows}";
        string stable = problem.IsStable ? "; Scratch computes the loss from the logits" : "";
        if (!problem.Network.IsDocuments)
            return $"A network of {problem.Network}; {problem.Network.Formulas.Loss}; {Describe(problem.Network.Optimizer)}, {rate}; {training}{stable}";
        string network = $"{Count(problem.Inputs.Columns, "input")}, {Count(problem.Hidden, "ReLU neuron")}, 1 sigmoid output";
        return problem.DocumentLabel is { } label
            ? $"The document's network: {network}; {training}, {rate}, y_true = {Text(label, FloatFormat.Float64)} (the document never defines it; --y-true changes it){stable}"
            : $"A network of {network}; {training}, {rate}{stable}";
    }

    // What is as usual is not said.
    private static string Describe(Optimizer optimizer) => optimizer switch
    {
        GradientDescent { Momentum: 0 } => "gradient descent",
        GradientDescent descent => Invariant($"gradient descent, {(descent.Nesterov ? "Nesterov " : "")}momentum {descent.Momentum:R}"),
        Adam adam => $"Adam{Unusual("beta_1", adam.Beta1, adam => adam.Beta1)}{Unusual("beta_2", adam.Beta2, adam => adam.Beta2)}{Unusual("epsilon", adam.Epsilon, adam => adam.Epsilon)}",
        _ => optimizer.Name,
    };

    private static string Unusual(string name, double value, Func<Adam, double> of) => value == of(new Adam()) ? "" : Invariant($", {name} {value:R}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
