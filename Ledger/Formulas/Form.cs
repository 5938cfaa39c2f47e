using Ledger.Arithmetic;

namespace Ledger.Formulas;

/// <summary>What a form reads: a root, or a quantity of this step or an earlier one.</summary>
/// <param name="Name">A root's name (see <see cref="Traces.Trace.Read"/>), or a quantity's.</param>
/// <param name="StepsBack">0 for the same step; 1 for the step before, which for a parameter means as it stood before this step's update.</param>
public readonly record struct Parent(string Name, int StepsBack = 0)
{
    /// <summary>Whether it is the quantity of every step, from the first up to this one; such a parent is the last of its form.</summary>
    public bool OfEveryStep { get; private init; }

    /// <summary>What is carried on from every step to the next, up to this one, where that is what is read: one operand; null elsewhere.</summary>
    public Fold? Fold { get; private init; }

    /// <summary>A root or a quantity of the same step.</summary>
    public static implicit operator Parent(string name) => new(name);

    /// <summary>A parameter as it stood before this step's update.</summary>
    public static Parent Before(string parameter) => new(parameter, 1);

    /// <summary>A quantity of every step, from the first up to this one: as many operands as there are steps.</summary>
    public static Parent History(string quantity) => new(quantity) { OfEveryStep = true };

    /// <summary>What is carried on from the first step up to this one.</summary>
    public static Parent Carried(Fold fold) => new(fold.Reads[0]) { Fold = fold };

    /// <summary>What it reads at a step.</summary>
    public IEnumerable<(string Name, int Step)> OperandsAt(int step)
    {
        for (int at = OfEveryStep || Fold is not null ? 1 : step - StepsBack; at <= step - StepsBack; at++)
            foreach (string name in Fold?.Reads ?? [Name])
                yield return (name, at);
    }
}

/// <summary>One way to compute a quantity.</summary>
/// <param name="Text">The formula, for people.</param>
/// <param name="Parents">What it reads.</param>
/// <param name="Evaluate">Its exact value and budget, from the parents in their order.</param>
public sealed record Form(string Text, IReadOnlyList<Parent> Parents, Func<Estimates[], Estimates> Evaluate)
{
    /// <summary>All that it reads at a step.</summary>
    public IEnumerable<(string Name, int Step)> OperandsAt(int step) => Parents.SelectMany(parent => parent.OperandsAt(step)).Distinct();

    /// <summary>Whether it reads the steps from the first on.</summary>
    public bool ReadsEveryStep => Parents.Any(parent => parent.OfEveryStep || parent.Fold is not null);

    /// <summary>Whether it reads a root or a quantity, at whatever step.</summary>
    public bool Reads(string name) => Parents.Any(parent => parent.Name == name);

    /// <summary>The same form with something else in the place of what it reads; itself if it does not read that.</summary>
    /// <param name="name">The root or quantity that is replaced.</param>
    /// <param name="clause">What stands in its place, for people.</param>
    /// <param name="parents">What that is computed from.</param>
    /// <param name="compute">It, from those parents.</param>
    public Form InsteadOf(string name, string clause, IReadOnlyList<Parent> parents, Func<Estimates[], Estimates> compute)
    {
        int at = Parents.TakeWhile(parent => parent.Name != name).Count();
        if (at == Parents.Count)
            return this;
        int kept = Parents.Count - 1;
        return new($"{Text}, {clause}", [.. Parents.Where((_, i) => i != at), .. parents],
            p => Evaluate([.. p[..at], compute(p[kept..]), .. p[at..kept]]));
    }

    /// <summary>The same form with its result changed.</summary>
    /// <param name="clause">The change, for people.</param>
    /// <param name="parents">What the change reads besides.</param>
    /// <param name="change">The changed result, from the form's own and those parents.</param>
    public Form Then(string clause, IReadOnlyList<Parent> parents, Func<Estimates, Estimates[], Estimates> change) =>
        new($"{Text}, {clause}", [.. Parents, .. parents], p => change(Evaluate(p[..Parents.Count]), p[Parents.Count..]));
}

/// <summary>A quantity's formula: the document's form first, then every other form that is mathematically equal to it.</summary>
/// <param name="Quantity">The quantity's name.</param>
/// <param name="Forms">The forms; a quantity is clean if one of them holds for its whole array.</param>
public sealed record Formula(string Quantity, IReadOnlyList<Form> Forms);
