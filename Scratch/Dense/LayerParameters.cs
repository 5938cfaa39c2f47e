using System.Numerics;

namespace Scratch.Dense;

/// <summary>What a dense layer learns.</summary>
/// <param name="Weights">Shape (inputs, units).</param>
/// <param name="Bias">Shape (units).</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record LayerParameters<T>(T[,] Weights, T[] Bias)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
