using Benchmarks.Measuring;
using Benchmarks.Sides;
using Comparison.Plots;
using ScottPlot;

namespace Benchmarks.Reports;

/// <summary>A row for each case, a mark for each side, on a logarithmic axis.</summary>
internal static class CasesPicture
{
    private const int Width = 1000, RowHeight = 26, Margins = 150;

    public static void Save(Report report, string file)
    {
        var plot = new Plot();
        string[] sides = [.. report.Cases.SelectMany(result => result.Sides).Select(side => side.Name).Distinct().Where(name => !SideNames.IsNeighbour(name))];
        for (int i = 0; i < sides.Length; i++)
        {
            var marks = report.Cases
                .Select((result, row) => (Row: row, Side: result[sides[i]]))
                .Where(mark => mark.Side is { Value.Median: > 0 })
                .Select(mark => new Coordinates(Math.Log10(mark.Side!.Value.Median), -mark.Row)).ToArray();
            // A side on all cores is the ring of the colour of the same side on one.
            int on_one = Array.FindIndex(sides, side => sides[i].StartsWith(SideNames.OnThreads(side), StringComparison.Ordinal));
            var markers = plot.Add.Markers(marks, on_one < 0 ? MarkerShape.FilledCircle : MarkerShape.OpenCircle, 9, Picture.Of(on_one < 0 ? i : on_one));
            markers.LegendText = sides[i];
        }
        plot.Axes.Left.SetTicks([.. report.Cases.Select((_, row) => (double)-row)], [.. report.Cases.Select(result => result.Name)]);
        plot.Axes.SetLimitsY(-report.Cases.Count + 0.5, 0.5);
        Picture.MarkPowersOfTen(plot.Axes.Bottom, number => $"{number:N0}");
        plot.XLabel(report.Cases.SelectMany(result => result.Sides).FirstOrDefault()?.Unit ?? "");
        plot.Title($"{report.Machine.ProcessorName}, {report.Machine.InstructionSet}");
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        int height = Margins + RowHeight * report.Cases.Count;
        File.WriteAllBytes(file, Picture.Drawn(Path.GetExtension(file), Picture.Beside([plot], Width, height), Width, height));
    }
}
