using Scratch.Dense;

namespace DataSets;

/// <summary>
/// Tables made from a seed, with two numbers x1 and x2 a row and a class in the column label; the classes take turns from row to row.
/// </summary>
public static class MadeTables
{
    /// <summary>The stream of a seed that they take their numbers from, far from those of start weights and row orders.</summary>
    public const ulong Stream = Split.Stream + 1;

    private static readonly Dictionary<string, (int Classes, Func<int, SeededRandom, (double X1, double X2)> Point)> kinds = new()
    {
        ["xor"] = (4, (corner, _) => (corner & 1, corner >> 1)),
        ["moons"] = (2, Moon),
        ["circles"] = (2, Circle),
        ["spirals"] = (2, Spiral),
        ["blobs"] = (3, Blob),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. kinds.Keys];

    /// <summary>Makes one.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="rows">How many rows, from 1.</param>
    /// <param name="noise">Standard deviation of the normal noise on each number; 0 for none.</param>
    /// <param name="seed">What its numbers come from.</param>
    /// <exception cref="InputException">The name is not known, or a number out of its range.</exception>
    public static Table Make(string name, int rows, double noise, ulong seed)
    {
        if (!kinds.TryGetValue(name, out var kind))
            throw new InputException($"There is no made table \"{name}\"; there are {string.Join(", ", Names)}.");
        if (rows < 1)
            throw new InputException($"{name}: a made table needs at least 1 row, not {rows}.");
        if (!double.IsFinite(noise) || noise < 0)
            throw new InputException($"{name}: noise is {Numbers.Show(noise)}; it must be a finite number from 0.");
        var random = new SeededRandom(seed, Stream);
        var (points, labels) = (new double[2 * rows], new double[rows]);
        for (int row = 0; row < rows; row++)
        {
            int part = row % kind.Classes;
            var (x1, x2) = kind.Point(part, random);
            var (noise1, noise2) = Normal(random);
            (points[2 * row], points[2 * row + 1]) = (x1 + noise * noise1, x2 + noise * noise2);
            labels[row] = name == "xor" ? (part & 1) ^ (part >> 1) : part;
        }
        Column[] columns = [Column.OfNumbers("x1"), Column.OfNumbers("x2"), Column.OfNumbers("label")];
        return new(name, columns, new ArrayRows<double>(points, 2, labels, "row"));
    }

    // Two half circles of radius 1, the lower one moved into the hollow of the upper.
    private static (double, double) Moon(int part, SeededRandom random)
    {
        var (sine, cosine) = Math.SinCos(Math.PI * random.Fraction());
        return part == 0 ? (cosine, sine) : (1 - cosine, 0.5 - sine);
    }

    // Radius 1 and radius 1/2.
    private static (double, double) Circle(int part, SeededRandom random)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * random.Fraction());
        double radius = part == 0 ? 1 : 0.5;
        return (radius * cosine, radius * sine);
    }

    // Two arms of one and a half turns, their radius growing with the angle from 0 to 1, half a turn apart.
    private static (double, double) Spiral(int part, SeededRandom random)
    {
        // The root spreads the points evenly along an arm.
        double along = Math.Sqrt(random.Fraction());
        var (sine, cosine) = Math.SinCos(Math.PI * (3 * along + part));
        return (along * cosine, along * sine);
    }

    // The corners of a triangle of radius 1; the noise alone spreads the points.
    private static (double, double) Blob(int part, SeededRandom random)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * part / 3);
        return (cosine, sine);
    }

    // Two independent normal numbers (Box and Muller 1958).
    private static (double, double) Normal(SeededRandom random)
    {
        // 1 - fraction lies in (0, 1], so that its logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.Fraction()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * random.Fraction());
        return (radius * cosine, radius * sine);
    }
}
