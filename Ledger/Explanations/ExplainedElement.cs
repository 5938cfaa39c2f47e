using Ledger.Arithmetic;

namespace Ledger.Explanations;

/// <summary>One element of a quantity, by its formula and as it was recorded.</summary>
/// <param name="index">Its indices, as many as the quantity has dimensions.</param>
/// <param name="estimates">The whole quantity by its formula, written.</param>
/// <param name="position">The element's position, rows first.</param>
/// <param name="recorded">What was recorded.</param>
/// <param name="derived">What was derived beside the training.</param>
public sealed class ExplainedElement(int[] index, Estimates estimates, int position, double? recorded, double? derived)
{
    /// <summary>Its indices, as many as the quantity has dimensions.</summary>
    public IReadOnlyList<int> Index { get; } = index;

    /// <summary>The formula with the numbers put in. It is written when it is read.</summary>
    public string Substituted => estimates.Expression(position)!.Text;

    /// <summary>The result, in as few digits as the numbers put in.</summary>
    public string Result => Notation.Number(Exact, estimates.Format).Text;

    /// <summary>What the formula gives exactly.</summary>
    public double Exact => estimates.Values[position].Value.High;

    /// <summary>How far honest rounding can be from <see cref="Exact"/>.</summary>
    public double Budget => estimates.Values[position].Hard;

    /// <summary>What was recorded; null if nothing of this shape was.</summary>
    public double? Recorded { get; } = recorded;

    /// <summary>What was derived beside the training, where the training does not compute it; null otherwise.</summary>
    public double? Derived { get; } = derived;

    /// <summary>How far a number is from <see cref="Exact"/>.</summary>
    public double DistanceOf(double number) => Math.Abs((number - estimates.Values[position].Value).High);
}
