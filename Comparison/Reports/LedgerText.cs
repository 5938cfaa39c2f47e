using System.Globalization;
using Ledger.Judging;
using Ledger.Mistakes;

namespace Comparison.Reports;

/// <summary>What the ledger says, for people.</summary>
internal static class LedgerText
{
    /// <summary>The verdict's kind, as in "agree (rounding)".</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="alone">Whether it is of one training by itself.</param>
    public static string Kind(Verdict verdict, bool alone) => verdict switch
    {
        Verdict.Identical => "agree (identical)",
        Verdict.Rounding => alone ? "is right (rounding)" : "agree (rounding)",
        Verdict.Suspicious => alone ? "is right, but suspicious" : "agree, but suspicious",
        Verdict.CannotJudge => "cannot be judged",
        _ => alone ? "is not right (unexplained)" : "differ (unexplained)",
    };

    /// <summary>The worth of an agreement in one clause, to be added to a verdict line; empty where there is none.</summary>
    public static string Worth(Power? power) => power is null ? "" : $"; {power}";

    /// <summary>The causes that were found, a line or two each; empty where nothing is unexplained.</summary>
    public static IEnumerable<string> Causes(Diagnosis? diagnosis)
    {
        if (diagnosis?.First is null)
            yield break;
        if (diagnosis.Causes.Count == 0)
            yield return $"No known cause: {diagnosis.Pattern}.";
        foreach (Cause cause in diagnosis.Causes)
        {
            string same = cause.SameAs.Count == 0 ? "" : $"; on this network the same as {string.Join(", ", cause.SameAs)}";
            yield return $"{(cause.Proved ? "Cause, proved" : "Possible cause, not proved")}: {cause.Name}{Parameters(cause.Parameters)}{same}.";
            yield return $"  {cause.Explanation}";
        }
    }

    /// <summary>The settings of a mistake in parentheses, to be added to its name; empty where there are none.</summary>
    public static string Parameters(IReadOnlyDictionary<string, object> parameters) => parameters.Count == 0 ? ""
        : $" ({string.Join(", ", parameters.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Key} {item.Value}")))})";

    /// <summary>All that an agreement is worth: each quantity's smallest error that would show, and each known mistake.</summary>
    public static IEnumerable<string> Worths(Power power)
    {
        int width = power.Sensitivities.Select(sensitivity => sensitivity.Quantity.Length).Append(22).Max();
        yield return "The smallest relative error of each quantity that would have shown:";
        foreach (Sensitivity sensitivity in power.Sensitivities)
            yield return $"  {sensitivity.Quantity.PadRight(width)} {(double.IsFinite(sensitivity.RelativeError) ? sensitivity.RelativeError.ToString("G2", CultureInfo.InvariantCulture) : "none: not computed, or 0 throughout")}";
        if (power.RuledOut.Count + power.Invisible.Count == 0)
        {
            yield return $"Nothing is ruled out: {power}.";
            yield break;
        }
        yield return $"Ruled out ({power.RuledOut.Count}): {string.Join(", ", power.RuledOut)}.";
        yield return $"Invisible on this network ({power.Invisible.Count}):";
        foreach (Invisible mistake in power.Invisible)
            yield return $"  {mistake.Name}: {mistake.Because}; {mistake.Reveal} would reveal it";
    }
}
