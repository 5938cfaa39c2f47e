using Ledger.Judging;

namespace Comparison.Studies;

/// <summary>The gradient of one parameter array, at every step of a training.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Size">How many elements there are at all steps together.</param>
/// <param name="Elements">Those that were checked: all of them, or evenly spread ones of a large training.</param>
public sealed record CheckedArray(string Parameter, long Size, IReadOnlyList<CheckedElement> Elements)
{
    /// <summary>How many elements could be judged.</summary>
    public int Judged => Elements.Count(IsJudged);

    /// <summary>The element that is furthest from its difference, by the bound; null if none could be judged.</summary>
    public CheckedElement? Furthest => Elements.Where(IsJudged).MaxBy(element => element.Distance / element.Bound);

    /// <summary>The elements that cannot be judged so.</summary>
    public IEnumerable<CheckedElement> AtKinks => Elements.Where(element => element.Verdict == ElementVerdict.CrossesKink);

    /// <summary>Rounding, unexplained where an element differs, cannot-judge where one saturates or none could be judged.</summary>
    public Verdict Verdict =>
        Elements.Any(element => element.Verdict == ElementVerdict.Differs) ? Verdict.Unexplained
        : Judged == 0 || Elements.Any(element => element.Verdict == ElementVerdict.Saturated) ? Verdict.CannotJudge
        : Verdict.Rounding;

    private static bool IsJudged(CheckedElement element) => element.Verdict is ElementVerdict.Agrees or ElementVerdict.Differs;
}
