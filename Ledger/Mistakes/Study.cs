using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>A training with a mistake beside the right one.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Settings">The way to make it: its settings and its number, if it has one.</param>
/// <param name="Right">The training without it.</param>
/// <param name="Wrong">The training with it.</param>
/// <param name="Invisible">Why the network that was asked for could not show it; null if that network is trained here.</param>
public sealed record Study(Mistake Mistake, IReadOnlyDictionary<string, object> Settings, Trace Right, Trace Wrong, Invisible? Invisible)
{
    /// <summary>Trains with a mistake, in the first way to make it that shows: on a network, or on the mistake's witness network.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="asked">A training of the network; its recorded quantities are not read.</param>
    public static Study Of(Mistake mistake, Trace asked)
    {
        Trace right = Retraining.Of(asked) with { Side = "right" };
        return On(right, mistake, null)
            ?? new[] { Witness.Of(mistake, asked.Format), Witness.Of(mistake) }
                .Select(witness => On(witness with { Side = "right" }, mistake, mistake.InvisibleIn(right)))
                .First(study => study is not null)!;
    }

    /// <summary>How the mistake spreads: each quantity of each step of both trainings, in the order of cause.</summary>
    public IReadOnlyList<Spread> Spreading()
    {
        var replay = new Replay(Right);
        return
        [
            .. from step in Enumerable.Range(1, Math.Min(Right.Steps.Count, Wrong.Steps.Count))
               from quantity in Right.Network.Quantities
               select Between(replay[quantity.Name, step], quantity.Name, step),
        ];
    }

    private static Study? On(Trace right, Mistake mistake, Invisible? invisible)
    {
        if (!Catalogue.SpeaksOf(right))
            return null;
        IEnumerable<Variant?> ways = mistake.Variants.Where(variant => variant.CanRun(right));
        foreach (Variant? way in mistake.Variants.Count > 0 ? ways : [null])
        {
            Trace wrong = Retraining.With(right, mistake, way);
            if (Judge.Compare(right, wrong).Verdict != Verdict.Unexplained)
                continue;
            IReadOnlyDictionary<string, object> settings = way?.Settings ?? Rewriting.Plain;
            return new(mistake, way?.Fitted is { } fitted ? settings.And(fitted.Name, fitted.Usual) : settings, right, wrong, invisible);
        }
        return null;
    }

    // Told apart from rounding by how far an honest training can have come from the exact one by then.
    private Spread Between(Estimates exact, string quantity, int step)
    {
        NumberArray right = Right.Read(quantity, step)!, wrong = Wrong.Read(quantity, step)!;
        if (!right.Shape.SequenceEqual(wrong.Shape))
            return new(quantity, step, null, null);
        int? first = null;
        double largest = 0, size = 0;
        for (int i = 0; i < right.Values.Length; i++)
        {
            double distance = Math.Abs((wrong.Values[i] - exact.Values[i].Value).High);
            size = Math.Max(size, Math.Abs(right.Values[i]));
            if (distance <= exact.Values[i].Hard)
                continue;
            first ??= i;
            largest = Math.Max(largest, distance);
        }
        return new(quantity, step, first is { } at ? right.IndexOf(at) : null, first is null ? 0 : largest / size);
    }
}
