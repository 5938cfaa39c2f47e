using Ledger.Networks;

namespace Ledger.Formulas;

/// <summary>The formulas of dense layers: forward, and back from the loss's gradient.</summary>
internal static class LayerFormulas
{
    /// <summary>Each layer's sums and output, from the first layer to the last.</summary>
    public static IEnumerable<Formula> Forward(Network network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            LayerNames names = network.Names[layer];
            var (input, text) = InputOf(network, layer);
            yield return new(names.Sum,
            [
                new($"{text} · {names.Weights} + {names.Bias}", [input, Parent.Before(names.Weights), Parent.Before(names.Bias)], p => p[0].Dot(p[1], p[2])),
            ]);
            yield return new(names.Output, ActivationForms.Forward(network.Layers[layer].Activation, names.Sum));
        }
    }

    /// <summary>Each layer's gradients, from the last layer to the first.</summary>
    public static IEnumerable<Formula> Backward(Network network)
    {
        int last = network.Layers.Count - 1;
        for (int layer = last; layer >= 0; layer--)
        {
            LayerNames names = network.Names[layer];
            Activation activation = network.Layers[layer].Activation;
            if (layer < last)
            {
                LayerNames above = network.Names[layer + 1];
                yield return new(names.OutputGradient,
                [
                    new($"{above.SumGradient} · {above.Weights}ᵀ", [above.SumGradient, Parent.Before(above.Weights)], p => p[0].Dot(p[1].Transposed())),
                ]);
                yield return new(names.SumGradient, ActivationForms.Backward(activation, names.OutputGradient, names.Sum, names.Output));
            }
            else
            {
                yield return new(names.OutputGradient, LossForms.Gradient(network));
                if (network.Find(Network.OutputDerivative) is not null)
                    yield return new(Network.OutputDerivative, ActivationForms.Derivative(activation, names.Sum, names.Output));
                yield return new(names.SumGradient, AtOutput(network));
            }
            yield return new(LayerNames.GradientOf(names.Weights), [WeightsGradient(network, layer)]);
            yield return new(LayerNames.GradientOf(names.Bias),
            [
                new($"sum of {names.SumGradient} over the batch", [names.SumGradient], p => p[0].SumOverRows()),
            ]);
        }
    }

    /// <summary>The gradient of a layer's weights from what goes in and what comes back.</summary>
    public static Form WeightsGradient(Network network, int layer)
    {
        var (input, text) = InputOf(network, layer);
        string gradient = network.Names[layer].SumGradient;
        return new($"{text}ᵀ · {gradient}", [input, gradient], p => p[0].Transposed().Dot(p[1]));
    }

    /// <summary>dL_dz_out from dL_doutput, through the output's activation.</summary>
    public static IReadOnlyList<Form> ThroughOutput(Network network)
    {
        LayerNames names = LayerNames.OfOutput;
        IReadOnlyList<Form> forms = ActivationForms.Backward(network.Layers[^1].Activation, names.OutputGradient, names.Sum, names.Output);
        // What else reads the sums is the cross-entropy's own gradient there.
        return network is { Loss: LossFunction.BinaryCrossentropy, Layers: [.., { Activation: Activation.Sigmoid }] } ? [forms[0]] : forms;
    }

    private static IReadOnlyList<Form> AtOutput(Network network)
    {
        IReadOnlyList<Form> through = ThroughOutput(network), own = LossForms.GradientAtSums(network);
        if (own.Count == 0)
            own = [.. from form in through
                      from gradient in LossForms.Gradient(network)
                      select form.InsteadOf("dL_doutput", $"dL_doutput being {gradient.Text}", gradient.Parents, gradient.Evaluate)];
        return network.Find(Network.OutputDerivative) is null ? [.. through, .. own] :
        [
            new($"dL_doutput · {Network.OutputDerivative}", ["dL_doutput", Network.OutputDerivative], p => p[0] * p[1]), .. own, .. through,
        ];
    }

    private static (string Name, string Text) InputOf(Network network, int layer) =>
        layer == 0 ? ("inputs", "X") : (network.Names[layer - 1].Output, network.Names[layer - 1].Output);
}
