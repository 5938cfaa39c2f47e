using System.Numerics;
using System.Text.Json;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense.Recorded;

/// <summary>A step of a network of one layer whose weights leave its inputs as they are, so that single activations and losses can be seen.</summary>
internal sealed class OneLayer
{
    private readonly Dictionary<string, double[]> recorded;
    private readonly Dictionary<string, double[]> bounds;

    private OneLayer(Dictionary<string, double[]> recorded, IReadOnlyList<ExpectedQuantity> expected)
    {
        this.recorded = recorded;
        bounds = expected.ToDictionary(quantity => quantity.Name, quantity => quantity.Bounds);
    }

    /// <summary>The unit roundoff of a recorded case's dtype.</summary>
    public static double Roundoff(JsonElement run) => run.Format().UnitRoundoff;

    /// <param name="run">The recorded case, whose dtype is taken.</param>
    /// <param name="activation">The layer's activation.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="stable">Whether it is taken from the pre-activations.</param>
    /// <param name="X">The pre-activations, rows first.</param>
    /// <param name="units">Numbers a row.</param>
    /// <param name="labels">Labels, rows first.</param>
    public static OneLayer Of(JsonElement run, Activation activation, Loss loss, bool stable, double[] X, int units, double[] labels) =>
        run.Text("dtype") == "float32" ? Of<float>(activation, loss, stable, X, units, labels) : Of<double>(activation, loss, stable, X, units, labels);

    /// <summary>What the step recorded under a name.</summary>
    public double[] this[string name] => recorded[name];

    /// <summary>How far two honest computations of it may be apart.</summary>
    public double[] Apart(string name) => [.. bounds[name].Select(bound => 2 * bound)];

    private static OneLayer Of<T>(Activation activation, Loss loss, bool stable, double[] X, int units, double[] labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = X.Length / units;
        var identity = new T[units, units];
        for (int i = 0; i < units; i++)
            identity[i, i] = T.One;
        var training = new DrawnTraining(units, [new(units, activation)], loss, stable, new Sgd(), rows, Seed: 0);
        DenseNetwork<T> network = training.Network<T>([new(identity, new T[units])]);
        T[] x = [.. X.Select(T.CreateChecked)], y = [.. labels.Select(T.CreateChecked)];

        Dictionary<string, double[]> recorded = network.TrainTraced(new Matrix<T>(x, rows, units), new Matrix<T>(y, rows, y.Length / rows))
            .ToDictionary(quantity => quantity.Name, quantity => Widened(quantity.Values));

        var before = new Dictionary<string, double[]> { ["output_weights"] = Widened(identity.Cast<T>()), ["output_bias"] = new double[units] };
        return new(recorded, new ReferenceStep(training, Widened(x), training.OnePerUnit(Widened(y)), before, recorded, step: 1, typeof(T) == typeof(float)).Quantities);
    }

    private static double[] Widened<T>(IEnumerable<T> numbers) where T : IBinaryFloatingPointIeee754<T> => [.. numbers.Select(double.CreateChecked)];
}
