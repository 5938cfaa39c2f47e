using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>
/// One training step written for reading: every quantity from those that it is computed from, as they were recorded, and how far
/// an honest computation may be from it: roundings on the longest path times the sum of absolute terms (Higham 2002, section 3.1).
/// </summary>
internal sealed class ReferenceStep
{
    // Roundings that a library function counts for.
    private const int Exp = 5, Log = 5, Tanh = 5, Sigmoid = 8;

    private readonly DrawnTraining training;
    private readonly IReadOnlyDictionary<string, double[]> recorded, before;
    private readonly double roundoff, underflow;
    private readonly int rows, step;
    private readonly List<ExpectedQuantity> quantities = [];

    /// <param name="training">What is trained.</param>
    /// <param name="X">The batch, shape (rows, inputs).</param>
    /// <param name="y_true">Its labels, one a unit.</param>
    /// <param name="before">Parameters and the optimizer's state before the step, by name.</param>
    /// <param name="recorded">What the step recorded, by name.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="is_float">Whether it was computed in float32; otherwise in float64, as this is, so that both count.</param>
    public ReferenceStep(
        DrawnTraining training, double[] X, double[] y_true, IReadOnlyDictionary<string, double[]> before, IReadOnlyDictionary<string, double[]> recorded, int step, bool is_float)
    {
        (this.training, this.before, this.recorded, this.step) = (training, before, recorded, step);
        (roundoff, underflow) = is_float ? (Math.ScaleB(1, -24), Math.ScaleB(1, -126)) : (2 * Math.ScaleB(1, -53), Math.ScaleB(1, -1022));
        IsFloat = is_float;
        rows = X.Length / training.Inputs;
        int last = training.Layers.Count - 1;

        for (int layer = 0; layer <= last; layer++)
            Forward(layer, InputOf(layer, X));
        bool from_logits = training.Stable && training.Loss != Loss.MeanSquaredError;
        if (from_logits)
            LossFromLogits(y_true);
        else
            LossFromOutputs(y_true);
        for (int layer = last; layer >= 0; layer--)
            Backward(layer, InputOf(layer, X));
        foreach (string state in StatesOf(training.Optimizer))
            for (int layer = 0; layer <= last; layer++)
                foreach (string parameter in ParametersOf(layer))
                    State(state, parameter, ShapeOf(parameter, layer));
        for (int layer = 0; layer <= last; layer++)
            foreach (string parameter in ParametersOf(layer))
                Update(parameter, ShapeOf(parameter, layer));
    }

    /// <summary>Every quantity in the order of cause.</summary>
    public IReadOnlyList<ExpectedQuantity> Quantities => quantities;

    private bool IsFloat { get; }

    /// <summary>What an optimizer remembers of each parameter.</summary>
    public static string[] StatesOf(Optimizer optimizer) => optimizer switch
    {
        Sgd { Momentum: > 0 } => ["velocity"],
        Adam => ["m", "v"],
        _ => [],
    };

    /// <summary>What a layer is called.</summary>
    public static string Name(int layer, int layers) => layer == layers - 1 ? "output" : layers == 2 ? "hidden" : $"hidden{layer + 1}";

    private string Name(int layer) => Name(layer, training.Layers.Count);

    private bool IsLast(int layer) => layer == training.Layers.Count - 1;

    private int Units(int layer) => training.Layers[layer].Units;

    private int InputsOf(int layer) => layer == 0 ? training.Inputs : Units(layer - 1);

    private string OutputName(int layer) => IsLast(layer) ? "output" : $"{Name(layer)}_layer_output";

    private string DeltaName(int layer) => IsLast(layer) ? "dL_dz_out" : $"dL_dz_{Name(layer)}";

    private string[] ParametersOf(int layer) => [$"{Name(layer)}_weights", $"{Name(layer)}_bias"];

    private int[] ShapeOf(string parameter, int layer) => parameter.EndsWith("_bias", StringComparison.Ordinal) ? [Units(layer)] : [InputsOf(layer), Units(layer)];

    private double[] InputOf(int layer, double[] X) => layer == 0 ? X : recorded[OutputName(layer - 1)];

    private void Forward(int layer, double[] x)
    {
        int inputs = InputsOf(layer), units = Units(layer);
        double[] weights = before[$"{Name(layer)}_weights"], bias = before[$"{Name(layer)}_bias"];
        Add($"{Name(layer)}_layer_input", [rows, units], (r, j) =>
        {
            var sum = new RoundedSum(inputs + 1);
            for (int i = 0; i < inputs; i++)
                sum.Add(x[r * inputs + i] * weights[i * units + j]);
            return sum.Add(bias[j]);
        });
        double[] z = recorded[$"{Name(layer)}_layer_input"];
        Add(OutputName(layer), [rows, units], (r, j) => Activated(training.Layers[layer].Activation, z.AsSpan(r * units, units), j));
    }

    private static RoundedNumber Activated(Activation activation, ReadOnlySpan<double> z, int j)
    {
        switch (activation)
        {
            case Activation.Relu:
                return new(Math.Max(0, z[j]), 0);
            case Activation.Sigmoid:
                return RoundedNumber.Of(1 / (1 + Math.Exp(-z[j])), Sigmoid);
            case Activation.Tanh:
                return RoundedNumber.Of(Math.Tanh(z[j]), Tanh);
            case Activation.Softmax:
                double largest = double.NegativeInfinity, sum = 0, least = double.PositiveInfinity;
                foreach (double each in z)
                    (largest, least) = (Math.Max(largest, each), Math.Min(least, each));
                foreach (double each in z)
                    sum += Math.Exp(each - largest);
                // Rounding z - max by a part of it changes its exponential by as many parts of 1.
                return RoundedNumber.Of(Math.Exp(z[j] - largest) / sum, 2 * (Exp + largest - least) + z.Length + 1);
            default:
                return new(z[j], 0);
        }
    }

    private void LossFromOutputs(double[] y)
    {
        int last = training.Layers.Count - 1, units = Units(last);
        double[] p = recorded["output"];
        double n = training.Loss is Loss.BinaryCrossEntropy or Loss.MeanSquaredError ? rows * units : rows;
        var sum = new RoundedSum(rows * units + Log + 4);
        for (int i = 0; i < p.Length; i++)
            switch (training.Loss)
            {
                case Loss.BinaryCrossEntropy:
                    sum.Add(-y[i] * Math.Log(p[i]) / n);
                    // Rounding 1 - p by a part changes its logarithm by that part of 1.
                    sum.Add(-(1 - y[i]) * Math.Log(1 - p[i]) / n, absolute: (1 - y[i]) / n);
                    break;
                case Loss.MeanSquaredError:
                    sum.Add((p[i] - y[i]) * (p[i] - y[i]) / n);
                    break;
                default:
                    sum.Add(y[i] == 0 ? 0 : -y[i] * Math.Log(p[i]) / n);
                    break;
            }
        Add("loss", [], (_, _) => sum);

        Add("dL_doutput", [rows, units], (r, j) =>
        {
            double label = y[r * units + j], output = p[r * units + j];
            return training.Loss switch
            {
                Loss.BinaryCrossEntropy => new RoundedSum(5).Add((1 - label) / (1 - output) / n).Add(-label / output / n),
                Loss.MeanSquaredError => RoundedNumber.Of(2 * (output - label) / n, 3),
                _ => RoundedNumber.Of(label == 0 ? 0 : -label / output / n, 3),
            };
        });
        Activation activation = training.Layers[last].Activation;
        if (activation != Activation.Softmax)
            Add("doutput_dz_out", [rows, units], (r, j) => Derivative(activation, p[r * units + j]));
        ThroughActivation("dL_dz_out", "dL_doutput", last);
    }

    private void LossFromLogits(double[] y)
    {
        int units = Units(training.Layers.Count - 1);
        double[] z = recorded["output_layer_input"], p = recorded["output"];
        bool is_binary = training.Loss == Loss.BinaryCrossEntropy;
        double n = is_binary ? rows * units : rows;
        var sum = new RoundedSum(rows * units + Exp + 2 * Log + 6);
        for (int r = 0; r < rows; r++)
        {
            double[] row = z[(r * units)..((r + 1) * units)];
            double largest = row.Max(), logarithm = Math.Log(row.Sum(each => Math.Exp(each - largest)));
            for (int j = 0; j < units; j++)
            {
                double label = y[r * units + j];
                if (is_binary)
                    sum.Add(Math.Max(row[j], 0) / n).Add(-row[j] * label / n).Add(Math.Log(1 + Math.Exp(-Math.Abs(row[j]))) / n);
                else
                    // The sum of exponentials is off by parts of itself, and its logarithm by as many parts of 1.
                    sum.Add(label * logarithm / n, absolute: label / n * (1 + largest - row.Min())).Add(-label * (row[j] - largest) / n);
            }
        }
        Add("loss", [], (_, _) => sum);
        Add("dL_dz_out", [rows, units], (r, j) => new RoundedSum(3).Add(p[r * units + j] / n).Add(-y[r * units + j] / n));
    }

    private void Backward(int layer, double[] x)
    {
        int inputs = InputsOf(layer), units = Units(layer);
        if (!IsLast(layer))
        {
            int above = Units(layer + 1);
            double[] weights = before[$"{Name(layer + 1)}_weights"], next = recorded[DeltaName(layer + 1)];
            Add($"dL_d{Name(layer)}_output", [rows, units], (r, j) =>
            {
                var sum = new RoundedSum(above + 1);
                for (int k = 0; k < above; k++)
                    sum.Add(next[r * above + k] * weights[j * above + k]);
                return sum;
            });
            ThroughActivation(DeltaName(layer), $"dL_d{Name(layer)}_output", layer);
        }
        double[] delta = recorded[DeltaName(layer)];
        Add($"dL_d{Name(layer)}_weights", [inputs, units], (i, j) =>
        {
            var sum = new RoundedSum(rows + 1);
            for (int r = 0; r < rows; r++)
                sum.Add(x[r * inputs + i] * delta[r * units + j]);
            return sum;
        });
        Add($"dL_d{Name(layer)}_bias", [units], (_, j) =>
        {
            var sum = new RoundedSum(rows);
            for (int r = 0; r < rows; r++)
                sum.Add(delta[r * units + j]);
            return sum;
        });
    }

    private void ThroughActivation(string name, string from, int layer)
    {
        int units = Units(layer);
        Activation activation = training.Layers[layer].Activation;
        double[] g = recorded[from], a = recorded[OutputName(layer)];
        Add(name, [rows, units], (r, j) =>
        {
            int at = r * units + j;
            if (activation == Activation.Relu)
                return new(a[at] > 0 ? g[at] : 0, 0);
            if (activation != Activation.Softmax)
                return Derivative(activation, a[at]).Times(g[at]);
            var sum = new RoundedSum(units + 3).Add(a[at] * g[at]);
            for (int k = 0; k < units; k++)
                sum.Add(-a[at] * g[r * units + k] * a[r * units + k]);
            return sum;
        });
    }

    private static RoundedNumber Derivative(Activation activation, double a) => activation switch
    {
        Activation.Relu => new(a > 0 ? 1 : 0, 0),
        Activation.Sigmoid => RoundedNumber.Of(a * (1 - a), 2),
        Activation.Tanh => new RoundedSum(2).Add(1).Add(-a * a),
        _ => new(1, 0),
    };

    private void State(string state, string parameter, int[] shape)
    {
        double[] old = before[$"{state}_{parameter}"], g = recorded[$"dL_d{parameter}"];
        Add($"{state}_{parameter}", shape, (i, j) =>
        {
            int at = i * shape[^1] + j;
            return training.Optimizer switch
            {
                Sgd sgd => new RoundedSum(3).Add(Constant(sgd.Momentum) * old[at]).Add(-Rate * g[at]),
                Adam adam when state == "m" => new RoundedSum(5).Add(old[at]).Add(g[at] * (1 - adam.Beta1)).Add(-old[at] * (1 - adam.Beta1)),
                Adam adam => new RoundedSum(6).Add(old[at]).Add(g[at] * g[at] * (1 - adam.Beta2)).Add(-old[at] * (1 - adam.Beta2)),
                _ => throw new InvalidOperationException($"{training.Optimizer} remembers nothing."),
            };
        });
    }

    private void Update(string parameter, int[] shape)
    {
        double[] old = before[parameter], g = recorded[$"dL_d{parameter}"];
        Add(parameter, shape, (i, j) =>
        {
            int at = i * shape[^1] + j;
            switch (training.Optimizer)
            {
                case Sgd { Momentum: 0 }:
                    return new RoundedSum(2).Add(old[at]).Add(-Rate * g[at]);
                case Sgd sgd:
                    double velocity = recorded[$"velocity_{parameter}"][at];
                    return sgd.Nesterov
                        ? new RoundedSum(4).Add(old[at]).Add(Constant(sgd.Momentum) * velocity).Add(-Rate * g[at])
                        : new RoundedSum(1).Add(old[at]).Add(velocity);
                case Adam adam:
                    double kept1 = Math.Pow(Constant(adam.Beta1), step), kept2 = Math.Pow(Constant(adam.Beta2), step);
                    double m = recorded[$"m_{parameter}"][at], v = recorded[$"v_{parameter}"][at];
                    // 1 less a power near 1 keeps the power's roundings, as parts of what is left.
                    int powers = (int)Math.Ceiling(5 * (kept1 / (1 - kept1) + kept2 / (1 - kept2)));
                    return new RoundedSum(powers + 12).Add(-Rate * Math.Sqrt(1 - kept2) / (1 - kept1) * m / (Math.Sqrt(v) + adam.Epsilon)).Plus(old[at], 2);
                default:
                    throw new InvalidOperationException($"{training.Optimizer} is not known.");
            }
        });
    }

    private double Rate => IsFloat ? (float)training.Optimizer.LearningRate : training.Optimizer.LearningRate;

    private double Constant(double number) => IsFloat || training.Optimizer.Float32Constants ? (float)number : number;

    private void Add(string name, int[] shape, Func<int, int, RoundedNumber> number)
    {
        int columns = shape.Length == 0 ? 1 : shape[^1], count = shape.Aggregate(1, (product, length) => product * length);
        RoundedNumber[] numbers = [.. Enumerable.Range(0, count).Select(i => number(i / columns, i % columns))];
        quantities.Add(new(name, shape, [.. numbers.Select(each => each.Value)], [.. numbers.Select(each => each.Roundings * roundoff + underflow)]));
    }
}
