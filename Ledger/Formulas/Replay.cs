using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Formulas;

/// <summary>
/// A training carried out in exact arithmetic from a trace's roots, each quantity by the first form of its formula: the
/// numbers that both sides would give without rounding, and how far an honest training can be from them after so many
/// steps, every rounding being carried on from step to step.
/// </summary>
/// <param name="trace">Where the roots, the batches and the formulas come from; its recorded quantities are not read.</param>
public sealed class Replay(Trace trace)
{
    private readonly Network network = trace.Network;
    private readonly FormulaSet formulas = trace.Formulas;
    private readonly Rounding rounding = new(trace.Format);
    private readonly Dictionary<(string Name, int Step), Estimates> known = [];

    /// <summary>A quantity at a step, from 1; a parameter as it stands after the step's update.</summary>
    public Estimates this[string quantity, int step]
    {
        get
        {
            // Step by step, so that a late step's parents are never far back.
            for (int earlier = 1; earlier < step; earlier++)
                foreach (Quantity parameter in network.Parameters)
                    Known(parameter.Name, earlier);
            return Known(quantity, step);
        }
    }

    private Estimates Known(string name, int step)
    {
        if (known.TryGetValue((name, step), out Estimates? estimates))
            return estimates;
        if (step > 0 && network.Find(name) is not null)
        {
            estimates = new Evaluation(Known).Of(formulas[name].Forms[0], step)!;
        }
        else
        {
            NumberArray root = trace.Read(name, step)!;
            estimates = Estimates.Recorded(rounding, root.Rows, root.Columns, root.Values);
        }
        return known[(name, step)] = estimates;
    }
}
