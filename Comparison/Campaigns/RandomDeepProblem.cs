using Comparison.Problems;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Campaigns;

/// <summary>
/// Random dense networks of up to four hidden layers with their samples: every activation, loss and optimizer, everyday ones and
/// ones that are hard on arithmetic as those of <see cref="RandomProblem"/>.
/// </summary>
public static class RandomDeepProblem
{
    private const int MostHidden = 4;

    /// <summary>One network of a campaign: the same for the same seed and number, wherever and whenever it is drawn.</summary>
    /// <param name="seed">The campaign's seed.</param>
    /// <param name="number">The network's number in it.</param>
    public static Problem Of(int seed, int number)
    {
        var draws = new Draws(seed, number);
        LossFunction loss = draws.Any(Enum.GetValues<LossFunction>());
        // A cross-entropy stands behind its own activation, as in a problem file.
        Activation last = loss switch
        {
            LossFunction.BinaryCrossentropy => Activation.Sigmoid,
            LossFunction.MeanSquaredError => draws.Any(Enum.GetValues<Activation>()),
            _ => Activation.Softmax,
        };
        var (most, rows, epochs) = draws.Below(8) switch
        {
            0 => (48, draws.Size(32), draws.Size(2)),
            1 or 2 => (1, draws.OneOr(8), draws.Size(4)),
            _ => (9, draws.Size(12), draws.Size(4)),
        };
        int inputs = draws.Size(most);
        Layer[] layers =
        [
            .. Enumerable.Range(0, draws.Below(MostHidden + 1)).Select(_ => new Layer(draws.Size(most), draws.Any(Enum.GetValues<Activation>()))),
            new(draws.Size(Math.Min(most, 10)) + (last == Activation.Softmax ? 1 : 0), last),
        ];
        var network = new Network(inputs, layers, loss, AnyOptimizer(draws));
        double of_inputs = draws.Magnitude(), of_weights = draws.Magnitude(), zeros = draws.OnceIn(5) ? 0.5 : 0;
        return new()
        {
            Format = draws.Format,
            Network = network,
            Inputs = draws.Array(of_inputs, zeros, rows, inputs),
            Labels = Labels(draws, network, rows),
            Start = network.Parameters.ToDictionary(parameter => parameter.Name, parameter => draws.Array(of_weights, zeros, parameter.Shape(rows))),
            LearningRate = draws.Rate(),
            BatchSize = draws.Batch(rows),
            Epochs = epochs,
            IsStable = draws.OnceIn(2),
        };
    }

    // Constants that the framework's floats carry; it holds those of what is remembered in float32.
    private static Optimizer AnyOptimizer(Draws draws) => draws.Below(4) switch
    {
        0 => new GradientDescent(),
        1 => new GradientDescent(draws.Any(0.5, 0.9, 0.99, 1)) { Float32Constants = true },
        2 => new GradientDescent(draws.Any(0.5, 0.9, 0.99, 1), Nesterov: true) { Float32Constants = true },
        _ => new Adam(draws.Any(0, 0.5, 0.9), draws.Any(0, 0.5, 0.99, 0.999), draws.Any(1e-8, 1e-7, 1e-3)) { Float32Constants = true },
    };

    private static NumberArray Labels(Draws draws, Network network, int rows)
    {
        int units = network.Layers[^1].Units;
        bool soft = draws.OnceIn(4);
        switch (network.Loss)
        {
            case LossFunction.MeanSquaredError:
                return draws.Array(draws.Magnitude(), zeros: 0, rows, units);
            case LossFunction.BinaryCrossentropy:
                return new([rows, units], [.. Enumerable.Range(0, rows * units).Select(_ => soft ? draws.Share() : draws.Below(2))]);
            case LossFunction.SparseCategoricalCrossentropy:
                return new([rows, 1], [.. Enumerable.Range(0, rows).Select(_ => (double)draws.Below(units))]);
            default:
                var labels = new double[rows * units];
                for (int row = 0; row < rows; row++)
                {
                    // Eighths sum to 1 in any order.
                    double share = soft ? draws.Below(9) / 8.0 : 1;
                    labels[row * units + draws.Below(units)] += share;
                    labels[row * units + draws.Below(units)] += 1 - share;
                }
                return new([rows, units], labels);
        }
    }
}
