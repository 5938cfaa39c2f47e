using System.Text.Json.Nodes;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Mistakes;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>The losses of two trainings step by step, and what their gap is held against.</summary>
/// <param name="Steps">The steps shown, from 1.</param>
/// <param name="Losses">Of each side each step's loss; NaN where none was recorded.</param>
/// <param name="Budget">How far apart rounding alone can have brought two honest trainings by then; null where it was not worked out.</param>
/// <param name="Twins">How far twins of the first side, with start weights one ULP away, are from it; null where none were trained.</param>
/// <param name="Note">Why something is not there; null if all is.</param>
internal sealed record LossCurves(IReadOnlyList<int> Steps, IReadOnlyList<double[]> Losses, double[]? Budget, double[]? Twins, string? Note)
{
    // More points than a curve has pixels are not seen; and so many multiplications in double-double take some seconds.
    private const int MostPoints = 400;
    private const long MostWork = 4_000_000;

    /// <summary>The curves of two trainings.</summary>
    public static LossCurves Of(Trace one, Trace other)
    {
        int all = Math.Max(one.Steps.Count, other.Steps.Count), stride = (all + MostPoints - 1) / MostPoints;
        int[] steps = [.. Enumerable.Range(1, all).Where(step => (step - 1) % Math.Max(1, stride) == 0 || step == all)];
        double[][] losses = [[.. steps.Select(step => Loss(one, step))], [.. steps.Select(step => Loss(other, step))]];
        string? thinned = stride > 1 ? $"Of {all} steps every {stride}th is drawn." : null;
        if (Work(one) > MostWork)
            return new(steps, losses, null, null, Sentences(thinned, "The training is too large for its rounding to be carried on from step to step here, and for twins of it."));
        int[] own = [.. steps.Where(step => step <= one.Steps.Count)];
        var replay = new Replay(one);
        Trace straight = Retraining.Of(one);
        Trace[] twins = [.. new[] { true, false }.Select(up => Retraining.Of(one with { Start = Studies.Twins.Moved(one.Start, one.Format, up) }))];
        return new(
            steps, losses,
            // Each of the two may be as far as this from the exact loss.
            [.. own.Select(step => 2 * replay["loss", step].Values[0].Hard)],
            [.. own.Select(step => twins.Max(twin => Math.Abs(Loss(twin, step) - Loss(straight, step))))],
            thinned);
    }

    /// <summary>As a page keeps it.</summary>
    public JsonObject Json(PageTables tables) => new()
    {
        ["steps"] = Place(tables, [.. Steps.Select(step => (double)step)]),
        ["losses"] = new JsonArray([.. Losses.Select(losses => (JsonNode)Place(tables, losses))]),
        ["budget"] = Budget is null ? -1 : Place(tables, Budget),
        ["twins"] = Twins is null ? -1 : Place(tables, Twins),
        ["note"] = Note,
    };

    // A row of at most a thousand numbers is never pooled.
    private static int Place(PageTables tables, double[] numbers) => tables.Array(new([numbers.Length], numbers), FloatFormat.Float64);

    private static double Loss(Trace trace, int step) =>
        step <= trace.Steps.Count && trace.Read("loss", step) is { Values: [var loss] } ? loss : double.NaN;

    private static long Work(Trace trace)
    {
        Network network = trace.Network;
        long weights = network.Parameters.Sum(parameter => NumberArray.Count(parameter.Shape(0)));
        return trace.Steps.Sum(step => weights * step.Rows.Count);
    }

    private static string Sentences(params string?[] sentences) => string.Join(' ', sentences.Where(sentence => sentence is not null));
}
