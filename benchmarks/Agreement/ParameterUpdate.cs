using Scratch.Dense;

namespace Benchmarks.Agreement;

/// <summary>Gradient descent or Adam in float64, with what float32 can make of it.</summary>
internal sealed class ParameterUpdate(Optimizer optimizer)
{
    private readonly Dictionary<Bounded, (Bounded Mean, Bounded Square)> states = new(ReferenceEqualityComparer.Instance);
    private int steps;

    public void BeginStep() => steps++;

    /// <summary>Changes a parameter and its bounds.</summary>
    public void Apply(Bounded parameter, Bounded gradient)
    {
        if (optimizer is Adam adam)
            Apply(adam, parameter, gradient);
        else
            for (int i = 0; i < parameter.Values.Length; i++)
                Change(parameter, i, optimizer.LearningRate * gradient.Values[i],
                    optimizer.LearningRate * (gradient.Errors[i] + Float32.Gamma(3) * (Math.Abs(gradient.Values[i]) + gradient.Errors[i])));
    }

    private void Apply(Adam adam, Bounded parameter, Bounded gradient)
    {
        if (!states.TryGetValue(parameter, out var state))
            states[parameter] = state = (new(parameter.Rows, parameter.Columns), new(parameter.Rows, parameter.Columns));
        var (mean, square) = state;
        double power_1 = Math.Pow(adam.Beta1, steps), power_2 = Math.Pow(adam.Beta2, steps);
        double rate = adam.LearningRate * Math.Sqrt(1 - power_2) / (1 - power_1);
        // Powers taken in float32 leave 1 - power with a relative error that grows as the power comes near 1.
        double of_rate = Float32.Gamma(2 * (steps + 1)) * (power_1 / (1 - power_1) + power_2 / (1 - power_2)) + Float32.Gamma(6);
        // |m| is at most so many times √v, by the inequality of Cauchy and Schwarz over the steps.
        double largest = (1 - adam.Beta1) / Math.Sqrt((1 - adam.Beta2) * (1 - adam.Beta1 * adam.Beta1 / adam.Beta2));
        for (int i = 0; i < parameter.Values.Length; i++)
        {
            double g = gradient.Values[i], e = gradient.Errors[i], g_most = Math.Abs(g) + e;
            Follow(mean, i, g, e, g_most, 1 - adam.Beta1);
            Follow(square, i, g * g, e * (Math.Abs(g) + g_most), g_most * g_most, 1 - adam.Beta2);
            double m = mean.Values[i], v = square.Values[i], change = rate * Quotient(m, v), error = 0;
            // The quotient rises with m and falls, in size, with v: its extremes lie at the corners.
            foreach (double corner_m in (double[])[m - mean.Errors[i], m + mean.Errors[i]])
                foreach (double corner_v in (double[])[Math.Max(0, v - square.Errors[i]), v + square.Errors[i]])
                {
                    double corner = rate * Quotient(corner_m, corner_v);
                    error = Math.Max(error, Math.Abs(corner - change) + of_rate * Math.Abs(corner));
                }
            Change(parameter, i, change, error);
        }

        double Quotient(double m, double v) => Math.Clamp(m / (Math.Sqrt(v) + adam.Epsilon), -largest, largest);
    }

    // A moving average takes a share of what is new: average + (number - average)·share, or average·(1 - share) + number·share.
    private static void Follow(Bounded average, int i, double number, double error, double most, double share)
    {
        double old = Math.Abs(average.Values[i]) + average.Errors[i];
        average.Values[i] += (number - average.Values[i]) * share;
        average.Errors[i] = (1 - share) * average.Errors[i] + share * error + Float32.Gamma(5) * share * (most + old) + Float32.Gamma(3) * old;
    }

    private static void Change(Bounded parameter, int i, double change, double error)
    {
        parameter.Values[i] -= change;
        parameter.Errors[i] += error;
        parameter.Errors[i] += Float32.Gamma(1) * (Math.Abs(parameter.Values[i]) + parameter.Errors[i]);
    }
}
