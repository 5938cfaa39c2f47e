using System.Globalization;
using Comparison.Reports;
using Comparison.Sides;
using DataSets;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Comparison.Plots;

/// <summary>The losses of the sides over the epochs and, below, how far the two lie apart, on a logarithmic axis.</summary>
public static class LossPlot
{
    private const int Width = 900, Height = 420, GapHeight = 280;

    // Colours.
    private const int Training = 0, HeldOut = 1;

    /// <summary>Draws loss.svg and loss.png.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="sides">One side or both. Losses that are not finite are left out.</param>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public static void Save(string folder, IReadOnlyList<SideLosses> sides)
    {
        foreach (string ending in new[] { ".svg", ".png" })
        {
            List<(Plot, PixelRect)> plots = [(Losses(sides), new PixelRect(0, Width, Height, 0))];
            if (sides is [var one, var other])
                plots.Add((Gaps(one, other), new PixelRect(0, Width, Height + GapHeight, Height)));
            byte[] picture = Picture.Drawn(ending, plots, Width, plots.Count > 1 ? Height + GapHeight : Height);
            AtomicFile.Write(Path.Combine(folder, $"loss{ending}"), stream => stream.Write(picture));
        }
    }

    private static Plot Losses(IReadOnlyList<SideLosses> sides)
    {
        Plot plot = OverEpochs("Loss", sides[0].Training.Count);
        plot.Title("Loss of each epoch");
        // The sides lie on top of each other: the first as a broad pale line, the second as a thin one upon it. (Pictures of
        // kind .svg have no dashes.)
        for (int i = 0; i < sides.Count; i++)
        {
            Add(sides[i].Training, $"{sides[i].Side.Title()}, training rows", Training, i);
            Add(sides[i].HeldOut, $"{sides[i].Side.Title()}, held-out rows", HeldOut, i);
        }
        plot.ShowLegend(Alignment.UpperRight);
        return plot;

        void Add(IReadOnlyList<double> losses, string name, int color, int side)
        {
            Coordinates[] points = [.. losses.Index().Where(loss => double.IsFinite(loss.Item)).Select(loss => new Coordinates(loss.Index + 1, loss.Item))];
            if (points.Length == 0)
                return;
            var line = plot.Add.Scatter(points, side == 0 ? Picture.Of(color).MixedWith(Colors.White, 0.55) : Picture.Of(color).MixedWith(Colors.Black, 0.3));
            (line.LegendText, line.LineWidth, line.MarkerSize) = (name, side == 0 ? 7 : 1.5f, points.Length > 1 ? 0 : side == 0 ? 12 : 5);
        }
    }

    private static Plot Gaps(SideLosses one, SideLosses other)
    {
        Plot plot = OverEpochs($"|{one.Side.Title()} - {other.Side.Title()}|", one.Training.Count);
        plot.Title("How far the sides lie apart");
        (string Name, double[] Gaps, int Color)[] courses =
        [
            ("training rows", Between(one.Training, other.Training), Training),
            ("held-out rows", Between(one.HeldOut, other.HeldOut), HeldOut),
        ];
        double[] powers = [.. courses.SelectMany(course => course.Gaps).Where(gap => gap > 0).Select(Math.Log10)];
        // An axis of powers has no 0: it stands a power below the least gap.
        int most = powers.Length == 0 ? 0 : (int)Math.Ceiling(powers.Max()), least = powers.Length == 0 ? -1 : (int)Math.Floor(powers.Min()), zero = least - 1;
        foreach (var (name, gaps, color) in courses)
        {
            Coordinates[] points = [.. gaps.Index().Where(gap => double.IsFinite(gap.Item)).Select(gap => new Coordinates(gap.Index + 1, gap.Item > 0 ? Math.Log10(gap.Item) : zero))];
            if (points.Length == 0)
                continue;
            var line = plot.Add.Scatter(points, Picture.Of(color));
            (line.LegendText, line.LineWidth, line.MarkerSize) = ($"gap, {name}", 1, points.Length > 100 ? 3 : 6);
            line.MarkerShape = color == Training ? MarkerShape.FilledCircle : MarkerShape.FilledSquare;
        }
        int stride = 1 + (most - least) / 6;
        plot.Axes.Left.TickGenerator = new NumericManual(
            [zero, .. Range().Select(power => (double)power)],
            ["0", .. Range().Select(power => Math.Pow(10, power).ToString("0E+0", CultureInfo.InvariantCulture))]);
        // Room for the legend.
        plot.Axes.SetLimitsY(zero - 0.5, Math.Max(most, least + 1) + 1 + (most - least) / 4.0);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        return plot;

        IEnumerable<int> Range() => Enumerable.Range(0, (most - least) / stride + 1).Select(step => least + step * stride);
    }

    private static double[] Between(IReadOnlyList<double> one, IReadOnlyList<double> other) => [.. one.Zip(other, (a, b) => Math.Abs(a - b))];

    private static Plot OverEpochs(string quantity, int epochs)
    {
        var plot = new Plot();
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.XLabel("Epoch");
        plot.YLabel(quantity);
        plot.Axes.SetLimitsX(epochs == 1 ? 0.5 : 1 - 0.02 * epochs, epochs == 1 ? 1.5 : epochs * 1.02);
        return plot;
    }
}
