using Benchmarks.Cases;
using Benchmarks.Measuring;
using Comparison.Plots;
using ScottPlot;

namespace Benchmarks.Growth;

/// <summary>Time of a step against depth, width and batch, both axes logarithmic, and the time that the multiply-adds alone would take at the peak.</summary>
internal static class GrowthPicture
{
    private const int Side = 420;

    public static void Save(Report report, string file)
    {
        Plot[] panels = [.. GrowthBenchmark.Series.Select((series, i) => Panel(report, series.Grows, series.Cases, first: i == 0))];
        int width = Side * panels.Length;
        File.WriteAllBytes(file, Picture.Drawn(Path.GetExtension(file), Picture.Beside(panels, width, Side), width, Side));
    }

    private static Plot Panel(Report report, string grows, IReadOnlyList<(int Size, TrainingCase Case)> cases, bool first)
    {
        var plot = new Plot();
        var results = cases.Select(item => (item.Size, item.Case, Result: report.Cases.First(result => result.Name == $"{item.Case}"))).ToArray();
        for (int side = 0; side < results[0].Result.Sides.Count; side++)
            Add(results[0].Result.Sides[side].Name, side, results.Select(item => (item.Size, item.Result.Sides[side].Value.Median)));
        var peak = Add("multiply-adds at the peak", results[0].Result.Sides.Count, results.Select(item => (item.Size, 2 * item.Case.MultiplyAdds / item.Result.Peak!.Median)));
        peak.LinePattern = LinePattern.Dashed;
        peak.MarkerSize = 0;
        plot.Axes.Bottom.SetTicks([.. cases.Select(item => Math.Log10(item.Size))], [.. cases.Select(item => $"{item.Size}")]);
        Picture.MarkPowersOfTen(plot.Axes.Left, nanoseconds => $"{nanoseconds / 1000:G}");
        plot.XLabel(grows);
        if (first)
        {
            plot.YLabel("µs a step");
            plot.ShowLegend(Alignment.UpperLeft);
        }
        else
            plot.HideLegend();
        return plot;

        ScottPlot.Plottables.Scatter Add(string name, int color, IEnumerable<(int Size, double Nanoseconds)> points)
        {
            var line = plot.Add.Scatter(points.Select(point => new Coordinates(Math.Log10(point.Size), Math.Log10(point.Nanoseconds))).ToArray(), Picture.Of(color));
            (line.LegendText, line.LineWidth, line.MarkerSize) = (name, 2, 7);
            return line;
        }
    }
}
