using System.Numerics;
using Comparison.Sides;

namespace Comparison.Models;

/// <summary>Predicts as a side does: each computes with its own code.</summary>
public static class SidePredictor
{
    /// <summary>What gives outputs (rows, units) for inputs (rows, inputs).</summary>
    /// <param name="side">The side that computes.</param>
    /// <param name="network">The network.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="NotSupportedException">The framework does not compute in this dtype.</exception>
    public static Func<T[,], T[,]> Of<T>(Side side, TrainedNetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (side == Side.Keras)
            return KerasSide.DenseModel(network).Predict;
        Scratch.Dense.DenseNetwork<T> scratch = ScratchSide.DenseNetwork(network);
        return inputs => scratch.Predict(inputs);
    }
}
