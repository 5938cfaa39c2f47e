using System.Numerics;
using DataSets.Preparing;
using ScottPlot;

namespace Comparison.Plots;

/// <summary>The plane of two inputs, in the numbers that the table has, not in those that they were prepared to.</summary>
/// <param name="Across">The input that goes from left to right.</param>
/// <param name="Upwards">The input that goes upwards.</param>
/// <param name="Rows">Some rows, in the plane.</param>
/// <param name="Labels">Their labels.</param>
/// <param name="Limits">A part of the plane with all of them.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed record InputPlane<T>(NumberColumn Across, NumberColumn Upwards, IReadOnlyList<Coordinates> Rows, IReadOnlyList<double> Labels, CoordinateRect Limits)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // What is left free around the rows, as a share of their width.
    private const double Padding = 0.08;

    /// <summary>The plane of some data; of more rows than are wanted, ones at equal distances stand for all.</summary>
    public static InputPlane<T> Of(PreparedData<T> data, int most_rows)
    {
        var (across, upwards) = ((NumberColumn)data.Preparation.Inputs[0], (NumberColumn)data.Preparation.Inputs[1]);
        int count = Math.Min(most_rows, data.Rows);
        int[] rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * data.Rows / count))];
        var (inputs, labels) = (new T[2 * count], new T[count]);
        data.Read(rows, inputs, labels);
        Coordinates[] points = [.. Enumerable.Range(0, count).Select(i => new Coordinates(Told(across, inputs[2 * i]), Told(upwards, inputs[2 * i + 1])))];
        return new(across, upwards, points, [.. labels.Select(double.CreateChecked)], Around(points));
    }

    /// <summary>A network's outputs on a grid of squares over <see cref="Limits"/>, at their middles, row by row from the top.</summary>
    public double[][] Outputs(int squares, Func<T[,], T[,]> predict)
    {
        var inputs = new T[squares * squares, 2];
        for (int i = 0; i < squares * squares; i++)
        {
            inputs[i, 0] = Prepared(Across, Limits.Left + Limits.Width * (i % squares + 0.5) / squares);
            inputs[i, 1] = Prepared(Upwards, Limits.Top - Limits.Height * (i / squares + 0.5) / squares);
        }
        T[,] outputs = predict(inputs);
        return [.. Enumerable.Range(0, squares * squares).Select(i => Enumerable.Range(0, outputs.GetLength(1)).Select(unit => double.CreateChecked(outputs[i, unit])).ToArray())];
    }

    private static double Told(NumberColumn column, T prepared) => double.CreateChecked(prepared) * column.Deviation + column.Mean;

    private static T Prepared(NumberColumn column, double told) => T.CreateChecked((told - column.Mean) / column.Deviation);

    private static CoordinateRect Around(Coordinates[] points)
    {
        var (left, right) = Padded(points.Min(point => point.X), points.Max(point => point.X));
        var (bottom, top) = Padded(points.Min(point => point.Y), points.Max(point => point.Y));
        return new(left, right, bottom, top);
    }

    private static (double, double) Padded(double least, double most)
    {
        double padding = most > least ? (most - least) * Padding : 1;
        return (least - padding, most + padding);
    }
}
