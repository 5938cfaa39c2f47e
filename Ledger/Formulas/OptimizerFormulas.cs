using Ledger.Networks;

namespace Ledger.Formulas;

/// <summary>
/// What optimizers remember and what they make of the parameters (Keras 3's formulas). A side that cannot tell what its
/// optimizer remembers is judged by the gradients of all steps so far.
/// </summary>
internal static class OptimizerFormulas
{
    /// <summary>The formulas of what is remembered of each parameter, and of each parameter after the update.</summary>
    public static IEnumerable<Formula> Of(Network network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            LayerNames names = network.Names[layer];
            foreach (Formula formula in Of(network.Optimizer, names.Weights, LayerFormulas.WeightsGradient(network, layer)))
                yield return formula;
            foreach (Formula formula in Of(network.Optimizer, names.Bias, new($"sum of {names.SumGradient}", [names.SumGradient], p => p[0].SumOverRows())))
                yield return formula;
        }
    }

    private static IEnumerable<Formula> Of(Optimizer optimizer, string parameter, Form gradient) => optimizer switch
    {
        GradientDescent { Momentum: 0 } => [Plain(parameter, gradient)],
        GradientDescent descent => MomentumForms.Of(descent, parameter),
        _ => AdamForms.Of((Adam)optimizer, parameter),
    };

    private static Formula Plain(string parameter, Form gradient) => new(parameter,
    [
        new($"{parameter} - learning_rate · dL_d{parameter}", [Parent.Before(parameter), "learning_rate", $"dL_d{parameter}"], p => p[0] - p[1] * p[2]),
        new($"{parameter} - learning_rate · ({gradient.Text})", [Parent.Before(parameter), "learning_rate", .. gradient.Parents],
            p => p[0] - p[1] * gradient.Evaluate(p[2..])),
    ]);
}
