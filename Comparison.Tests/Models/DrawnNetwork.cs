using System.Numerics;
using Comparison.Models;
using Comparison.Problems;
using CsCheck;
using DataSets.Preparing;
using Ledger.Arithmetic;
using Ledger.Networks;
using Scratch.Dense;
using Activation = Ledger.Networks.Activation;
using Adam = Ledger.Networks.Adam;
using Layer = Ledger.Networks.Layer;

namespace Comparison.Tests.Models;

/// <summary>A trained network of any kind, with a preparation that it goes with.</summary>
/// <param name="Inputs">How many inputs.</param>
/// <param name="Hidden">The hidden layers.</param>
/// <param name="Target">What it predicts.</param>
/// <param name="UsesAdam">Which optimizer it had.</param>
/// <param name="Seed">What its parameters come from.</param>
internal sealed record DrawnNetwork(int Inputs, IReadOnlyList<Layer> Hidden, Target Target, bool UsesAdam, int Seed)
{
    private static readonly Gen<Target> AnyTarget = Gen.OneOf(
        Gen.Int[2, 5].Select(classes => (Target)new ClassTarget("kind", [.. Enumerable.Range(0, classes).Select(place => $"class {place}")], AreTexts: true)),
        Gen.Double[1, 100].Select(divisor => (Target)new NumberTarget("price", divisor)));

    private static readonly Gen<Layer> AnyHidden =
        Gen.Select(Gen.Int[1, 9], Gen.Enum<Activation>()).Select((units, activation) => new Layer(units, activation));

    /// <summary>Any of them.</summary>
    public static Gen<DrawnNetwork> Any { get; } =
        Gen.Select(Gen.Int[1, 8], AnyHidden.List[0, 3], AnyTarget, Gen.Bool, Gen.Int[0, 1000]).Select((inputs, hidden, target, adam, seed) => new DrawnNetwork(inputs, hidden, target, adam, seed));

    /// <summary>How a table would become its inputs.</summary>
    public Preparation Preparation => new(
        Header: true, [.. Enumerable.Range(1, Inputs).Select(place => new NumberColumn($"x{place}", Fill: null, Mean: place / 3.0, Deviation: 1.5))], Target, MissingPolicy.Refuse, IgnoreUnseen: false);

    /// <summary>The network.</summary>
    public TrainedNetwork<T> Network<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(Seed);
        Network network = new(Inputs, [.. Hidden, Output], Loss, UsesAdam ? new Adam(Beta1: 0.8) : new GradientDescent(0.5, Nesterov: true));
        int taken = Inputs;
        var parameters = new List<LayerParameters<T>>();
        foreach (Layer layer in network.Layers)
        {
            var (weights, bias) = (new T[taken, layer.Units], new T[layer.Units]);
            for (int unit = 0; unit < layer.Units; unit++)
            {
                bias[unit] = Drawn();
                for (int input = 0; input < taken; input++)
                    weights[input, unit] = Drawn();
            }
            parameters.Add(new(weights, bias));
            taken = layer.Units;
        }
        return new(network, LearningRate.For(0.01, FloatFormat.Of<T>()), parameters);

        T Drawn() => T.CreateChecked(4 * random.NextDouble() - 2);
    }

    /// <summary>Rows of inputs.</summary>
    public T[,] Rows<T>(int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(Seed + 1);
        var inputs = new T[rows, Inputs];
        for (int row = 0; row < rows; row++)
            for (int input = 0; input < Inputs; input++)
                inputs[row, input] = T.CreateChecked(6 * random.NextDouble() - 3);
        return inputs;
    }

    /// <summary>It in one line.</summary>
    public override string ToString() => $"{Network<double>().Network} of seed {Seed} for {Target.Name}";

    private Layer Output => Target switch
    {
        ClassTarget { Classes.Count: 2 } when Seed % 2 == 0 => new(1, Activation.Sigmoid),
        ClassTarget classes => new(classes.Classes.Count, Activation.Softmax),
        _ => new(1, Activation.Linear),
    };

    private LossFunction Loss => Output.Activation switch
    {
        Activation.Sigmoid => LossFunction.BinaryCrossentropy,
        Activation.Softmax => LossFunction.SparseCategoricalCrossentropy,
        _ => LossFunction.MeanSquaredError,
    };
}
