using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Ledger.Traces;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense.Recorded;

/// <summary>
/// A recorded training and what it came to, for Scratch to repeat. How near it has to come is measured: two twins start from
/// weights that are all the next number up, or down. How far they get away is what one rounding of every weight does to this
/// training. Every step rounds them again; so many differences of random signs add up to the square root of their number times
/// one, and four times that is what Scratch may be away (eight times at least), and eight roundings of the largest number
/// farther where the twins come back.
/// </summary>
internal sealed record RecordedTraining
{
    /// <summary>Which of the recorded cases, for people.</summary>
    public required string Name { get; init; }

    public required bool IsFloat { get; init; }

    public required IReadOnlyList<Layer> Layers { get; init; }

    public required Loss Loss { get; init; }

    public required Optimizer Optimizer { get; init; }

    public required NumberArray X { get; init; }

    public required NumberArray Labels { get; init; }

    /// <summary>Weights and bias of each layer.</summary>
    public required IReadOnlyList<NumberArray> Start { get; init; }

    /// <summary>The order in which rows are taken.</summary>
    public required int[] Order { get; init; }

    public required int BatchSize { get; init; }

    public required int Epochs { get; init; }

    /// <summary>What was recorded: the epochs' losses, the parameters after the last, and where recorded the predictions then, by name.</summary>
    public required IReadOnlyDictionary<string, double[]> Recorded { get; init; }

    private int Steps => Epochs * ((Order.Length + BatchSize - 1) / BatchSize);

    /// <summary>How many times its bound Scratch is away from the recorded numbers, by name.</summary>
    public IReadOnlyDictionary<string, double> PartsOfBounds() => IsFloat ? PartsOfBounds<float>() : PartsOfBounds<double>();

    /// <summary>A training of Dense(hidden, relu) and Dense(1, sigmoid) with binary cross-entropy, its parameters by name.</summary>
    public static RecordedTraining OfNetwork(JsonElement run, Optimizer optimizer)
    {
        string[] names = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];
        var format = run.Format();
        NumberArray x = run.Array("inputs", format);
        JsonElement start = run.GetProperty("start"), after = run.GetProperty("after");
        var recorded = new Dictionary<string, double[]> { ["losses"] = run.Numbers("losses") };
        for (int i = 0; i < names.Length; i++)
            recorded[ParameterName(i)] = after.Numbers(names[i]);
        if (run.TryGetProperty("predictions", out _))
            recorded["predictions"] = run.Numbers("predictions");
        return new()
        {
            Name = $"{x.Columns}-{start.GetProperty("hidden_bias").GetArrayLength()}-1, {optimizer}, {run.Text("dtype")}",
            IsFloat = run.Text("dtype") == "float32",
            Layers = [new(start.GetProperty("hidden_bias").GetArrayLength(), Activation.Relu), new(1, Activation.Sigmoid)],
            Loss = Loss.BinaryCrossEntropy,
            Optimizer = optimizer,
            X = x,
            Labels = run.Array("labels", format),
            Start = [.. names.Select(name => start.Array(name, format))],
            Order = [.. Enumerable.Range(0, x.Rows)],
            BatchSize = (int)run.Number("batch_size"),
            Epochs = (int)run.Number("epochs"),
            Recorded = recorded,
        };
    }

    /// <summary>A training on a table, its columns standardised and its rows taken in the recorded order.</summary>
    public static RecordedTraining OfTable(JsonElement run, Optimizer optimizer)
    {
        double[][] rows = [.. File.ReadLines(Recordings.Table(run.Text("dataset"))).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), number => double.Parse(number, CultureInfo.InvariantCulture)))];
        int columns = rows[0].Length - 1;
        double[] targets = [.. rows.Select(row => row[columns])];
        var loss = Enum.Parse<Loss>(run.Text("loss").Replace("_", ""), ignoreCase: true);
        JsonElement start = run.GetProperty("start"), after = run.GetProperty("after");
        var recorded = new Dictionary<string, double[]> { ["losses"] = run.GetProperty("history").Numbers("loss") };
        for (int i = 0; i < after.GetArrayLength(); i++)
            recorded[ParameterName(i)] = after.Numbers(i);
        Layer output = loss switch
        {
            Loss.SparseCategoricalCrossEntropy => new((int)targets.Max() + 1, Activation.Softmax),
            Loss.BinaryCrossEntropy => new(1, Activation.Sigmoid),
            _ => new(1, Activation.Linear),
        };
        double divisor = run.Number("target_divided_by");
        return new()
        {
            Name = $"{run.Text("dataset")}, {optimizer}, {run.Text("dtype")}",
            IsFloat = run.Text("dtype") == "float32",
            Layers = [new((int)run.Number("hidden"), Activation.Relu), output],
            Loss = loss,
            Optimizer = optimizer,
            X = new([rows.Length, columns], Standardised(rows, columns)),
            Labels = new([rows.Length, 1], [.. targets.Select(target => (double)(float)(target / divisor))]),
            Start = [.. Enumerable.Range(0, start.GetArrayLength()).Select(i => start.Array(i, run.Format()))],
            Order = [.. run.Numbers("order").Select(row => (int)row)],
            BatchSize = (int)run.Number("batch_size"),
            Epochs = (int)run.Number("epochs"),
            Recorded = recorded,
        };
    }

    /// <summary>The optimizer that a recorded configuration describes, its constants rounded where Keras rounds them.</summary>
    public static Optimizer OptimizerOf(JsonElement config) => config.TryGetProperty("beta_1", out _)
        ? new Adam(config.Number("learning_rate"), config.Number("beta_1"), config.Number("beta_2"), config.Number("epsilon")) { Float32Constants = true }
        : new Sgd(config.Number("learning_rate"), config.Number("momentum"), config.GetProperty("nesterov").GetBoolean()) { Float32Constants = true };

    private Dictionary<string, double> PartsOfBounds<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Dictionary<string, double[]> actual = Trained<T>(weight => weight), higher = Trained<T>(T.BitIncrement), lower = Trained<T>(T.BitDecrement);
        double largest_weight = Enumerable.Range(0, Start.Count).Max(i => Largest(actual[ParameterName(i)])), roundoff = Math.ScaleB(1, IsFloat ? -24 : -53);
        return Recorded.ToDictionary(quantity => quantity.Key, quantity =>
        {
            var (name, recorded) = quantity;
            Assert.HasCount(recorded.Length, actual[name], $"{name} of {Name}");
            double gap = new[] { higher, lower }.Max(twin => Largest(Differences(actual[name], twin[name])));
            double bound = Math.Max(8, 4 * Math.Sqrt(Steps)) * gap + 8 * roundoff * Math.Max(largest_weight, Largest(recorded));
            return Largest(Differences(recorded, actual[name])) / bound;
        });
    }

    private Dictionary<string, double[]> Trained<T>(Func<T, T> moved) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new DenseNetwork<T>(
            Layers, Loss, Optimizer, [.. Start.Chunk(2).Select(layer => new LayerParameters<T>(Matrix<T>(layer[0], moved), [.. Matrix<T>(layer[1], moved).Cast<T>()]))], stable: true);
        T[,] x = Matrix<T>(X, number => number), labels = Matrix<T>(Labels, number => number);
        var results = new Dictionary<string, double[]> { ["losses"] = [.. Enumerable.Range(0, Epochs).Select(_ => double.CreateChecked(network.TrainEpoch(x, labels, BatchSize, Order)))] };
        foreach (var (i, layer) in network.Parameters.Index())
        {
            results[ParameterName(2 * i)] = [.. layer.Weights.Cast<T>().Select(double.CreateChecked)];
            results[ParameterName(2 * i + 1)] = [.. layer.Bias.Select(double.CreateChecked)];
        }
        results["predictions"] = [.. network.Predict(x).Cast<T>().Select(double.CreateChecked)];
        return results;
    }

    private static T[,] Matrix<T>(NumberArray array, Func<T, T> moved) where T : IBinaryFloatingPointIeee754<T>
    {
        var matrix = new T[array.Rows, array.Columns];
        for (int i = 0; i < array.Values.Length; i++)
            matrix[i / array.Columns, i % array.Columns] = moved(T.CreateChecked(array.Values[i]));
        return matrix;
    }

    private static string ParameterName(int i) => $"{(i % 2 == 0 ? "weights" : "bias")} of layer {i / 2 + 1}";

    private static double Largest(IEnumerable<double> numbers) => numbers.Max(Math.Abs);

    private static IEnumerable<double> Differences(double[] left, double[] right) => left.Zip(right, (a, b) => a - b);

    // By column mean 0 and population standard deviation 1, a constant column 0, rounded to float.
    private static double[] Standardised(double[][] rows, int columns)
    {
        double[] means = [.. Enumerable.Range(0, columns).Select(column => rows.Average(row => row[column]))];
        double[] deviations = [.. Enumerable.Range(0, columns).Select(column => Math.Sqrt(rows.Average(row => Math.Pow(row[column] - means[column], 2))))];
        return [.. rows.SelectMany(row => Enumerable.Range(0, columns).Select(column => (double)(float)((row[column] - means[column]) / (deviations[column] == 0 ? 1 : deviations[column]))))];
    }
}
