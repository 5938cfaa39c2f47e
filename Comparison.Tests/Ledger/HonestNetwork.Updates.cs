using Ledger.Networks;

namespace Comparison.Tests.Ledger;

/// <content>The optimizers.</content>
internal sealed partial class HonestNetwork
{
    private void Update(string parameter, int step, Dictionary<string, double[][]> numbers)
    {
        double[][] before = parameters[parameter], gradient = numbers[$"dL_d{parameter}"];
        parameters[parameter] = numbers[parameter] = network.Optimizer switch
        {
            Adam adam => Adapted(adam, parameter, step, before, gradient, numbers),
            GradientDescent { Momentum: > 0 } descent => Moved(descent, parameter, before, gradient, numbers),
            _ => Each(before, (i, j) => R(before[i][j] - R(rate * gradient[i][j]))),
        };
    }

    private double[][] Moved(GradientDescent descent, string parameter, double[][] before, double[][] gradient, Dictionary<string, double[][]> numbers)
    {
        double momentum = format.Nearest(descent.Float32Constants ? (float)descent.Momentum : descent.Momentum);
        double[][] none = Each(before, (_, _) => 0), velocity = remembered.GetValueOrDefault(parameter, none), sum = remembered.GetValueOrDefault($"{parameter} sum", none);
        velocity = remembered[parameter] = numbers[$"velocity_{parameter}"] = Each(before, (i, j) => R(R(momentum * velocity[i][j]) - R(rate * gradient[i][j])));
        sum = remembered[$"{parameter} sum"] = Each(before, (i, j) => R(R(momentum * sum[i][j]) + gradient[i][j]));
        int form = forms[parameter];
        return Each(before, (i, j) =>
        {
            double w = before[i][j], v = velocity[i][j], g = gradient[i][j], s = sum[i][j];
            if (!descent.Nesterov)
                return form < 2 ? R(w + v) : R(w - R(rate * s));
            return form switch
            {
                0 or 2 => R(w + R(R(momentum * v) - R(rate * g))),
                1 => R(R(w + R(momentum * v)) - R(rate * g)),
                _ => R(w - R(rate * R(g + R(momentum * s)))),
            };
        });
    }

    private double[][] Adapted(Adam adam, string parameter, int step, double[][] before, double[][] gradient, Dictionary<string, double[][]> numbers)
    {
        int form = forms[parameter], of_history = form < 4 ? 0 : (form - 4) / 2 % 4;
        bool in_double = form < 4 ? form >= 2 : (form - 4) / 8 == 1;
        double[][] squares = Each(gradient, (i, j) => R(gradient[i][j] * gradient[i][j]));
        double[][] m = numbers[$"m_{parameter}"] = Averaged($"m_{parameter}", gradient, adam.Beta1, forms[$"m_{parameter}"]);
        double[][] v = numbers[$"v_{parameter}"] = Averaged($"v_{parameter}", squares, adam.Beta2, forms[$"v_{parameter}"]);
        double[][] unrecorded_m = Averaged($"{parameter} m", gradient, adam.Beta1, of_history), unrecorded_v = Averaged($"{parameter} v", squares, adam.Beta2, of_history);
        if (form >= 4)
            (m, v) = (unrecorded_m, unrecorded_v);
        double alpha = R(R(rate * R(Math.Sqrt(Missing(adam.Beta2)))) / Missing(adam.Beta1));
        return Each(before, (i, j) =>
        {
            double root = R(R(Math.Sqrt(v[i][j])) + format.Nearest(adam.Epsilon));
            return R(before[i][j] - (form % 2 == 0 ? R(R(alpha * m[i][j]) / root) : R(alpha * R(m[i][j] / root))));
        });

        double Missing(double beta)
        {
            double held = adam.Float32Constants ? (float)beta : beta;
            return in_double ? R(1 - Math.Pow(held, step)) : R(1 - R(Math.Pow(format.Nearest(held), step)));
        }
    }

    private double[][] Averaged(string name, double[][] numbers, double beta, int form)
    {
        double[][] mean = remembered.GetValueOrDefault(name) ?? Each(numbers, (_, _) => 0);
        double kept = format.Nearest(beta), added = form < 2 ? format.Nearest(1 - beta) : R(1 - kept);
        return remembered[name] = Each(numbers, (i, j) => form % 2 == 0
            ? R(mean[i][j] + R(R(numbers[i][j] - mean[i][j]) * added))
            : R(R(kept * mean[i][j]) + R(added * numbers[i][j])));
    }
}
