using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>How a mistake changes what a training starts from.</summary>
/// <param name="Apply">The roots of a training with the mistake, from the right ones; quantities that were recorded are left as they are.</param>
public sealed record RootChange(Func<Trace, Trace> Apply)
{
    /// <summary>
    /// The roots that the mistake gives from the right ones (first) where what is free in it, an order or a factor, is as in
    /// the other trace; null if the mistake cannot lead there. What is not given is <see cref="Apply"/>.
    /// </summary>
    internal Func<Trace, Trace, Trace?> Towards { get; init; } = (right, _) => Apply(right);

    /// <summary>The number that is free in it, by name, from the right roots and the others; null if there is none.</summary>
    internal Func<Trace, Trace, (string Name, double Value)>? Free { get; init; }

    /// <summary>Whether it leads to whatever values, so that any other mistake that leads to the same ones says more.</summary>
    internal bool LeadsAnywhere { get; init; }

    /// <summary>Whether the mistake leads from the roots of one trace to exactly those of another.</summary>
    internal bool Explains(Trace right, Trace wrong) =>
        Towards(right, wrong) is { } explained && Roots.FirstDifference(explained, wrong) is null;

    /// <summary>Whether the mistake changes the roots of this training at all.</summary>
    internal bool Changes(Trace trace) => Roots.FirstDifference(trace, Apply(trace)) is not null;
}
