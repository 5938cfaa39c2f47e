using System.Globalization;
using System.Text.Json.Nodes;
using Comparison.Reports;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>Two trainings beside each other as a page knows them.</summary>
internal static class ComparisonData
{
    /// <summary>Two trainings, and what the ledger says of them.</summary>
    /// <param name="tables">Where their numbers are kept.</param>
    /// <param name="word">What the ledger says; of two trainings.</param>
    public static JsonObject Of(PageTables tables, LedgerWord word)
    {
        Trace one = word.Traces[0], other = word.Traces[1];
        Finding? first_wrong = word.Diagnosis?.First ?? word.Judgement.First;
        KeptSteps kept = KeptSteps.Of(one, other, first_wrong?.Step);
        JsonObject comparison = LedgerJson.Of(word);
        comparison["kind"] = LedgerText.Kind(word.Judgement.Verdict, alone: false);
        comparison["numbers"] = word.Judgement.NumbersJudged;
        comparison["max_ulps"] = word.Judgement.MaxUlps;
        comparison["causes_text"] = new JsonArray([.. LedgerText.Causes(word.Diagnosis).Select(line => (JsonNode)line.Trim())]);
        if (comparison["first"] is JsonObject first)
            first["text"] = first_wrong!.Explanation;
        comparison["sides"] = new JsonArray(tables.Side(one, kept.Steps), tables.Side(other, kept.Steps));
        comparison["steps_note"] = kept.Note;
        comparison["comparable"] = Comparable(one, other);
        comparison["pooled_ulps"] = PooledUlps(tables, one, other, kept.Steps);
        comparison["curves"] = LossCurves.Of(one, other).Json(tables);
        return comparison;
    }

    /// <summary>A training with a mistake beside the right one.</summary>
    public static JsonObject Of(PageTables tables, Study study)
    {
        JsonObject comparison = Of(tables, LedgerWord.Of(study.Right, study.Wrong));
        comparison["mistake"] = study.Mistake.Name;
        comparison["description"] = study.Mistake.Description;
        comparison["settings"] = LedgerText.Parameters(study.Settings);
        comparison["unseen"] = study.Invisible is { } invisible ? LedgerJson.InvisibleNode(invisible) : null;
        comparison["spread"] = new JsonObject(study.Spreading().GroupBy(spread => spread.Quantity).Select(quantity => KeyValuePair.Create(
            quantity.Key,
            (JsonNode?)new JsonArray([.. quantity.Select(spread => spread.Difference is { } difference ? LedgerJson.Number(Rounded(difference)) : null)]))));
        return comparison;
    }

    // Why the numbers of the two cannot be subtracted from each other; null where they can.
    private static string? Comparable(Trace one, Trace other) =>
        !one.Network.Equals(other.Network) ? $"The two sides are different networks ({one.Side}: {one.Network}; {other.Side}: {other.Network}), so no number of one has a counterpart in the other"
        : one.Format != other.Format ? $"{one.Side} was trained in {one.Format} and {other.Side} in {other.Format}, so their numbers are not counted in the same units in the last place"
        : null;

    // Of what is pooled the page cannot tell the difference of each number: the largest of each block is told.
    private static JsonObject PooledUlps(PageTables tables, Trace one, Trace other, IReadOnlyList<int> kept)
    {
        var ulps = new JsonObject();
        if (Comparable(one, other) is not null || kept.Count == 0)
            return ulps;
        foreach (Quantity quantity in one.Network.Quantities.Where(quantity => Pooling.IsFor(quantity.Shape(KeptSteps.RowsOfBatch(one)))))
            ulps[quantity.Name] = new JsonArray([.. kept.Select(step => (JsonNode)Place(quantity, step))]);
        return ulps;

        int Place(Quantity quantity, int step) =>
            one.Read(quantity.Name, step) is { } left && other.Read(quantity.Name, step) is { } right && left.Shape.SequenceEqual(right.Shape)
                ? tables.Cells(Pooling.Largest(left.Rows, left.Columns, i => one.Format.Ulps(left.Values[i], right.Values[i]) ?? double.NaN), left.Shape)
                : -1;
    }

    // Two digits are what is shown.
    private static double Rounded(double difference) =>
        double.IsFinite(difference) ? double.Parse(difference.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : difference;
}
