using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Formulas;

/// <summary>
/// A training carried out in exact arithmetic from a trace's roots, each quantity by the first form of its formula: the
/// numbers that both sides would give without rounding, and how far an honest training can be from them after so many
/// steps, every rounding being carried on from step to step.
/// </summary>
public sealed class Replay
{
    private readonly Dictionary<(string Name, int Step), Estimates> known = [];

    /// <param name="trace">Where the roots, the batches and the formulas come from; its recorded quantities are not read.</param>
    public Replay(Trace trace)
    {
        var rounding = new Rounding(trace.Format);
        foreach (Quantity parameter in Quantity.Parameters)
            known[(parameter.Name, 0)] = Recorded(trace.Start[parameter.Name]);
        Estimates learning_rate = Recorded(trace.Read("learning_rate", 0)!);
        for (int step = 1; step <= trace.Steps.Count; step++)
        {
            known[("inputs", step)] = Recorded(trace.Read("inputs", step)!);
            known[("labels", step)] = Recorded(trace.Read("labels", step)!);
            known[("learning_rate", step)] = learning_rate;
            foreach (Quantity quantity in Quantity.All)
            {
                Form form = trace.Formulas[quantity.Name].Forms[0];
                known[(quantity.Name, step)] = form.Evaluate([.. form.Parents.Select(parent => known[(parent.Name, step - parent.StepsBack)])]);
            }
        }

        Estimates Recorded(NumberArray array) => Estimates.Recorded(rounding, array.Rows, array.Columns, array.Values);
    }

    /// <summary>A quantity at a step, from 1; a parameter as it stands after the step's update.</summary>
    public Estimates this[string quantity, int step] => known[(quantity, step)];
}
