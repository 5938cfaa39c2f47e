using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Studies;

/// <summary>
/// Holds recorded gradients against central differences of the loss, which know nothing of the chain rule. The
/// loss is evaluated in double-double, about 2^-90: a difference of it is good to more digits than a double has.
/// </summary>
public sealed class GradientCheck
{
    // Products that a check may take, a few seconds' worth; a larger training is checked at evenly spread elements.
    private const double MostWork = 2e8;

    private readonly Trace trace;
    private readonly int step;
    private readonly ExactLoss exact;
    private readonly Replay honest;
    private readonly bool saturated;

    private GradientCheck(Trace trace, int step)
    {
        this.trace = trace;
        this.step = step;
        exact = new(trace, step);
        Trace alone = trace with
        {
            Start = trace.Network.Parameters.ToDictionary(parameter => parameter.Name, parameter => trace.Read(parameter.Name, step - 1)!),
            Steps = [trace.Steps[step - 1]],
        };
        honest = new(alone);
        saturated = Judge.Quantities(alone).Any(judged => judged.Verdict == Verdict.CannotJudge);
    }

    /// <summary>Checks the gradients of every step, each at the parameters before it.</summary>
    /// <param name="trace">A training by the document's formulas.</param>
    /// <param name="on_step">Called after every step.</param>
    /// <returns>One for each parameter array, in their order.</returns>
    public static IReadOnlyList<CheckedArray> Of(Trace trace, Action? on_step = null)
    {
        Quantity[] parameters = [.. trace.Network.Parameters];
        int[] sizes = Array.ConvertAll(parameters, parameter => trace.Start[parameter.Name].Values.Length);
        int stride = Stride(trace, sizes.Sum());
        List<CheckedElement>[] elements = [.. parameters.Select(_ => new List<CheckedElement>())];
        for (int step = 1; step <= trace.Steps.Count; step++)
        {
            GradientCheck? check = null;
            for (int i = 0; i < parameters.Length; i++)
            {
                long before = (long)sizes[i] * (step - 1);
                for (int position = (int)((stride - before % stride) % stride); position < sizes[i]; position += stride)
                    elements[i].Add((check ??= new(trace, step)).Element(parameters[i].Name, i / 2, position));
            }
            on_step?.Invoke();
        }
        return [.. parameters.Select((parameter, i) => new CheckedArray(parameter.Name, (long)sizes[i] * trace.Steps.Count, elements[i]))];
    }

    /// <summary>The worst verdict of some arrays.</summary>
    public static Verdict Worst(IEnumerable<CheckedArray> arrays) => arrays.Max(array => array.Verdict);

    private static int Stride(Trace trace, int elements)
    {
        // Four losses an element; a row costs its products, and as much as about fifty for an output.
        double of_a_row = trace.Network.Names.Sum(names => (double)trace.Start[names.Weights].Values.Length + 2 * trace.Start[names.Bias].Values.Length)
            + 50 * trace.Network.Layers[^1].Units;
        double work = 4.0 * elements * trace.Steps.Sum(step => step.Rows.Count * of_a_row);
        return (int)Math.Min(Math.Ceiling(work / MostWork), int.MaxValue / 2);
    }

    private CheckedElement Element(string parameter, int layer, int position)
    {
        NumberArray gradients = trace.Read($"dL_d{parameter}", step)!;
        double gradient = gradients.Values[position];
        // The error of a central difference is least where the step is about the cube root of the loss's own error, in what
        // the loss varies with. A power of two adds exactly.
        double h = PowerOfTwo(Math.Min(Math.Cbrt(exact.Loss.Hard), 1e-3) / exact.Reach(parameter, layer, position));
        var (up, z_up) = exact.At(parameter, layer, position, h);
        var (down, z_down) = exact.At(parameter, layer, position, -h);
        var (far_up, z_far_up) = exact.At(parameter, layer, position, 2 * h);
        var (far_down, z_far_down) = exact.At(parameter, layer, position, -2 * h);

        DoubleDouble quotient = (up.Value - down.Value) / (2 * h), far_quotient = (far_up.Value - far_down.Value) / (4 * h);
        // The quotient of twice the step is off by four times as much, the third difference of the loss tells by how much: so
        // the two are three truncations apart, of which two are there for what the third derivative changes over the step.
        double truncation = Math.Abs((far_quotient - quotient).High);
        double rounding = (up.Hard + down.Hard) / (2 * h) + (far_up.Hard + far_down.Hard) / (4 * h) + 4 * DoubleDouble.RelativeError * Math.Abs(quotient.High);
        double bound = truncation + rounding + honest[$"dL_d{parameter}", 1].Values[position].Hard;

        ElementVerdict verdict =
            CrossesKink(layer, position % trace.Network.Layers[layer].Units, z_up, z_down, z_far_up, z_far_down) ? ElementVerdict.CrossesKink
            : !double.IsFinite(gradient) ? (saturated ? ElementVerdict.Saturated : ElementVerdict.Differs)
            : !double.IsFinite(bound) ? ElementVerdict.Saturated
            : Math.Abs((gradient - quotient).High) <= bound ? ElementVerdict.Agrees
            : ElementVerdict.Differs;
        return new(step, gradients.IndexOf(position), gradient, quotient.High, bound, verdict);
    }

    // Whether a unit that the element moves, its own and all in the layers behind, is on for some of the evaluations and off
    // for others, or was on in the training and is off exactly.
    private bool CrossesKink(int layer, int unit, params IReadOnlyList<Estimates>[] evaluations)
    {
        for (int moved = layer; moved < trace.Network.Layers.Count; moved++)
        {
            if (trace.Network.Layers[moved].Activation != Activation.Relu)
                continue;
            double[] recorded = trace.Read(trace.Network.Names[moved].Sum, step)!.Values;
            int units = trace.Network.Layers[moved].Units;
            for (int at = moved == layer ? unit : 0; at < recorded.Length; at += moved == layer ? units : 1)
            {
                bool on = exact.Sums(moved).Values[at].Value.High > 0;
                if (on != recorded[at] > 0 || Array.Exists(evaluations, sums => sums[moved].Values[at].Value.High > 0 != on))
                    return true;
            }
        }
        return false;
    }

    // Where nothing depends on an element any step will do.
    private static double PowerOfTwo(double value) =>
        double.IsFinite(value) && value > 0 ? Math.ScaleB(1, Math.Clamp(Math.ILogB(value), -900, 900)) : Math.ScaleB(1, -30);
}
