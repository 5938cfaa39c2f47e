using Ledger.Arithmetic;
using Ledger.Networks;

namespace Comparison.Tests.Ledger;

/// <content>Each form of each formula, in the order of the formulas.</content>
internal sealed partial class HonestNetwork
{
    private Activation OutputActivation => network.Layers[^1].Activation;

    private double[] Forward(Activation activation, int form, double[] z) => activation switch
    {
        Activation.Linear => z,
        Activation.Relu => [.. z.Select(x => Math.Max(0, x))],
        Activation.Sigmoid => [.. z.Select(arithmetic.Sigmoid)],
        Activation.Tanh => [.. z.Select(x => R(Math.Tanh(x)))],
        _ => Softmax(form, z),
    };

    private double[] Softmax(int form, double[] z)
    {
        if (form == 2)
            return [.. LogSoftmax(z).Select(x => R(Math.Exp(x)))];
        double[] e = [.. z.Select(x => R(Math.Exp(form == 0 ? R(x - z.Max()) : x)))];
        double sum = arithmetic.Sum(e);
        return [.. e.Select(x => R(x / sum))];
    }

    private double[] LogSoftmax(double[] z)
    {
        double log = LogSum(z);
        return [.. z.Select(x => R(R(x - z.Max()) - log))];
    }

    private double LogSum(double[] z) => R(Math.Log(arithmetic.Sum(z.Select(x => R(Math.Exp(R(x - z.Max())))))));

    private double Loss(int form, double[][] z, double[][] p, double[][] y)
    {
        switch (network.Loss)
        {
            case LossFunction.BinaryCrossentropy:
                bool from_sums = OutputActivation == Activation.Sigmoid && form == 1;
                return MeanOfNumbers(Each(p, (r, j) => from_sums ? OfLogit(z[r][j], y[r][j]) : OfProbability(p[r][j], y[r][j], leaves_out: form > 0)));
            case LossFunction.CategoricalCrossentropy:
                return R(arithmetic.Sum(Each(p, (r, j) => form > 0 && y[r][j] == 0 ? 0 : R(y[r][j] * MinusLog(form == 0 ? 0 : form - 1, z[r], p[r], j))).SelectMany(row => row)) / p.Length);
            case LossFunction.SparseCategoricalCrossentropy:
                return R(arithmetic.Sum(p.Select((row, r) => MinusLog(form, z[r], row, (int)y[r][0]))) / p.Length);
            default:
                return MeanOfNumbers(Each(p, (r, j) => R(R(p[r][j] - y[r][j]) * R(p[r][j] - y[r][j]))));
        }
    }

    private double OfProbability(double p, double y, bool leaves_out)
    {
        double one = leaves_out && y == 0 ? 0 : R(y * R(Math.Log(p))), other = leaves_out && y == 1 ? 0 : R(R(1 - y) * R(Math.Log(R(1 - p))));
        return -R(one + other);
    }

    private double OfLogit(double z, double y) => R(R(Math.Max(z, 0) - R(z * y)) + R(DoubleDouble.Log1p(R(Math.Exp(-Math.Abs(z)))).High));

    // -log(p) of one unit: from the output, from the output divided by its sum, and from the sums in either order.
    private double MinusLog(int way, double[] z, double[] p, int unit) => way switch
    {
        0 => -R(Math.Log(p[unit])),
        1 => -R(Math.Log(R(p[unit] / arithmetic.Sum(p)))),
        2 => R(R(z.Max() + LogSum(z)) - z[unit]),
        _ => -LogSoftmax(z)[unit],
    };

    private double MeanOfNumbers(double[][] numbers) => random.Next(2) == 0
        ? R(arithmetic.Sum(numbers.SelectMany(row => row)) / (numbers.Length * numbers[0].Length))
        : R(arithmetic.Sum(numbers.Select(row => R(arithmetic.Sum(row) / row.Length))) / numbers.Length);

    private double[][] Gradient(int form, double[][] p, double[][] y)
    {
        int n = p.Length, units = p[0].Length;
        return network.Loss switch
        {
            LossFunction.BinaryCrossentropy when form == 0 => Each(p, (r, j) => OverNumbers(-R(R(y[r][j] / p[r][j]) - R(R(1 - y[r][j]) / R(1 - p[r][j]))), n, units)),
            LossFunction.BinaryCrossentropy => Each(p, (r, j) => OverNumbers(R(R(p[r][j] - y[r][j]) / R(p[r][j] * R(1 - p[r][j]))), n, units)),
            LossFunction.CategoricalCrossentropy => Each(p, (r, j) => form == 1 && y[r][j] == 0 ? 0 : R(-R(y[r][j] / p[r][j]) / n)),
            LossFunction.SparseCategoricalCrossentropy => Each(p, (r, j) => j == y[r][0] ? R(-R(1 / p[r][j]) / n) : 0),
            _ => Each(p, (r, j) => OverNumbers(R(2 * R(p[r][j] - y[r][j])), n, units)),
        };
    }

    private double OverNumbers(double gradient, int n, int units) => random.Next(3) switch
    {
        0 => R(gradient / (n * units)),
        1 => R(R(gradient / units) / n),
        _ => R(gradient * R(R(1.0 / n) / units)),
    };

    private double[] Derivative(int form, double[] z, double[] a) => OutputActivation switch
    {
        Activation.Linear => [.. z.Select(_ => 1.0)],
        Activation.Relu => [.. z.Select(x => x > 0 ? 1.0 : 0)],
        Activation.Sigmoid => [.. (form == 0 ? [.. z.Select(arithmetic.Sigmoid)] : a).Select(s => R(s * R(1 - s)))],
        _ => [.. (form == 0 ? [.. z.Select(x => R(Math.Tanh(x)))] : a).Select(t => R(1 - R(t * t)))],
    };

    private double[] Backward(Activation activation, int form, double[] gradient, double[] z, double[] a)
    {
        switch (activation)
        {
            case Activation.Linear:
                return gradient;
            case Activation.Relu:
                return [.. gradient.Zip(z, (g, x) => form == 0 ? g * (x > 0 ? 1 : 0) : x > 0 ? g : 0)];
            case Activation.Sigmoid:
                return [.. gradient.Zip(form == 0 ? a : [.. z.Select(arithmetic.Sigmoid)], (g, s) => random.Next(2) == 0 ? R(R(g * s) * R(1 - s)) : R(g * R(s * R(1 - s))))];
            case Activation.Tanh:
                return [.. gradient.Zip(form == 0 ? a : [.. z.Select(x => R(Math.Tanh(x)))], (g, t) => R(g * R(1 - R(t * t))))];
            default:
                double[] softmax = form < 2 ? a : Softmax(form / 2 - 1, z);
                double sum = arithmetic.Sum([.. gradient.Zip(softmax)]);
                return [.. gradient.Zip(softmax, (g, s) => form % 2 == 0 ? R(s * R(g - sum)) : R(R(s * g) - R(s * sum)))];
        }
    }

    private double[][] AtOutput(int form, double[][] z, double[][] p, double[][] y, Dictionary<string, double[][]> numbers)
    {
        int through = OutputActivation switch
        {
            Activation.Softmax => 8,
            Activation.Linear => 1,
            Activation.Sigmoid when network.Loss == LossFunction.BinaryCrossentropy => 1,
            _ => 2,
        };
        double[][] gradient = numbers["dL_doutput"];
        int all = network.Formulas["dL_dz_out"].Forms.Count;
        if (OutputActivation == Activation.Softmax)
            return form < through ? Back(gradient, form) : Own(form - through);
        return form == 0 ? Each(p, (r, j) => R(gradient[r][j] * numbers["doutput_dz_out"][r][j]))
            : form < all - through ? Own(form - 1)
            : Back(gradient, form - (all - through));

        double[][] Back(double[][] from, int way) => Matrix(p.Length, r => Backward(OutputActivation, way, from[r], z[r], p[r]));

        double[][] Own(int way)
        {
            int n = p.Length, units = p[0].Length, gradients = network.Formulas["dL_doutput"].Forms.Count;
            if (OutputActivation == Activation.Sigmoid && network.Loss == LossFunction.BinaryCrossentropy)
                return Each(p, (r, j) => OverNumbers(R((way == 0 ? p[r][j] : arithmetic.Sigmoid(z[r][j])) - y[r][j]), n, units));
            if (OutputActivation != Activation.Softmax || network.Loss is LossFunction.MeanSquaredError or LossFunction.BinaryCrossentropy)
                return Back(Gradient(way % gradients, p, y), way / gradients);
            return Matrix(n, r =>
            {
                double[] softmax = way < 2 ? p[r] : Softmax(way / 2 - 1, z[r]);
                double[] labels = network.Loss == LossFunction.CategoricalCrossentropy ? y[r] : [.. Enumerable.Range(0, units).Select(unit => unit == y[r][0] ? 1.0 : 0)];
                double[] shares = [.. labels.Select(label => R(label / n))];
                double sum = arithmetic.Sum(shares);
                return [.. softmax.Select((s, j) => way % 2 == 0 ? R(R(s - labels[j]) / n) : R(R(s * sum) - shares[j]))];
            });
        }
    }

    private static double[][] Each(double[][] like, Func<int, int, double> element) => Matrix(like.Length, like[0].Length, element);
}
