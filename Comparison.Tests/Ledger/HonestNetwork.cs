using CsCheck;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests.Ledger;

/// <summary>
/// A small training of a dense network of any depth, evaluated in a format honestly, each quantity by one of the forms of
/// its formula, in plain loops.
/// </summary>
internal sealed partial class HonestNetwork
{
    private readonly FloatFormat format;
    private readonly Network network;
    private readonly Random random;
    private readonly HonestArithmetic arithmetic;
    private readonly Dictionary<string, int> forms = [];
    private readonly Dictionary<string, double[][]> parameters = [], remembered = [];
    private double rate;

    private HonestNetwork(FloatFormat format, Network network, int seed)
    {
        this.format = format;
        this.network = network;
        random = new Random(seed);
        arithmetic = new(format, random, random.Next(2) == 0, random.Next(2) == 0);
    }

    /// <summary>Trainings of all kinds of networks.</summary>
    public static Gen<HonestNetworkTraining> Any { get; } =
        from format in Gen.OneOf(FloatFormat.Float32, FloatFormat.Float64)
        from inputs in Gen.Int[1, 4]
        from hidden in Gen.Select(Gen.Int[1, 4], Gen.Enum<Activation>()).Array[0, 3]
        from units in Gen.Int[1, 4]
        from ending in Gen.OneOf(
            (Activation.Sigmoid, LossFunction.BinaryCrossentropy), (Activation.Softmax, LossFunction.BinaryCrossentropy),
            (Activation.Softmax, LossFunction.CategoricalCrossentropy), (Activation.Sigmoid, LossFunction.CategoricalCrossentropy),
            (Activation.Softmax, LossFunction.SparseCategoricalCrossentropy), (Activation.Sigmoid, LossFunction.SparseCategoricalCrossentropy),
            (Activation.Linear, LossFunction.MeanSquaredError), (Activation.Relu, LossFunction.MeanSquaredError), (Activation.Sigmoid, LossFunction.MeanSquaredError),
            (Activation.Tanh, LossFunction.MeanSquaredError), (Activation.Softmax, LossFunction.MeanSquaredError))
        from float32_constants in Gen.Bool
        from optimizer in Gen.OneOf<Optimizer>(
            new GradientDescent(), new GradientDescent(0.9), new GradientDescent(0.9, Nesterov: true), new Adam(), new Adam(0.8, 0.95, 1e-8))
        from magnitude in Gen.OneOf(1e-3, 1.0, 1.0, 1.0, 8.0)
        from seed in Gen.Int[0, int.MaxValue - 1]
        select Train(format, new(inputs, [.. hidden.Select(layer => new Layer(layer.Item1, layer.Item2)), new(units, ending.Item1)], ending.Item2,
            optimizer with { Float32Constants = float32_constants }), magnitude, seed);

    /// <summary>Trains on random rows from random weights.</summary>
    public static HonestNetworkTraining Train(FloatFormat format, Network network, double magnitude, int seed, int? steps = null)
    {
        var training = new HonestNetwork(format, network, seed);
        return training.Train(magnitude, steps ?? training.random.Next(1, 5));
    }

    private HonestNetworkTraining Train(double magnitude, int steps)
    {
        int rows = random.Next(1, 7), batch = random.Next(1, rows + 1);
        NumberArray inputs = new([rows, network.Inputs], arithmetic.Draw(rows * network.Inputs, magnitude));
        NumberArray labels = new([rows, network.LabelColumns], [.. Enumerable.Range(0, rows).SelectMany(_ => Label())]);
        rate = format.Nearest(random.NextDouble() / 4);
        foreach (Quantity parameter in network.Parameters)
        {
            int[] shape = parameter.Shape(0);
            parameters[parameter.Name] = Matrix(shape.Length == 1 ? 1 : shape[0], shape[^1], (_, _) => arithmetic.Draw(1, 1)[0]);
        }
        var start = network.Parameters.ToDictionary(parameter => parameter.Name, parameter => Flat(parameter, 0, parameters[parameter.Name]));
        Dictionary<string, string> not_computed = Hidden();
        var recorded = new List<TraceStep>();
        for (int step = 1; step <= steps; step++)
        {
            int[] chosen = [.. Enumerable.Range(0, batch).Select(_ => random.Next(rows))];
            Dictionary<string, double[][]> numbers = Step(step, Rows(inputs.TakeRows(chosen)), Rows(labels.TakeRows(chosen)));
            recorded.Add(new(
                chosen,
                network.Quantities.Where(quantity => !not_computed.ContainsKey(quantity.Name)).ToDictionary(quantity => quantity.Name, quantity => Flat(quantity, batch, numbers[quantity.Name])),
                new Dictionary<string, NumberArray>()));
        }
        return new(
            new()
            {
                Side = "honest",
                Format = format,
                Network = network,
                Inputs = inputs,
                Labels = labels,
                LearningRate = rate,
                BatchSize = batch,
                Start = start,
                Steps = recorded,
                NotComputed = not_computed,
            },
            forms);
    }

    // Which form each quantity is evaluated by; a quantity that none of them reads may be left out.
    private Dictionary<string, string> Hidden()
    {
        foreach (Quantity quantity in network.Quantities)
            forms[quantity.Name] = random.Next(network.Formulas[quantity.Name].Forms.Count);
        if (network.Optimizer is Adam)
            foreach (Quantity parameter in network.Parameters)
                forms[$"v_{parameter.Name}"] = forms[$"m_{parameter.Name}"];
        // A state may be kept from the ledger together with what it was before.
        HashSet<string> read =
        [
            .. from quantity in network.Quantities
               from parent in network.Formulas[quantity.Name].Forms[forms[quantity.Name]].Parents
               where parent.Name != quantity.Name
               select parent.Name,
        ];
        return network.Quantities
            .Where(quantity => !network.Parameters.Contains(quantity) && !read.Contains(quantity.Name) && random.Next(2) == 0)
            .ToDictionary(quantity => quantity.Name, _ => "not kept");
    }

    private double[] Label()
    {
        int units = network.Layers[^1].Units;
        if (network.Loss == LossFunction.SparseCategoricalCrossentropy)
            return [random.Next(units)];
        if (network.Loss != LossFunction.CategoricalCrossentropy)
            return [.. Enumerable.Range(0, units).Select(_ => (double)random.Next(2))];
        double soft = random.Next(2) == 0 ? 0 : random.NextDouble();
        int chosen = random.Next(units);
        return [.. Enumerable.Range(0, units).Select(unit => format.Nearest((unit == chosen ? 1 - soft : 0) + soft / units))];
    }

    private Dictionary<string, double[][]> Step(int step, double[][] x, double[][] y)
    {
        var numbers = new Dictionary<string, double[][]>();
        int last = network.Layers.Count - 1;
        for (int layer = 0; layer <= last; layer++)
        {
            LayerNames names = network.Names[layer];
            double[][] input = Input(layer), weights = parameters[names.Weights], bias = parameters[names.Bias];
            double[][] sums = numbers[names.Sum] = Matrix(x.Length, bias[0].Length, (r, j) => arithmetic.Sum([.. input[r].Select((a, i) => (a, weights[i][j])), (1.0, bias[0][j])]));
            numbers[names.Output] = [.. sums.Select(z => Forward(network.Layers[layer].Activation, forms[names.Output], z))];
        }
        double[][] z = numbers[network.Names[last].Sum], p = numbers["output"];
        numbers["loss"] = [[Loss(forms["loss"], z, p, y)]];
        numbers["dL_doutput"] = Gradient(forms["dL_doutput"], p, y);
        if (network.Find("doutput_dz_out") is not null)
            numbers["doutput_dz_out"] = [.. z.Zip(p, (sums, output) => Derivative(forms["doutput_dz_out"], sums, output))];
        numbers["dL_dz_out"] = AtOutput(forms["dL_dz_out"], z, p, y, numbers);
        for (int layer = last; layer >= 0; layer--)
        {
            LayerNames names = network.Names[layer];
            double[][] input = Input(layer), delta = numbers[names.SumGradient], weights = parameters[names.Weights];
            numbers[$"dL_d{names.Weights}"] = Matrix(weights.Length, weights[0].Length, (i, j) => arithmetic.Sum([.. delta.Select((d, r) => (input[r][i], d[j]))]));
            numbers[$"dL_d{names.Bias}"] = Matrix(1, weights[0].Length, (_, j) => arithmetic.Sum(delta.Select(d => d[j])));
            if (layer == 0)
                break;
            LayerNames below = network.Names[layer - 1];
            double[][] back = numbers[below.OutputGradient] = Matrix(x.Length, weights.Length, (r, i) => arithmetic.Sum([.. delta[r].Select((d, j) => (d, weights[i][j]))]));
            Activation activation = network.Layers[layer - 1].Activation;
            numbers[below.SumGradient] = Matrix(x.Length, r => Backward(activation, forms[below.SumGradient], back[r], numbers[below.Sum][r], numbers[below.Output][r]));
        }
        foreach (Quantity parameter in network.Parameters)
            Update(parameter.Name, step, numbers);
        return numbers;

        double[][] Input(int layer) => layer == 0 ? x : numbers[network.Names[layer - 1].Output];
    }

    private double R(double value) => arithmetic.R(value);

    private static double[][] Matrix(int rows, Func<int, double[]> row) => [.. Enumerable.Range(0, rows).Select(row)];

    private static double[][] Matrix(int rows, int columns, Func<int, int, double> element) =>
        Matrix(rows, row => [.. Enumerable.Range(0, columns).Select(column => element(row, column))]);

    private static double[][] Rows(NumberArray array) => [.. array.Values.Chunk(array.Columns)];

    private static NumberArray Flat(Quantity quantity, int batch, double[][] rows) => new(quantity.Shape(batch), [.. rows.SelectMany(row => row)]);
}
