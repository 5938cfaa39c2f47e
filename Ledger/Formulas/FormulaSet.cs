using Ledger.Networks;

namespace Ledger.Formulas;

/// <summary>
/// The formulas of a network, written once: text for people, parents, exact value and budget. n is the number of rows of the
/// batch; the loss is the mean over it, and every gradient is the gradient of that mean.
/// </summary>
public sealed class FormulaSet
{
    /// <summary>The document's own formulas, with the forms that are mathematically equal to them. They do not depend on sizes.</summary>
    public static readonly FormulaSet Document = Of(Network.Document(1, 1));

    /// <summary>
    /// The document's formulas with TensorFlow.NET's cross-entropy: probabilities clipped to [1e-7, 1 - 1e-7] and 1e-7 added
    /// inside both logarithms. Its gradient is 0 where it clips.
    /// </summary>
    public static readonly FormulaSet EpsilonInsideLogarithms = Document.WithEpsilonInsideLogarithms();

    private readonly Network network;
    private readonly Dictionary<string, Formula> formulas;

    private FormulaSet(Network network, string loss, IEnumerable<Formula> formulas)
    {
        this.network = network;
        Loss = loss;
        this.formulas = formulas.ToDictionary(formula => formula.Quantity);
    }

    /// <summary>The loss in one phrase.</summary>
    public string Loss { get; }

    /// <summary>The formula of a quantity.</summary>
    public Formula this[string quantity] => formulas[quantity];

    /// <summary>The set with some formulas replaced.</summary>
    public FormulaSet With(IEnumerable<Formula> replacements) => With(Loss, [.. replacements]);

    /// <summary>The formulas of a network.</summary>
    internal static FormulaSet Of(Network network) => new(network, LossForms.Phrase(network.Loss),
    [
        .. LayerFormulas.Forward(network),
        new("loss", LossForms.Of(network)),
        .. LayerFormulas.Backward(network),
        .. OptimizerFormulas.Of(network),
    ]);

    /// <summary>The set with the cross-entropy of <see cref="EpsilonInsideLogarithms"/>.</summary>
    /// <exception cref="InvalidOperationException">The loss is not binary cross-entropy.</exception>
    internal FormulaSet WithEpsilonInsideLogarithms()
    {
        if (network.Loss != LossFunction.BinaryCrossentropy)
            throw new InvalidOperationException($"An epsilon inside both logarithms is binary cross-entropy's, and the loss is {network.Loss.Name()}.");
        Formula gradient = new("dL_doutput", [LossForms.GradientWithEpsilon(network)]);
        return With("binary cross-entropy with 1e-7 inside both logarithms",
            new("loss", [LossForms.WithEpsilon]), gradient, new("dL_dz_out", LayerFormulas.ThroughOutput(network)));
    }

    private FormulaSet With(string loss, params Formula[] replacements) =>
        new(network, loss, formulas.Values.Select(formula => replacements.FirstOrDefault(other => other.Quantity == formula.Quantity) ?? formula));
}
