using System.Numerics;
using CsCheck;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>A dense network, its optimizer and its data, drawn at random.</summary>
/// <param name="Inputs">Numbers a row of inputs has.</param>
/// <param name="Layers">The layers in order.</param>
/// <param name="Loss">A loss that the last activation goes with.</param>
/// <param name="Stable">Whether cross-entropy is computed from the last pre-activations.</param>
/// <param name="Optimizer">How parameters follow their gradients.</param>
/// <param name="Rows">Rows of data.</param>
/// <param name="Seed">What weights and data are drawn from.</param>
internal sealed record DrawnTraining(int Inputs, IReadOnlyList<Layer> Layers, Loss Loss, bool Stable, Optimizer Optimizer, int Rows, int Seed)
{
    /// <summary>Every kind of optimizer.</summary>
    public static readonly Optimizer[] Optimizers =
        [new Sgd(0.1), new Sgd(0.05, 0.9), new Sgd(0.05, 0.9, Nesterov: true), new Adam(0.01), new Adam(0.01) { Float32Constants = true }];

    /// <summary>Small enough that each of its derivatives can be taken by differences.</summary>
    public static readonly Gen<DrawnTraining> Small = Of(Gen.Int[1, 6], Gen.Int[1, 9]);

    /// <summary>Of sizes around those of vectors and panels too.</summary>
    public static readonly Gen<DrawnTraining> Any = Of(
        Gen.Frequency((6, Gen.Int[1, 9]), (4, OneOf(15, 16, 17, 31, 32, 33, 48, 65))), Gen.Int[1, 40]);

    /// <summary>One hidden layer and one output, by plain gradient descent: what batches of one row train row by row.</summary>
    public static readonly Gen<DrawnTraining> OfOneHiddenLayer =
        from inputs in Gen.Int[1, 40]
        from hidden in Gen.Select(Gen.Int[1, 70], OneOf(Activation.Linear, Activation.Relu, Activation.Sigmoid, Activation.Tanh), (units, activation) => new Layer(units, activation))
        from loss in OneOf(Loss.BinaryCrossEntropy, Loss.MeanSquaredError)
        from stable in Gen.Bool
        from activation in OneOf([.. OutputsOf(loss, stable).Where(each => each != Activation.Softmax)])
        from rows in Gen.Int[1, 12]
        from seed in Gen.Int[0, 1_000_000]
        select new DrawnTraining(inputs, [hidden, new(1, activation)], loss, stable, Optimizers[0], rows, seed);

    /// <summary>The document's kind of network with sizes as "784-128-1" gives them.</summary>
    public static DrawnTraining Of(string sizes, int rows, Optimizer optimizer, bool stable = false)
    {
        int[] units = [.. sizes.Split('-').Select(int.Parse)];
        Layer[] layers = [.. units[1..^1].Select(count => new Layer(count, Activation.Relu)), new(units[^1], Activation.Sigmoid)];
        return new(units[0], layers, Loss.BinaryCrossEntropy, stable, optimizer, rows, Seed: rows);
    }

    /// <summary>Parameters to start from: weights of a size that keeps pre-activations near 1, and biases.</summary>
    public LayerParameters<T>[] Start<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(Seed);
        return [.. Layers.Select((layer, i) =>
        {
            int inputs = i == 0 ? Inputs : Layers[i - 1].Units;
            return new LayerParameters<T>(
                Filled<T>(inputs, layer.Units, () => Between(random, Math.Sqrt(3.0 / inputs))), [.. Filled<T>(1, layer.Units, () => Between(random, 0.5)).Cast<T>()]);
        })];
    }

    /// <summary>Inputs, shape (rows, inputs).</summary>
    public T[,] X<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(Seed + 1);
        return Filled<T>(Rows, Inputs, () => Between(random, 2));
    }

    /// <summary>Labels that the loss allows: for cross-entropies whole ones and shares.</summary>
    public T[,] Labels<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(Seed + 2);
        int units = Layers[^1].Units;
        switch (Loss)
        {
            case Loss.SparseCategoricalCrossEntropy:
                return Filled<T>(Rows, 1, () => random.Next(units));
            case Loss.CategoricalCrossEntropy:
                T[,] labels = new T[Rows, units];
                for (int r = 0; r < Rows; r++)
                {
                    // Quarters add up to 1 without rounding.
                    for (int quarter = 0, unit = random.Next(units); quarter < 4; quarter++, unit = random.Next(2) == 0 ? unit : random.Next(units))
                        labels[r, unit] += T.CreateChecked(0.25);
                }
                return labels;
            case Loss.BinaryCrossEntropy:
                return Filled<T>(Rows, units, () => random.Next(3) == 0 ? random.NextDouble() : random.Next(2));
            default:
                return Filled<T>(Rows, units, () => Between(random, 2));
        }
    }

    /// <summary>Labels as the formulas have them, one a unit: a class number is a 1 at its place.</summary>
    public double[] OnePerUnit(double[] labels)
    {
        if (Loss != Loss.SparseCategoricalCrossEntropy)
            return labels;
        int units = Layers[^1].Units;
        var shares = new double[labels.Length * units];
        for (int r = 0; r < labels.Length; r++)
            shares[r * units + (int)labels[r]] = 1;
        return shares;
    }

    /// <summary>The network before its first step, or from other parameters.</summary>
    public DenseNetwork<T> Network<T>(IReadOnlyList<LayerParameters<T>>? start = null, int threads = 1) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(Layers, Loss, Optimizer, start ?? Start<T>(), Stable, threads);

    /// <summary>Some rows of a matrix.</summary>
    public static T[,] Take<T>(T[,] matrix, IReadOnlyList<int> rows)
    {
        var taken = new T[rows.Count, matrix.GetLength(1)];
        for (int r = 0; r < rows.Count; r++)
            for (int i = 0; i < taken.GetLength(1); i++)
                taken[r, i] = matrix[rows[r], i];
        return taken;
    }

    public override string ToString() =>
        $"{Inputs} inputs, {string.Join(", ", Layers.Select(layer => $"{layer.Units} {layer.Activation}"))}; {Loss}{(Stable ? " from logits" : "")}; {Optimizer}; {Rows} rows; seed {Seed}";

    // A softmax of one unit is always 1, where a cross-entropy is not finite: it has two.
    private static Gen<DrawnTraining> Of(Gen<int> size, Gen<int> rows) =>
        from inputs in size
        from hidden in Gen.Select(size, Gen.Enum<Activation>(), (units, activation) => new Layer(units, activation)).Array[0, 3]
        from loss in Gen.Enum<Loss>()
        from stable in Gen.Bool
        from activation in OneOf(OutputsOf(loss, stable))
        from units in size
        from optimizer in OneOf(Optimizers)
        from count in rows
        from seed in Gen.Int[0, 1_000_000]
        let least = loss == Loss.MeanSquaredError || activation != Activation.Softmax && loss == Loss.BinaryCrossEntropy ? 1 : 2
        select new DrawnTraining(inputs, [.. hidden, new(Math.Max(units, least), activation)], loss, stable, optimizer, count, seed);

    // Last activations whose outputs the loss has a logarithm of.
    private static Activation[] OutputsOf(Loss loss, bool stable) => (loss, stable) switch
    {
        (Loss.MeanSquaredError, _) => Enum.GetValues<Activation>(),
        (Loss.BinaryCrossEntropy, true) => [Activation.Sigmoid],
        (_, true) => [Activation.Softmax],
        _ => [Activation.Sigmoid, Activation.Softmax],
    };

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static double Between(Random random, double limit) => (2 * random.NextDouble() - 1) * limit;

    private static T[,] Filled<T>(int rows, int columns, Func<double> number) where T : IBinaryFloatingPointIeee754<T>
    {
        var matrix = new T[rows, columns];
        for (int r = 0; r < rows; r++)
            for (int i = 0; i < columns; i++)
                matrix[r, i] = T.CreateChecked(number());
        return matrix;
    }
}
