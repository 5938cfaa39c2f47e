using Ledger.Networks;

namespace Comparison.Campaigns;

/// <summary>What networks of a campaign are made of, by which their verdicts are counted.</summary>
internal static class NetworkParts
{
    /// <summary>A network's hidden layers, its activations, its loss and its optimizer, in words.</summary>
    public static IEnumerable<string> Of(Network network) =>
    [
        network.Layers.Count == 2 ? "1 hidden layer" : $"{network.Layers.Count - 1} hidden layers",
        .. network.Layers.Select(layer => $"activation {layer.Activation.Name()}").Distinct(),
        $"loss {network.Loss.Name()}",
        $"optimizer {network.Optimizer.Name}" + (network.Optimizer is GradientDescent { Momentum: > 0 } descent ? descent.Nesterov ? ", Nesterov's momentum" : ", momentum" : ""),
    ];
}
