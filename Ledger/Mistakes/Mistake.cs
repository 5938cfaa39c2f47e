using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>A known way to get a training wrong: formulas that are replaced, or roots that are changed.</summary>
/// <param name="Name">Its name, as it is printed and written.</param>
/// <param name="Description">What is done wrong, in one sentence for a learner.</param>
public sealed record Mistake(string Name, string Description)
{
    /// <summary>
    /// The ways to make it, the usual one first. A mistake of the forward pass is made by hand, its backward pass being the
    /// right network's, or in a framework, whose backward pass follows it.
    /// </summary>
    public IReadOnlyList<Variant> Variants { get; init; } = [];

    /// <summary>How it changes what a training starts from; null if it does not.</summary>
    public RootChange? Root { get; init; }

    /// <summary>What a run must have for the mistake to change a number of it.</summary>
    internal IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>Why it cannot be seen in a run that it does not change, and the smallest change of the run that would reveal it.</summary>
    internal Invisible InvisibleIn(Trace trace)
    {
        if (!Catalogue.SpeaksOf(trace))
            return new(Name, Catalogue.Scope, "a network of that kind");
        foreach (Need need in Needs)
            if (need.Because(trace) is { } because)
                return new(Name, because, need.Reveal);
        return Needs.Contains(Need.Float64) || trace.Format == Arithmetic.FloatFormat.Float64
            ? new(Name, "what it changes is less than rounding may change here", "larger numbers, or more of them")
            : new(Name, "what it changes is less than rounding in float32 may change here", "float64");
    }
}
