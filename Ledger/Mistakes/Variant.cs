using Ledger.Formulas;
using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>One way to make a mistake.</summary>
/// <param name="Settings">What sets it apart from the mistake's other variants: numbers, and choices as text.</param>
/// <param name="Replace">
/// The formulas that it replaces, from the right ones and the value of <see cref="Fitted"/> (which is not read where
/// nothing is to be fitted).
/// </param>
public sealed record Variant(IReadOnlyDictionary<string, object> Settings, Func<FormulaSet, double, IEnumerable<Formula>> Replace)
{
    /// <summary>A number that is not known and is estimated from the recorded ones; null if there is none.</summary>
    public Fitted? Fitted { get; init; }

    /// <summary>Whether shapes and dtype let a program with this mistake run at all.</summary>
    public Func<Trace, bool> CanRun { get; init; } = _ => true;

    /// <summary>Whether it shows in saturated trainings alone, so that an agreement need not speak against it.</summary>
    public bool NeedsSaturation { get; init; }

    /// <summary>Whether a choice of what is free in it is the right training, so that no number can speak against it.</summary>
    public bool IncludesRight { get; init; }

    /// <summary>
    /// Which recorded numbers it accepts whatever the formula gives, because what they depend on is not recorded; they prove
    /// nothing. Null if there are none.
    /// </summary>
    public Func<double, bool>? Accepts { get; init; }

    /// <summary>What to train with, where the replaced formulas read the recorded result; null where they do themselves.</summary>
    public Func<FormulaSet, double, IEnumerable<Formula>>? Train { get; init; }

    /// <summary>The right formulas with those that the variant replaces, for judging.</summary>
    /// <param name="right">The formulas without the mistake.</param>
    /// <param name="value">The value of <see cref="Fitted"/>; its usual one if not given.</param>
    public FormulaSet Formulas(FormulaSet right, double? value = null) => right.With(Replace(right, value ?? Fitted?.Usual ?? 0));

    /// <summary>The same for training.</summary>
    /// <param name="right">The formulas without the mistake.</param>
    /// <param name="value">The value of <see cref="Fitted"/>; its usual one if not given.</param>
    public FormulaSet TrainingFormulas(FormulaSet right, double? value = null) =>
        right.With((Train ?? Replace)(right, value ?? Fitted?.Usual ?? 0));

    /// <summary>The quantities that it replaces, the smallest first: they are the first to speak against it.</summary>
    internal IReadOnlyList<Quantity> Replaced(Trace trace)
    {
        Network network = trace.Network;
        return
        [
            .. Replace(trace.Formulas, Fitted?.Usual ?? 0).Select(formula => network.Find(formula.Quantity)!)
                .OrderBy(quantity => trace.Steps.Count == 0 ? 0 : trace.Read(quantity.Name, 1)?.Values.Length ?? 0),
        ];
    }
}
