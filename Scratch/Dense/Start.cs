using System.Numerics;

namespace Scratch.Dense;

/// <summary>Parameters to start from.</summary>
public static class Start
{
    /// <summary>
    /// Weights even between ±√(6 / (inputs + units)) (Glorot and Bengio 2010), biases 0: layer by layer and row by row from stream 0 of the seed.
    /// </summary>
    /// <param name="inputs">Inputs of the network.</param>
    /// <param name="layers">Its layers.</param>
    /// <param name="seed">The seed.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public static IReadOnlyList<LayerParameters<T>> Glorot<T>(int inputs, IReadOnlyList<Layer> layers, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check.Sizes(inputs, layers);
        var random = new SeededRandom(seed, 0);
        var start = new List<LayerParameters<T>>();
        foreach (Layer layer in layers)
        {
            double limit = Math.Sqrt(6.0 / (inputs + layer.Units));
            var weights = new T[inputs, layer.Units];
            for (int i = 0; i < inputs; i++)
                for (int j = 0; j < layer.Units; j++)
                    weights[i, j] = T.CreateChecked((2 * random.Fraction() - 1) * limit);
            start.Add(new(weights, new T[layer.Units]));
            inputs = layer.Units;
        }
        return start;
    }
}
