using System.Globalization;
using System.Numerics;
using Comparison.Metrics;
using Comparison.Reports;
using Comparison.Sides;
using DataSets;
using DataSets.Preparing;
using ScottPlot;
using SkiaSharp;

namespace Comparison.Plots;

/// <summary>
/// What each side's network makes of two inputs, beside each other: every point in the colour of the class that is chosen there, the
/// fuller the surer, the boundaries between classes dark, and the rows upon it; of a number, shades from low to high.
/// </summary>
public static class BoundaryPlot
{
    private const int PanelWidth = 520, Height = 520, Squares = 300;

    // More rows could not be told apart.
    private const int MostRows = 1500;

    private static readonly MarkerShape[] shapes =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    /// <summary>Whether there are the two inputs, each a number that varies, that can be drawn.</summary>
    public static bool CanShow(Preparation preparation) =>
        preparation.Inputs is [NumberColumn { Deviation: not 0 }, NumberColumn { Deviation: not 0 }];

    /// <summary>Draws boundaries.svg and boundaries.png.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="data">The rows to show, with labels; their preparation is one that <see cref="CanShow"/>.</param>
    /// <param name="sides">What gives each side's outputs (rows, units) for inputs (rows, 2).</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="ArgumentException">The rows have other inputs or no labels, or there are none.</exception>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public static void Save<T>(string folder, PreparedData<T> data, IReadOnlyDictionary<Side, Func<T[,], T[,]>> sides)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!CanShow(data.Preparation) || !data.HasLabels || data.Rows == 0)
            throw new ArgumentException("Boundaries are drawn for rows of two inputs that are numbers, with labels.", nameof(data));
        InputPlane<T> plane = InputPlane<T>.Of(data, MostRows);
        Func<double[], Color> shade = Shade(data.Preparation.Target, plane.Labels);
        (Side Side, double[][] Outputs)[] fields = [.. sides.OrderBy(side => side.Key).Select(side => (side.Key, plane.Outputs(Squares, side.Value)))];
        bool are_classes = data.Preparation.Target is ClassTarget;
        Plot[] plots = [.. fields.Select(field =>
        {
            var plot = new Plot();
            plot.Title(field.Side.Title());
            plot.XLabel(data.Preparation.InputNames[0]);
            plot.YLabel(data.Preparation.InputNames[1]);
            using SKBitmap bitmap = Painted(field.Outputs, shade, are_classes);
            plot.Add.ImageRect(new Image(bitmap), plane.Limits);
            AddRows(plot, plane, data.Preparation.Target, shade);
            plot.Axes.SetLimits(plane.Limits);
            plot.ShowLegend(Alignment.UpperRight);
            return plot;
        })];
        int width = PanelWidth * plots.Length;
        foreach (string ending in new[] { ".svg", ".png" })
        {
            byte[] picture = Picture.Drawn(ending, Picture.Beside(plots, width, Height), width, Height);
            AtomicFile.Write(Path.Combine(folder, $"boundaries{ending}"), stream => stream.Write(picture));
        }
    }

    // The colour of outputs: of a class, paler where it is less sure; of a number, by its place among the labels.
    private static Func<double[], Color> Shade(Target target, IReadOnlyList<double> labels)
    {
        if (target is ClassTarget { Classes.Count: var classes })
            return outputs =>
            {
                int chosen = ClassOutputs.Chosen(outputs);
                double sureness = (ClassOutputs.Of(outputs, chosen) - 1.0 / classes) / (1 - 1.0 / classes);
                return Between(Colors.White, Picture.Of(chosen), 0.15 + 0.4 * sureness);
            };
        double least = labels.Min(), most = labels.Max();
        return outputs =>
        {
            double place = most > least ? (outputs[0] - least) / (most - least) : 0.5;
            return place < 0.5 ? Between(Picture.Of(0), Colors.White, 2 * place) : Between(Colors.White, Picture.Of(1), 2 * place - 1);
        };
    }

    private static Color Between(Color one, Color other, double share) =>
        double.IsNaN(share) ? Colors.White : one.MixedWith(other, Math.Clamp(share, 0, 1));

    private static SKBitmap Painted(double[][] outputs, Func<double[], Color> shade, bool has_boundaries)
    {
        var bitmap = new SKBitmap(Squares, Squares);
        for (int i = 0; i < outputs.Length; i++)
        {
            int across = i % Squares, down = i / Squares;
            bool is_boundary = has_boundaries
                && (across > 0 && Differ(outputs[i], outputs[i - 1]) || down > 0 && Differ(outputs[i], outputs[i - Squares]));
            bitmap.SetPixel(across, down, (is_boundary ? Colors.Black : shade(outputs[i])).ToSKColor());
        }
        return bitmap;
    }

    private static bool Differ(double[] one, double[] other) => ClassOutputs.Chosen(one) != ClassOutputs.Chosen(other);

    private static void AddRows<T>(Plot plot, InputPlane<T> plane, Target target, Func<double[], Color> shade)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (target is ClassTarget classes)
        {
            for (int place = 0; place < classes.Classes.Count; place++)
            {
                Coordinates[] rows = [.. plane.Rows.Where((_, row) => plane.Labels[row] == place)];
                if (rows.Length == 0)
                    continue;
                var marks = plot.Add.Markers(rows, shapes[place % shapes.Length], 8, Picture.Of(place));
                (marks.MarkerStyle.OutlineColor, marks.MarkerStyle.OutlineWidth, marks.LegendText) = (Colors.White, 1, $"{target.Name} {classes.Classes[place]}");
            }
            return;
        }
        var number = (NumberTarget)target;
        double[] labels = [.. plane.Labels];
        foreach (var (row, label) in plane.Rows.Zip(labels))
            Mark(row, label, null);
        foreach (double end in new[] { labels.Min(), labels.Max() })
            Mark(new(double.NaN, double.NaN), end, $"{target.Name} {(end * number.DividedBy).ToString("G4", CultureInfo.InvariantCulture)}");

        void Mark(Coordinates place, double label, string? name)
        {
            var mark = plot.Add.Marker(place, MarkerShape.FilledCircle, 7, shade([label]));
            (mark.MarkerStyle.OutlineColor, mark.MarkerStyle.OutlineWidth, mark.LegendText) = (Colors.Black, 1, name ?? "");
        }
    }
}
