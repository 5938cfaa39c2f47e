using System.Numerics;
using Ledger.Networks;
using Scratch.Dense;

namespace Comparison.Models;

/// <summary>A network of dense layers with its parameters as a training left them, whichever side trained it.</summary>
/// <param name="Network">Its layers, loss and optimizer.</param>
/// <param name="LearningRate">The learning rate, as it was asked for.</param>
/// <param name="Parameters">Weights and bias of each layer, in the order of the layers.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record TrainedNetwork<T>(Network Network, double LearningRate, IReadOnlyList<LayerParameters<T>> Parameters)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
