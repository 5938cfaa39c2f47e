using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests.Problems;

/// <summary>Small random trainings of dense networks: every depth up to four layers, activation, loss, optimizer and dtype.</summary>
internal static class RandomDenseProblem
{
    private static readonly Activation[] Activations = Enum.GetValues<Activation>();

    /// <summary>The problem of a number: the same number gives the same problem.</summary>
    public static Problem Of(int seed)
    {
        var random = new Random(seed);
        FloatFormat format = random.Next(2) == 0 ? FloatFormat.Float32 : FloatFormat.Float64;
        LossFunction loss = Any(random, Enum.GetValues<LossFunction>());
        Activation last = loss switch
        {
            LossFunction.BinaryCrossentropy => Activation.Sigmoid,
            LossFunction.MeanSquaredError => Any(random, Activations),
            _ => Activation.Softmax,
        };
        int inputs = random.Next(1, 10), rows = random.Next(1, 16);
        Layer[] layers =
        [
            .. Enumerable.Range(0, random.Next(4)).Select(_ => new Layer(random.Next(1, 10), Any(random, Activations))),
            new Layer(random.Next(last == Activation.Softmax ? 2 : 1, 6), last),
        ];
        var network = new Network(inputs, layers, loss, Any(random, Optimizers(random)));
        return new()
        {
            Format = format,
            Network = network,
            Inputs = Array(format, [rows, inputs], () => 2 * random.NextDouble() - 1),
            Labels = Labels(random, format, network, rows),
            Start = network.Parameters.ToDictionary(parameter => parameter.Name, parameter => Array(format, parameter.Shape(batch: 0), () => 2 * random.NextDouble() - 1)),
            LearningRate = LearningRate.For(Any(random, 0.001, 0.01, 0.1, 0.3), format),
            BatchSize = random.Next(1, rows + 1),
            Epochs = random.Next(1, 5),
            IsStable = random.Next(2) == 0,
        };
    }

    private static Optimizer[] Optimizers(Random random)
    {
        double momentum = Any(random, 0.5, 0.9, 0.99);
        return
        [
            new GradientDescent(),
            new GradientDescent(momentum) { Float32Constants = true },
            new GradientDescent(momentum, Nesterov: true) { Float32Constants = true },
            new Adam { Float32Constants = true },
            new Adam(Any(random, 0, 0.5, 0.9), Any(random, 0.5, 0.9, 0.99), Any(random, 1e-8, 1e-3)) { Float32Constants = true },
        ];
    }

    private static NumberArray Labels(Random random, FloatFormat format, Network network, int rows)
    {
        int units = network.Layers[^1].Units;
        switch (network.Loss)
        {
            case LossFunction.SparseCategoricalCrossentropy:
                return Array(format, [rows, 1], () => random.Next(units));
            case LossFunction.CategoricalCrossentropy:
                int[] classes = [.. Enumerable.Range(0, rows).Select(_ => random.Next(units))];
                return new([rows, units], [.. classes.SelectMany(of_row => Enumerable.Range(0, units).Select(unit => unit == of_row ? 1.0 : 0))]);
            case LossFunction.BinaryCrossentropy:
                bool is_of_classes = random.Next(2) == 0;
                return Array(format, [rows, units], () => is_of_classes ? random.Next(2) : random.NextDouble());
            default:
                return Array(format, [rows, units], () => 4 * random.NextDouble() - 2);
        }
    }

    private static NumberArray Array(FloatFormat format, int[] shape, Func<double> draw) =>
        new(shape, [.. Enumerable.Range(0, (int)NumberArray.Count(shape)).Select(_ => format.Nearest(draw()))]);

    private static T Any<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
