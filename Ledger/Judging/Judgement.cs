
namespace Ledger.Judging;

/// <summary>What the ledger says of two trainings.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">It in one sentence, for people.</param>
/// <param name="First">The first number that is the reason, in the order of cause; null if the sides agree.</param>
/// <param name="NumbersJudged">How many numbers of both sides were held against their formulas.</param>
/// <param name="MaxUlps">The largest distance between final parameters in ULP; null where one is NaN or infinite, or shapes differ.</param>
public sealed record Judgement(Verdict Verdict, string Reason, Finding? First, int NumbersJudged, long? MaxUlps)
{
    /// <summary>Whether the sides agree.</summary>
    public bool Agrees => Verdict is Verdict.Identical or Verdict.Rounding or Verdict.Suspicious;
}
