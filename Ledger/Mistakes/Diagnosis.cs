using System.Globalization;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>Why a training is wrong.</summary>
/// <param name="First">The first number that is not explained, in the order of cause; null if all are.</param>
/// <param name="Causes">The known mistakes that explain it, proved ones alone if there are any; empty if none does.</param>
/// <param name="Pattern">How the numbers differ, where no known mistake explains it; null otherwise.</param>
public sealed record Diagnosis(Finding? First, IReadOnlyList<Cause> Causes, string? Pattern)
{
    private static readonly Diagnosis Nothing = new(null, [], null);

    /// <summary>Why a training is wrong by its own numbers.</summary>
    public static Diagnosis Of(Trace trace)
    {
        var examined = new Examination(trace);
        if (examined.First is not { } first)
            return Nothing;
        if (first.Form is null)
            return new(first.Finding, [], $"{first.Quantity} cannot be held against its formula");
        IReadOnlyList<Cause> causes = CausesOf(examined);
        return new(first.Finding, causes, causes.Count > 0 ? null : $"{Mistakes.Pattern.Of(examined)}{Beyond(trace)}");
    }

    /// <summary>
    /// Why two trainings differ: a mistake in what one of them started from, given the other, or else in the side whose own
    /// numbers are the first to be wrong.
    /// </summary>
    public static Diagnosis Of(Trace one, Trace other)
    {
        if (Roots.FirstDifference(one, other) is { } root)
            return OfRoots(one, other, root);
        Diagnosis left = Of(one), right = Of(other);
        return left.First is null ? right
            : right.First is null || Judge.Earlier(one, left.First, right.First) == left.First ? left
            : right;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (First is null)
            return "every number is explained";
        if (Causes.Count == 0)
            return $"{First}\nno known cause: {Pattern}";
        return $"{First}\n{string.Join('\n', Causes.Select(Line))}";
    }

    private static string Line(Cause cause)
    {
        string parameters = string.Join(", ", cause.Parameters.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} {item.Value}")));
        string same = cause.SameAs.Count == 0 ? "" : $"; {string.Join(", ", cause.SameAs)} would give the same numbers here";
        return $"{(cause.Proved ? "cause" : "possible cause, not proved")}: {cause.Name}{(parameters.Length > 0 ? $" ({parameters})" : "")}{same}\n{cause.Explanation}";
    }

    private static Diagnosis OfRoots(Trace one, Trace other, Finding root)
    {
        // The second side is the first suspect.
        List<(Mistake Mistake, Trace Right, Trace Wrong)> suspects =
        [
            .. from sides in new[] { (Right: one, Wrong: other), (Right: other, Wrong: one) }
               from mistake in Catalogue.For(one)
               where mistake.Root?.Explains(sides.Right, sides.Wrong) == true
               orderby mistake.Root!.LeadsAnywhere
               select (mistake, sides.Right, sides.Wrong),
        ];
        if (suspects.Count == 0)
            return new(root, [], $"{root.Quantity} differs between the sides{Beyond(one)}");
        var (first, right, wrong) = suspects[0];
        // The roots are as the mistake leaves them, bit for bit; what follows from them must be right on both sides.
        bool follows = new Examination(one).First is null && new Examination(other).First is null;
        IReadOnlyDictionary<string, object> parameters = first.Root!.Free?.Invoke(right, wrong) is var (name, value) ? Rewriting.With(name, value) : Rewriting.Plain;
        string[] same = [.. suspects.Select(suspect => suspect.Mistake).Where(mistake => mistake != first && !mistake.Root!.LeadsAnywhere).Select(mistake => mistake.Name).Distinct()];
        return new(root, [new(first.Name, follows, parameters, same, $"{first.Description} {root}.")], null);
    }

    private static IReadOnlyList<Cause> CausesOf(Examination examined)
    {
        List<(Mistake Mistake, Variant Variant)> suspects =
        [
            .. from mistake in Catalogue.For(examined.Trace)
               from variant in mistake.Variants
               where variant.CanRun(examined.Trace) && variant.Replaced(examined.Trace).Any(quantity => quantity.Name == examined.First!.Quantity)
               select (mistake, variant),
        ];
        // Mistakes that explain every number refute those that explain the first one only; and what explains them with a number
        // fitted that no person would write, where another does without, has only adjusted itself.
        List<Trial> trials = [.. suspects.Select(suspect => Trial.Usual(examined, suspect.Mistake, suspect.Variant)).Where(trial => trial.ExplainsAll())];
        bool are_usual = trials.Count > 0;
        trials.AddRange(suspects.Where(suspect => !trials.Exists(trial => trial.Mistake == suspect.Mistake))
            .Select(suspect => Trial.FittedTo(examined.Telling(suspect.Variant), examined, suspect.Mistake, suspect.Variant)).OfType<Trial>()
            .Where(trial => (trial.IsTelling || !are_usual) && trial.ExplainsAll()));
        if (trials.Count > 0)
        {
            if (trials.Exists(trial => trial.Proves()))
                trials = trials.FindAll(trial => trial.Proves());
            List<Trial> same = FirstOfEach(trials);
            return [ToCause(examined, same[0], [.. same.Skip(1).Select(trial => trial.Mistake.Name)], same[0].Proves())];
        }
        Quantity first = examined.Trace.Network.Find(examined.First!.Quantity)!;
        trials =
        [
            .. suspects.Select(suspect => Trial.Usual(examined, suspect.Mistake, suspect.Variant)).Where(trial => trial.ExplainsFirst()),
            .. suspects.Select(suspect => Trial.FittedTo(first, examined, suspect.Mistake, suspect.Variant)).OfType<Trial>().Where(trial => trial.ExplainsFirst()),
        ];
        return [.. FirstOfEach(trials).Select(trial => ToCause(examined, trial, [], is_proved: false))];
    }

    // Why no cause is named, where none was tried.
    private static string Beyond(Trace trace) => Catalogue.SpeaksOf(trace) ? "" : $"; {Catalogue.Scope}";

    private static List<Trial> FirstOfEach(List<Trial> trials) => [.. trials.DistinctBy(trial => trial.Mistake.Name)];

    private static Cause ToCause(Examination examined, Trial trial, IReadOnlyList<string> same_as, bool is_proved)
    {
        Finding first = examined.First!.Finding!;
        var (form, value) = trial.Given(first.Index);
        return new(trial.Mistake.Name, is_proved, trial.Parameters, same_as,
            $"{trial.Mistake.Description} {form.Text} gives {Finding.Number(value)} for {first.Quantity}, and {Finding.Number(first.Value)} was recorded.")
        {
            Variant = trial.Variant,
            Value = trial.Value,
        };
    }
}
