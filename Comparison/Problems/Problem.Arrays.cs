using System.Numerics;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;
using Dense = Scratch.Dense;

namespace Comparison.Problems;

public sealed partial record Problem
{
    /// <summary>The problem of training a network on rows in memory, from weights of one's own.</summary>
    /// <param name="inputs">Shape (rows, inputs).</param>
    /// <param name="labels">Shape (rows, 1) or (rows, outputs), as the loss asks for them.</param>
    /// <param name="network">What is trained and how.</param>
    /// <param name="start">The parameters to start from, rows first: the kernel and the bias of each layer, as Keras orders them.</param>
    /// <param name="learning_rate">Step size.</param>
    /// <param name="batch_size">Rows of a full batch; batches are taken in the order of the rows.</param>
    /// <param name="epochs">Passes over the rows.</param>
    /// <typeparam name="T">float or double, the dtype of the training.</typeparam>
    /// <exception cref="ArgumentException">The arrays do not fit the network or each other, or a number is below 1.</exception>
    public static Problem Of<T>(T[,] inputs, T[,] labels, Network network, IEnumerable<T[]> start, double learning_rate, int batch_size, int epochs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = inputs.GetLength(0);
        CheckShape(inputs, [rows, network.Inputs], nameof(inputs));
        CheckShape(labels, [rows, network.LabelColumns], nameof(labels));
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfLessThan(batch_size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        T[][] parameters = [.. start];
        if (parameters.Length != network.Parameters.Count)
            throw new ArgumentException($"{parameters.Length} arrays are given, where {network.Parameters.Count} are needed: {string.Join(", ", network.Parameters.Select(parameter => parameter.Name))}.", nameof(start));

        FloatFormat format = typeof(T) == typeof(float) ? FloatFormat.Float32 : FloatFormat.Float64;
        return new()
        {
            Format = format,
            Network = new(network.Inputs, network.Layers, network.Loss, network.Optimizer.AsInKeras()),
            Inputs = Numbers.Matrix(inputs),
            Labels = Numbers.Matrix(labels),
            Start = network.Parameters.Zip(parameters, Parameter).ToDictionary(parameter => parameter.Name, parameter => parameter.Array),
            LearningRate = LearningRate.For(learning_rate, format),
            BatchSize = batch_size,
            Epochs = epochs,
        };
    }

    /// <summary>The same from the weights that a seed gives by the rules of docs/random-numbers.md.</summary>
    /// <inheritdoc cref="Of{T}(T[,], T[,], Network, IEnumerable{T[]}, double, int, int)"/>
    public static Problem Of<T>(T[,] inputs, T[,] labels, Network network, ulong seed, double learning_rate, int batch_size, int epochs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IReadOnlyList<Dense.LayerParameters<T>> start = Dense.Start.Glorot<T>(network.Inputs, ScratchSide.Layers(network), seed);
        return Of(inputs, labels, network, start.SelectMany(layer => new[] { [.. layer.Weights.Cast<T>()], layer.Bias }), learning_rate, batch_size, epochs);
    }

    private static (string Name, NumberArray Array) Parameter<T>(Quantity parameter, T[] values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] shape = parameter.Shape(batch: 0);
        return values.Length == NumberArray.Count(shape)
            ? (parameter.Name, Numbers.Shaped(values, shape))
            : throw new ArgumentException($"{parameter.Name} has {values.Length} numbers, where shape {NumberArray.Describe(shape)} is needed.", "start");
    }

    private static void CheckShape<T>(T[,] array, int[] shape, string name)
    {
        int[] found = [array.GetLength(0), array.GetLength(1)];
        if (!found.SequenceEqual(shape))
            throw new ArgumentException($"They have shape {NumberArray.Describe(found)}, where {NumberArray.Describe(shape)} is needed.", name);
    }
}
