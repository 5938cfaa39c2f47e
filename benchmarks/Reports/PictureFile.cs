using ScottPlot;
using SkiaSharp;

namespace Benchmarks.Reports;

/// <summary>Plots side by side in one file, on a light ground of their own, so that they can be read on a dark page too.</summary>
internal static class PictureFile
{
    // Told apart also by those who do not see red and green (Okabe and Ito).
    private static readonly string[] colors = ["#0072B2", "#D55E00", "#CC79A7", "#999999", "#009E73", "#E69F00", "#56B4E9", "#000000"];

    /// <summary>The colour of the n-th side.</summary>
    public static Color Of(int side) => Color.FromHex(colors[side % colors.Length]);

    /// <summary>Draws them.</summary>
    /// <param name="plots">From left to right.</param>
    /// <param name="file">.svg or .png.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Of the picture.</param>
    public static void Save(IReadOnlyList<Plot> plots, string file, int width, int height)
    {
        if (Path.GetExtension(file) == ".svg")
        {
            using FileStream stream = File.Create(file);
            using SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream);
            Draw(canvas);
            return;
        }
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(file, data.ToArray());

        void Draw(SKCanvas canvas)
        {
            float each = (float)width / plots.Count;
            for (int i = 0; i < plots.Count; i++)
            {
                plots[i].FigureBackground.Color = Colors.White;
                plots[i].Font.Set("DejaVu Sans");
                // A plot clears all that it may draw on.
                canvas.Save();
                canvas.ClipRect(new SKRect(i * each, 0, (i + 1) * each, height));
                plots[i].Render(canvas, new PixelRect(i * each, (i + 1) * each, height, 0));
                canvas.Restore();
            }
        }
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
