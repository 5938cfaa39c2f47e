namespace DataSets.Preparing;

/// <summary>What the training rows of a column tell: how often each value stands there, its mean and its deviation.</summary>
/// <param name="counts_values">Whether to count how often each value stands there.</param>
internal sealed class ColumnStatistics(bool counts_values)
{
    // Numbers that differ from row to row have no most frequent one worth the memory.
    private const int MostCounted = 1_000_000;

    private readonly Dictionary<double, int> counts = [];
    private readonly CompensatedSum sum = new(), squares = new();
    private bool is_counted = counts_values;
    private int missing;
    private double least = double.PositiveInfinity, most = double.NegativeInfinity;

    /// <summary>How many cells have a value.</summary>
    public int Present { get; private set; }

    /// <summary>The different values.</summary>
    public IEnumerable<double> Values => counts.Keys;

    /// <summary>The first pass: takes a cell.</summary>
    public void Add(double cell)
    {
        if (double.IsNaN(cell))
        {
            missing++;
            return;
        }
        Present++;
        sum.Add(cell);
        least = Math.Min(least, cell);
        most = Math.Max(most, cell);
        if (!is_counted)
            return;
        counts[cell] = counts.GetValueOrDefault(cell) + 1;
        if (counts.Count > MostCounted)
        {
            is_counted = false;
            counts.Clear();
        }
    }

    /// <summary>The mean of the cells that have a value.</summary>
    public double Mean() => least == most ? least : sum.Value / Present;

    /// <summary>The value that stands there most often, of several the first in an order; null where too many differ.</summary>
    public double? MostFrequent<TKey>(Func<double, TKey> key, IComparer<TKey> order) =>
        counts.Count == 0 ? null : counts.OrderByDescending(pair => pair.Value).ThenBy(pair => key(pair.Key), order).First().Key;

    /// <summary>The mean of all cells, a missing one being filled.</summary>
    public double FilledMean(double? fill) =>
        least == most && (missing == 0 || fill == least) ? least : (sum.Value + missing * (fill ?? 0)) / (Present + missing);

    /// <summary>The second pass: takes a cell, filled, with the mean of all.</summary>
    public void AddSquare(double cell, double mean) => squares.Add((cell - mean) * (cell - mean));

    /// <summary>The population standard deviation after the second pass; null if it is no number other than 0 though the cells differ.</summary>
    public double? Deviation(double? fill)
    {
        if (least == most && (missing == 0 || fill == least))
            return 0;
        double deviation = Math.Sqrt(squares.Value / (Present + missing));
        return double.IsFinite(deviation) && deviation > 0 ? deviation : null;
    }

    // A sum that keeps what each addition rounds off (Neumaier 1974).
    private sealed class CompensatedSum
    {
        private double total, lost;

        public double Value => total + lost;

        public void Add(double number)
        {
            double next = total + number;
            lost += Math.Abs(total) >= Math.Abs(number) ? total - next + number : number - next + total;
            total = next;
        }
    }
}
