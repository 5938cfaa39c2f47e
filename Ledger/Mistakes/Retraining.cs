using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>Training again from a trace's roots with given formulas, every quantity rounded once.</summary>
public static class Retraining
{
    /// <summary>A training with the formulas of the trace, by the first form of each.</summary>
    /// <param name="roots">Where the training starts from, and its batches; its recorded quantities are not read.</param>
    public static Trace Of(Trace roots) => Of(roots, roots.Formulas);

    /// <summary>A training with a mistake, from the roots that it leads to.</summary>
    /// <param name="roots">Where the right training starts from.</param>
    /// <param name="mistake">The mistake.</param>
    /// <param name="variant">The way to make it; null for the usual one, or to change the roots where that is all it does.</param>
    /// <param name="value">The value of what the variant leaves open; its usual one if not given.</param>
    public static Trace With(Trace roots, Mistake mistake, Variant? variant = null, double? value = null) =>
        (variant ?? mistake.Variants.FirstOrDefault()) is { } way
            ? Of(roots, way.TrainingFormulas(roots.Formulas, value)) with { Side = mistake.Name }
            : Of(mistake.Root!.Apply(roots)) with { Side = mistake.Name };

    private static Trace Of(Trace roots, FormulaSet formulas)
    {
        var recorded = roots.Steps.Select(_ => new Dictionary<string, NumberArray>()).ToList();
        Trace trace = roots with
        {
            Steps = [.. roots.Steps.Zip(recorded, (step, quantities) => new TraceStep(step.Rows, quantities, new Dictionary<string, NumberArray>()))],
            NotComputed = new Dictionary<string, string>(),
        };
        Network network = trace.Network;
        var rounding = new Rounding(trace.Format);
        for (int step = 1; step <= trace.Steps.Count; step++)
            foreach (Quantity quantity in network.Quantities)
                Read(quantity.Name, step);
        return trace;

        NumberArray Read(string name, int step)
        {
            if (trace.Read(name, step) is { } known)
                return known;
            Estimates result = new Evaluation(Recorded).Of(formulas[name].Forms[0], step)!;
            int[] shape = trace.ShapeOf(network.Find(name)!, step);
            return recorded[step - 1][name] = new(shape, [.. result.Values.ToArray().Select(number => trace.Format.Nearest(number.Value.High))]);
        }

        Estimates Recorded(string name, int step)
        {
            NumberArray array = Read(name, step);
            return Estimates.Recorded(rounding, array.Rows, array.Columns, array.Values);
        }
    }
}
