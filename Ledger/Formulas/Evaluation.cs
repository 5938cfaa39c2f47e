using Ledger.Arithmetic;

namespace Ledger.Formulas;

/// <summary>Evaluates forms, one step after the other: what a form carries on from step to step is computed once for each.</summary>
/// <param name="read">A root or quantity at a step; null if there is none.</param>
public sealed class Evaluation(Func<string, int, Estimates?> read)
{
    private readonly Dictionary<Fold, (int Step, Estimates Carried)> folds = [];

    /// <summary>What a form gives exactly at a step, and its budget; null if something that it reads is not there.</summary>
    /// <param name="form">The form.</param>
    /// <param name="step">The step, from 1.</param>
    public Estimates? Of(Form form, int step)
    {
        var operands = new List<Estimates>(form.Parents.Count);
        foreach (Parent parent in form.Parents)
        {
            if (parent.Fold is { } fold)
            {
                if (Carried(fold, step) is not { } carried)
                    return null;
                operands.Add(carried);
                continue;
            }
            foreach (var (name, at) in parent.OperandsAt(step))
            {
                if (read(name, at) is not { } operand)
                    return null;
                operands.Add(operand);
            }
        }
        return form.Evaluate([.. operands]);
    }

    private Estimates? Carried(Fold fold, int step)
    {
        (int Step, Estimates? Carried) last = folds.TryGetValue(fold, out var known) && known.Step <= step ? known : (0, null);
        while (last.Step < step)
        {
            var operands = new Estimates[fold.Reads.Count];
            for (int i = 0; i < operands.Length; i++)
            {
                if (read(fold.Reads[i], last.Step + 1) is not { } operand)
                    return null;
                operands[i] = operand;
            }
            Estimates carried = fold.Next(last.Carried, operands).Restated();
            folds[fold] = (last.Step + 1, carried);
            last = (last.Step + 1, carried);
        }
        return last.Carried;
    }
}
