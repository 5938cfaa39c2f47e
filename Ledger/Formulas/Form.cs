using Ledger.Arithmetic;

namespace Ledger.Formulas;

/// <summary>What a form reads: a root, or a quantity of this step or an earlier one.</summary>
/// <param name="Name">"inputs", "labels", "learning_rate", or a quantity's name.</param>
/// <param name="StepsBack">0 for the same step; 1 for the step before, which for a parameter means as it stood before this step's update.</param>
public readonly record struct Parent(string Name, int StepsBack = 0)
{
    /// <summary>A root or a quantity of the same step.</summary>
    public static implicit operator Parent(string name) => new(name);
}

/// <summary>One way to compute a quantity.</summary>
/// <param name="Text">The formula, for people.</param>
/// <param name="Parents">What it reads.</param>
/// <param name="Evaluate">Its exact value and budget, from the parents in their order.</param>
public sealed record Form(string Text, IReadOnlyList<Parent> Parents, Func<Estimates[], Estimates> Evaluate);

/// <summary>A quantity's formula: the document's form first, then every other form that is mathematically equal to it.</summary>
/// <param name="Quantity">The quantity's name.</param>
/// <param name="Forms">The forms; a quantity is clean if one of them holds for its whole array.</param>
public sealed record Formula(string Quantity, IReadOnlyList<Form> Forms);
