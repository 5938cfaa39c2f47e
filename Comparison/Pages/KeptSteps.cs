using System.Globalization;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>Which steps of two trainings a page shows.</summary>
/// <param name="Steps">The steps, from 1, in ascending order.</param>
/// <param name="Note">What is left out, in a sentence; null if nothing is.</param>
internal sealed record KeptSteps(IReadOnlyList<int> Steps, string? Note)
{
    // More steps than this are no longer looked at one by one; the bytes are those of packed numbers.
    private const int Most = 200;
    private const long MostBytes = 2_400_000;

    /// <summary>As many steps as a page can hold: all, or evenly the first steps of epochs (of steps, in one epoch), and the last.</summary>
    /// <param name="one">One side.</param>
    /// <param name="other">The other.</param>
    /// <param name="wrong">The step of the first number that is wrong, which is kept too; null if there is none.</param>
    public static KeptSteps Of(Trace one, Trace other, int? wrong)
    {
        int steps = Math.Min(one.Steps.Count, other.Steps.Count);
        if (steps == 0)
            return new([], "A side recorded no step, so there is nothing to show of one.");
        int most = (int)Math.Clamp(MostBytes / (BytesOfStep(one) + BytesOfStep(other)), 2, Most);
        if (steps <= most)
            return new([.. Enumerable.Range(1, steps)], null);
        int[] starts = [.. EpochStarts(one).TakeWhile(start => start <= steps)];
        bool by_epoch = starts.Length > 1;
        if (!by_epoch)
            starts = [.. Enumerable.Range(1, steps)];
        int stride = (starts.Length + most - 2) / (most - 1);
        int[] kept = [.. starts.Where((_, i) => i % stride == 0).Append(steps).Append(wrong is > 0 && wrong <= steps ? wrong.Value : steps).Distinct().Order()];
        string unit = by_epoch ? "epoch" : "step", every = stride == 1 ? $"every {unit}" : string.Create(CultureInfo.InvariantCulture, $"every {stride}{Ordinal(stride)} {unit}");
        return new(kept, string.Create(CultureInfo.InvariantCulture,
            $"Of {steps:N0} steps this page has {kept.Length:N0}: {(by_epoch ? $"the first of {every}" : every)}, and the last{(wrong > 0 ? $", and step {wrong}, where the first wrong number stands" : "")}. The verdict rests on all."));
    }

    /// <summary>How many rows a full batch of a training has.</summary>
    public static int RowsOfBatch(Trace trace) => Math.Min(trace.BatchSize, trace.Inputs.Rows);

    private static long BytesOfStep(Trace trace) =>
        // Values, distances and budgets; of what is pooled the values alone.
        trace.Network.Quantities.Select(quantity => quantity.Shape(RowsOfBatch(trace))).Sum(shape => Pooling.Shown(shape) * (Pooling.IsFor(shape) ? 1 : 3))
        * (trace.Format == Ledger.Arithmetic.FloatFormat.Float32 ? sizeof(float) : sizeof(double));

    private static IEnumerable<int> EpochStarts(Trace trace)
    {
        int rows = 0, epoch = 0;
        for (int step = 1; step <= trace.Steps.Count; step++)
        {
            if (rows / trace.Inputs.Rows + 1 > epoch)
            {
                epoch = rows / trace.Inputs.Rows + 1;
                yield return step;
            }
            rows += trace.Steps[step - 1].Rows.Count;
        }
    }

    private static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}
