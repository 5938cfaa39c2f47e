using System.Numerics;
using Ledger.Arithmetic;
using Ledger.Traces;
using Scratch.Dense;
using Described = Ledger.Networks;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>The trace of a dense network's training, for the ledger to judge.</summary>
internal static class DenseTrace
{
    /// <summary>Some epochs of a drawn training, in batches in order.</summary>
    public static Trace Of<T>(DrawnTraining training, int batch_size, int epochs) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[][] batches = [.. Enumerable.Range(0, epochs).SelectMany(_ => Enumerable.Range(0, training.Rows).Chunk(batch_size))];
        return Of(training.Network<T>(), training.X<T>(), training.Labels<T>(), batches, batch_size);
    }

    /// <summary>A training by steps on the rows that each batch names.</summary>
    public static Trace Of<T>(DenseNetwork<T> network, T[,] X, T[,] y_true, IReadOnlyList<int[]> batches, int batch_size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var description = new Described.Network(
            network.Inputs, network.Layers.Select(Describe), Enum.Parse<Described.LossFunction>($"{network.Loss}", ignoreCase: true), Describe(network.Optimizer));
        IReadOnlyList<LayerParameters<T>> start = network.Parameters;
        bool from_logits = network.IsStable && network.Loss != Loss.MeanSquaredError;
        return new()
        {
            Side = "dense network",
            Network = description,
            Format = typeof(T) == typeof(float) ? FloatFormat.Float32 : FloatFormat.Float64,
            Inputs = Array(X),
            Labels = Array(y_true),
            LearningRate = double.CreateChecked(T.CreateChecked(network.Optimizer.LearningRate)),
            BatchSize = batch_size,
            Start = description.Names.Index().SelectMany(layer => new Dictionary<string, NumberArray>
            {
                [layer.Item.Weights] = Array(start[layer.Index].Weights),
                [layer.Item.Bias] = new([start[layer.Index].Bias.Length], [.. start[layer.Index].Bias.Select(double.CreateChecked)]),
            }).ToDictionary(),
            Steps = [.. batches.Select(rows => Step(network, DrawnTraining.Take(X, rows), DrawnTraining.Take(y_true, rows), rows))],
            NotComputed = from_logits
                ? new[] { "dL_doutput", "doutput_dz_out" }.Where(name => description.Find(name) is not null).ToDictionary(name => name, _ => "taken from the logits")
                : [],
        };
    }

    private static TraceStep Step<T>(DenseNetwork<T> network, T[,] X, T[,] y_true, int[] rows) where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(
        rows,
        network.TrainTraced(X, y_true).ToDictionary(quantity => quantity.Name, quantity => new NumberArray(quantity.Shape, [.. quantity.Values.Select(double.CreateChecked)])),
        new Dictionary<string, NumberArray>());

    private static Described.Layer Describe(Layer layer) => new(layer.Units, Enum.Parse<Described.Activation>($"{layer.Activation}"));

    private static Described.Optimizer Describe(Optimizer optimizer) => optimizer switch
    {
        Sgd sgd => new Described.GradientDescent(sgd.Momentum, sgd.Nesterov) { Float32Constants = sgd.Float32Constants },
        Adam adam => new Described.Adam(adam.Beta1, adam.Beta2, adam.Epsilon) { Float32Constants = adam.Float32Constants },
        _ => throw new ArgumentException($"{optimizer} is not known to the ledger.", nameof(optimizer)),
    };

    private static NumberArray Array<T>(T[,] values) where T : IBinaryFloatingPointIeee754<T> =>
        new([values.GetLength(0), values.GetLength(1)], [.. values.Cast<T>().Select(double.CreateChecked)]);
}
