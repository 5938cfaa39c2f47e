using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>How a quantity differs from its formula, where no known mistake explains it.</summary>
internal static class Pattern
{
    /// <summary>The pattern of the first quantity that is not explained, in one clause.</summary>
    public static string Of(Examination examined)
    {
        QuantityJudgement first = examined.First!;
        int[] steps = [.. Enumerable.Range(1, examined.Trace.Steps.Count).Where(step => examined.Wrong(first.Quantity, step).Count > 0)];
        NumberArray recorded = examined.Trace.Read(first.Quantity, first.Step)!;
        Estimates right = examined.Right(first.Quantity, first.Step)!;
        string pattern = Factor(examined, first.Quantity, steps)
            ?? Offset(recorded, right)
            ?? Moved(recorded, right)
            ?? Place(recorded, examined.Wrong(first.Quantity, first.Step));
        return $"{first.Quantity} {pattern}{Growth(examined, first.Quantity, steps)}";
    }

    // Every wrong element, at every step, the same multiple of what the formula gives.
    private static string? Factor(Examination examined, string quantity, int[] steps)
    {
        double least = double.NegativeInfinity, most = double.PositiveInfinity;
        int elements = 0;
        foreach (int step in steps)
        {
            NumberArray recorded = examined.Trace.Read(quantity, step)!;
            Estimates right = examined.Right(quantity, step)!;
            foreach (int i in examined.Wrong(quantity, step))
            {
                double exact = right.Values[i].Value.High, ratio = recorded.Values[i] / exact, uncertainty = (1 + Math.Abs(ratio)) * right.Values[i].Hard / Math.Abs(exact);
                if (!double.IsFinite(ratio) || !double.IsFinite(uncertainty))
                    return null;
                least = Math.Max(least, ratio - uncertainty);
                most = Math.Min(most, ratio + uncertainty);
                elements++;
            }
        }
        return elements > 1 && least <= most
            ? $"is {Finding.Number(ShortDecimal.In((least + most) / 2, (most - least) / 2))} times what its formula gives, in each element that is wrong"
            : null;
    }

    private static string? Offset(NumberArray recorded, Estimates right)
    {
        double[] offsets = Each(recorded, right, (value, exact) => (value - exact.Value).High);
        double widest = right.Values.ToArray().Max(exact => exact.Hard);
        return offsets.Length > 1 && offsets.Max() - offsets.Min() <= 2 * widest ? $"is off by {Finding.Short(offsets[0])} in each element" : null;
    }

    private static string? Moved(NumberArray recorded, Estimates right)
    {
        if (recorded.Values.Length == 1)
            return null;
        if (right.Rows > 1 && right.Columns > 1 && AreThose(recorded, right.Transposed()))
            return "has its formula's elements transposed";
        for (int by = 1; by < right.Rows; by++)
            if (AreThose(recorded, Shifted(right, by, 0)))
                return $"has its formula's rows shifted by {by}";
        for (int by = 1; by < right.Columns; by++)
            if (AreThose(recorded, Shifted(right, 0, by)))
                return $"has its formula's columns shifted by {by}";
        return null;
    }

    private static bool AreThose(NumberArray recorded, Estimates right) =>
        Each(recorded, right, (value, exact) => Math.Abs((value - exact.Value).High) <= exact.Hard ? 0 : 1).Sum() == 0;

    private static Estimates Shifted(Estimates right, int rows, int columns)
    {
        int i = 0;
        Bounded[] values = right.Values.ToArray();
        return right.Each(_ =>
        {
            int row = (i / right.Columns + rows) % right.Rows, column = (i++ + columns) % right.Columns;
            return values[row * right.Columns + column];
        });
    }

    private static string Place(NumberArray recorded, IReadOnlyList<int> wrong)
    {
        int of = recorded.Values.Length;
        if (of == 1)
            return "is off";
        if (wrong.Count == 1)
            return $"is off in element [{string.Join(", ", recorded.IndexOf(wrong[0]))}] alone";
        int[] rows = [.. wrong.Select(i => i / recorded.Columns).Distinct()], columns = [.. wrong.Select(i => i % recorded.Columns).Distinct()];
        return rows.Length == 1 && recorded.Rows > 1 ? $"is off in row {rows[0]} alone"
            : columns.Length == 1 && recorded.Columns > 1 ? $"is off in column {columns[0]} alone"
            : $"is off in {wrong.Count} of {of} elements, in no known pattern";
    }

    private static string Growth(Examination examined, string quantity, int[] steps)
    {
        double[] largest = [.. steps.Select(step => Each(examined.Trace.Read(quantity, step)!, examined.Right(quantity, step)!,
            (value, exact) => Math.Abs((value - exact.Value).High)).Max())];
        return largest.Length > 2 && largest.Zip(largest.Skip(1)).All(pair => pair.First < pair.Second) ? ", by more from step to step" : "";
    }

    private static double[] Each(NumberArray recorded, Estimates right, Func<double, Bounded, double> measure)
    {
        var measured = new double[recorded.Values.Length];
        for (int i = 0; i < measured.Length; i++)
            measured[i] = measure(recorded.Values[i], right.Values[i]);
        return measured;
    }
}
