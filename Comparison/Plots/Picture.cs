using ScottPlot;
using SkiaSharp;

namespace Comparison.Plots;

/// <summary>Plots in one picture, on a light ground of their own, so that they can be read on a dark page too.</summary>
internal static class Picture
{
    // Told apart also by those who do not see red and green (Okabe and Ito).
    private static readonly string[] colors = ["#0072B2", "#D55E00", "#CC79A7", "#999999", "#009E73", "#E69F00", "#56B4E9", "#000000"];

    /// <summary>The colour of the n-th thing.</summary>
    public static Color Of(int n) => Color.FromHex(colors[n % colors.Length]);

    /// <summary>Draws plots as the bytes of a file.</summary>
    /// <param name="ending">.svg or .png.</param>
    /// <param name="plots">The plots, and where in the picture each is drawn.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Of the picture.</param>
    public static byte[] Drawn(string ending, IReadOnlyList<(Plot Plot, PixelRect Place)> plots, int width, int height)
    {
        if (ending == ".svg")
        {
            using var stream = new MemoryStream();
            using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
                Draw(canvas);
            return stream.ToArray();
        }
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();

        void Draw(SKCanvas canvas)
        {
            foreach (var (plot, place) in plots)
            {
                plot.FigureBackground.Color = Colors.White;
                plot.Font.Set("DejaVu Sans");
                // A plot clears all that it may draw on.
                canvas.Save();
                canvas.ClipRect(place.ToSKRect());
                plot.Render(canvas, place);
                canvas.Restore();
            }
        }
    }

    /// <summary>Plots of one size from left to right.</summary>
    public static IReadOnlyList<(Plot Plot, PixelRect Place)> Beside(IReadOnlyList<Plot> plots, int width, int height)
    {
        float each = (float)width / plots.Count;
        return [.. plots.Select((plot, i) => (plot, new PixelRect(i * each, (i + 1) * each, height, 0)))];
    }

    /// <summary>Marks an axis that shows decimal logarithms with the numbers themselves.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="text">What a number is called.</param>
    public static void MarkPowersOfTen(IAxis axis, Func<double, string> text) => axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
    {
        MinorTickGenerator = new ScottPlot.TickGenerators.LogMinorTickGenerator(),
        IntegerTicksOnly = true,
        LabelFormatter = power => text(Math.Pow(10, power)),
    };
}
