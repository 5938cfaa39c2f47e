using Benchmarks.Cases;
using Scratch.Dense;

namespace Benchmarks.Agreement;

/// <summary>
/// A case's training in float64 by plain loops, with a bound for every parameter on how far any float32 training by the same
/// formulas can be from it, whatever the order of its sums: running error analysis, each step's errors carried into the next.
/// </summary>
internal sealed class ExactTraining
{
    // An exponential of 4 units in the last place, as vector libraries promise, then sum, quotient and two spare roundings.
    private const double OfExponential = 16 * Float32.U;

    private readonly TrainingCase @case;
    private readonly Bounded[] weights, biases;
    private readonly ParameterUpdate update;

    public ExactTraining(TrainingCase @case, IReadOnlyList<LayerParameters<float>> start)
    {
        this.@case = @case;
        weights = [.. start.Select(layer => Bounded.Exact(layer.Weights.GetLength(0), layer.Weights.GetLength(1), [.. layer.Weights.Cast<float>()]))];
        biases = [.. start.Select(layer => Bounded.Exact(1, layer.Bias.Length, layer.Bias))];
        update = new(@case.Optimizer);
    }

    /// <summary>Trains on one batch.</summary>
    public void Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> labels)
    {
        List<Bounded> activations = [Bounded.Exact(@case.Batch, @case.Inputs, inputs)], sums = [];
        for (int i = 0; i < weights.Length; i++)
        {
            sums.Add(PreActivations(activations[i], i));
            activations.Add(i < weights.Length - 1 ? Rectified(sums[i]) : Output(sums[i]));
        }
        Bounded delta = OutputDelta(activations[^1], labels);
        update.BeginStep();
        var ones = new Bounded(1, @case.Batch);
        Array.Fill(ones.Values, 1);
        for (int i = weights.Length - 1; i >= 0; i--)
        {
            Bounded gradient = activations[i].Transposed().Times(delta, roundings: 2), bias_gradient = ones.Times(delta, roundings: 2);
            if (i > 0)
                delta = Masked(delta.Times(weights[i].Transposed(), roundings: 0), sums[i - 1]);
            update.Apply(weights[i], gradient);
            update.Apply(biases[i], bias_gradient);
        }
    }

    /// <summary>How far parameters are from these, as a share of the bound: the worst of all; infinity for NaN.</summary>
    public double ShareOfBound(IReadOnlyList<LayerParameters<float>> parameters)
    {
        double worst = 0;
        for (int i = 0; i < weights.Length; i++)
            worst = Math.Max(worst, Math.Max(Share(weights[i], parameters[i].Weights.Cast<float>()), Share(biases[i], parameters[i].Bias)));
        return worst;
    }

    private static double Share(Bounded exact, IEnumerable<float> computed)
    {
        double worst = 0;
        int i = 0;
        foreach (float number in computed)
        {
            double distance = Math.Abs(number - exact.Values[i]);
            worst = distance <= exact.Errors[i] ? Math.Max(worst, distance == 0 ? 0 : distance / exact.Errors[i])
                : Math.Max(worst, double.IsNaN(distance) || exact.Errors[i] == 0 ? double.PositiveInfinity : distance / exact.Errors[i]);
            i++;
        }
        return worst;
    }

    // The bias is one more term of the sum.
    private Bounded PreActivations(Bounded a, int layer)
    {
        Bounded z = a.Times(weights[layer], roundings: 1), bias = biases[layer];
        for (int i = 0; i < z.Values.Length; i++)
        {
            int unit = i % z.Columns;
            z.Values[i] += bias.Values[unit];
            z.Errors[i] += bias.Errors[unit] + Float32.Gamma(a.Columns + 1) * (Math.Abs(bias.Values[unit]) + bias.Errors[unit]);
        }
        return z;
    }

    private static Bounded Rectified(Bounded z)
    {
        var a = new Bounded(z.Rows, z.Columns);
        for (int i = 0; i < z.Values.Length; i++)
            (a.Values[i], a.Errors[i]) = (Math.Max(0, z.Values[i]), Math.Clamp(z.Values[i] + z.Errors[i], 0, z.Errors[i]));
        return a;
    }

    private static Bounded Output(Bounded z)
    {
        var p = new Bounded(z.Rows, z.Columns);
        for (int row = 0; row < z.Rows; row++)
        {
            Span<double> values = p.Values.AsSpan(row * z.Columns, z.Columns), errors = p.Errors.AsSpan(row * z.Columns, z.Columns);
            ReadOnlySpan<double> logits = z.Values.AsSpan(row * z.Columns, z.Columns), logit_errors = z.Errors.AsSpan(row * z.Columns, z.Columns);
            if (z.Columns == 1)
            {
                values[0] = 1 / (1 + Math.Exp(-logits[0]));
                // The sigmoid is nowhere steeper than 1/4.
                errors[0] = logit_errors[0] / 4 + OfExponential * values[0];
                continue;
            }
            double largest = 0, sum = 0, worst = 0;
            foreach (double logit in logits)
                largest = Math.Max(largest, logit);
            for (int k = 0; k < values.Length; k++)
            {
                sum += values[k] = Math.Exp(logits[k] - largest);
                // An error of the logit is a relative one of its exponential; so is the rounding of the difference.
                worst = Math.Max(worst, errors[k] = Math.Exp(logit_errors[k] + 4 * Float32.U * Math.Abs(logits[k] - largest)) - 1 + OfExponential);
            }
            for (int k = 0; k < values.Length; k++)
            {
                values[k] /= sum;
                errors[k] = values[k] * (errors[k] + worst + Float32.Gamma(values.Length + 2)) / (1 - worst);
            }
        }
        return p;
    }

    private Bounded OutputDelta(Bounded p, ReadOnlySpan<float> labels)
    {
        var delta = new Bounded(p.Rows, p.Columns);
        for (int i = 0; i < p.Values.Length; i++)
        {
            double difference = p.Values[i] - labels[i];
            delta.Values[i] = difference / @case.Batch;
            delta.Errors[i] = (p.Errors[i] + Float32.Gamma(4) * (Math.Abs(difference) + p.Errors[i])) / @case.Batch;
        }
        return delta;
    }

    // Where rounding decides whether a neuron is active, its derivative may be there or not.
    private static Bounded Masked(Bounded derivative, Bounded z)
    {
        var delta = new Bounded(z.Rows, z.Columns);
        for (int i = 0; i < z.Values.Length; i++)
        {
            bool is_certain = Math.Abs(z.Values[i]) > z.Errors[i], is_active = z.Values[i] > 0;
            delta.Values[i] = is_active ? derivative.Values[i] : 0;
            delta.Errors[i] = is_certain ? is_active ? derivative.Errors[i] : 0 : Math.Abs(derivative.Values[i]) + derivative.Errors[i];
        }
        return delta;
    }
}
