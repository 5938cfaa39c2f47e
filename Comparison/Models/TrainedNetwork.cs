using System.Numerics;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Networks;
using Ledger.Traces;
using Scratch.Dense;

namespace Comparison.Models;

/// <summary>A network of dense layers with its parameters as they stand: before a training or after it, whichever side trains.</summary>
/// <param name="Network">Its layers, loss and optimizer.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Parameters">Weights and bias of each layer, in the order of the layers.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TrainedNetwork<T>(Network Network, LearningRate LearningRate, IReadOnlyList<LayerParameters<T>> Parameters)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The parameters by the document's names, in the order of the layers.</summary>
    public IEnumerable<KeyValuePair<string, NumberArray>> Arrays => Network.Names.Zip(Parameters).SelectMany(layer => new[]
    {
        KeyValuePair.Create(layer.First.Weights, Numbers.Matrix(layer.Second.Weights)),
        KeyValuePair.Create(layer.First.Bias, Numbers.Vector(layer.Second.Bias)),
    });

    /// <summary>From parameters by the document's names, in the shapes of <see cref="Network.Parameters"/>.</summary>
    public static TrainedNetwork<T> Of(Network network, LearningRate learning_rate, IReadOnlyDictionary<string, NumberArray> parameters) => new(
        network, learning_rate,
        [.. network.Names.Select(names => new LayerParameters<T>(parameters[names.Weights].ToMatrix<T>(), parameters[names.Bias].ToVector<T>()))]);
}
