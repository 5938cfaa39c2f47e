using DataSets.Preparing;
using Scratch.Dense;

namespace DataSets;

/// <summary>Which rows are trained on and which are held out. docs/random-numbers.md tells how a seed decides it.</summary>
/// <param name="Training">The rows to train on, in rising order.</param>
/// <param name="HeldOut">The others, in rising order.</param>
public sealed record Split(IReadOnlyList<int> Training, IReadOnlyList<int> HeldOut)
{
    /// <summary>The stream of a seed that decides, far from those of start weights (0) and of the row orders of epochs (1, 2, …).</summary>
    public const ulong Stream = 1UL << 32;

    /// <summary>All rows to train on.</summary>
    public static Split None(Selection selection) => new(selection.Rows, []);

    /// <summary>Holds out a share of the rows.</summary>
    /// <param name="selection">The rows, and the classes of their target.</param>
    /// <param name="share">The share, between 0 and 1: share·rows + 1/2, rounded down, are held out, but not all.</param>
    /// <param name="seed">What decides which.</param>
    /// <param name="stratify">
    /// Whether each class is held out by its share, rounded down, the rows then missing coming one each from the classes with the
    /// largest remainders. A class keeps at least one row to train on.
    /// </param>
    /// <exception cref="InputException">The share leaves no row held out, or a number cannot be stratified.</exception>
    public static Split Of(Selection selection, double share, ulong seed, bool stratify)
    {
        string table = selection.Table.Name;
        if (!(share > 0 && share < 1))
            throw new InputException($"{table}: the share of rows held out is {Numbers.Show(share)}; it must lie between 0 and 1.");
        if (stratify && !selection.HasClasses)
            throw new InputException($"{table}: column \"{selection.Options.Target}\" holds numbers, not classes, so that a split cannot be stratified by it.");
        int[] rows = [.. selection.Rows], classes = stratify ? Classes(selection, rows) : new int[rows.Length];
        int[] held_out = Shares(classes, share);
        if (held_out.Sum() == 0)
            throw new InputException($"{table}: of {rows.Length} rows a share of {Numbers.Show(share)} leaves none held out; choose a larger one.");

        var order = new int[rows.Length];
        RowOrder.Shuffle(new SeededRandom(seed, Stream), order);
        var is_held_out = new bool[rows.Length];
        foreach (int row in order)
            is_held_out[row] = held_out[classes[row]]-- > 0;
        return new([.. rows.Where((_, row) => !is_held_out[row])], [.. rows.Where((_, row) => is_held_out[row])]);
    }

    // Classes by number: those that are numbers in rising order, texts in ordinal order.
    private static int[] Classes(Selection selection, int[] rows)
    {
        Column column = selection.Table.Columns[selection.Target];
        var cells = new double[selection.Table.Columns.Count];
        double[] labels = Array.ConvertAll(rows, row =>
        {
            selection.Table.Read(row, cells);
            return cells[selection.Target];
        });
        IEnumerable<double> different = labels.Distinct();
        different = column.Kind == ColumnKind.Text ? different.OrderBy(label => column.Texts[(int)label], StringComparer.Ordinal) : different.Order();
        Dictionary<double, int> places = different.Select((label, place) => (label, place)).ToDictionary(pair => pair.label, pair => pair.place);
        return Array.ConvertAll(labels, label => places[label]);
    }

    // How many rows of each class are held out.
    private static int[] Shares(int[] classes, double share)
    {
        var counts = new int[classes.Max() + 1];
        foreach (int each in classes)
            counts[each]++;
        int[] held_out = Array.ConvertAll(counts, count => (int)(share * count));
        int missing = (int)(share * classes.Length + 0.5) - held_out.Sum();
        foreach (int each in Enumerable.Range(0, counts.Length).Where(each => held_out[each] + 1 < counts[each])
            .OrderByDescending(each => share * counts[each] - held_out[each]).Take(missing))
            held_out[each]++;
        return held_out;
    }
}
