namespace Comparison.Metrics;

/// <summary>How often each class was taken for each: counts by label and chosen class.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[,] counts;

    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        counts = new long[classes, classes];
    }

    /// <summary>How many classes there are.</summary>
    public int Classes => counts.GetLength(0);

    /// <summary>How many rows of class <paramref name="label"/> were taken for class <paramref name="chosen"/>.</summary>
    public long this[int label, int chosen] => counts[label, chosen];

    /// <summary>All rows.</summary>
    public long Rows => Sum((_, _) => true);

    /// <summary>The share of rows whose class was chosen: Σ counts[c, c] / Σ counts. NaN of no rows.</summary>
    public double Accuracy => (double)Sum((label, chosen) => label == chosen) / Rows;

    /// <summary>Of the rows taken for class 1, the share that is: TP / (TP + FP); 0 where none was, as Keras has it.</summary>
    public double Precision => Share(counts[1, 1], Sum((_, chosen) => chosen == 1));

    /// <summary>Of the rows of class 1, the share that was taken for it: TP / (TP + FN); 0 where there is none, as Keras has it.</summary>
    public double Recall => Share(counts[1, 1], Sum((label, _) => label == 1));

    /// <summary>Counts a row.</summary>
    /// <param name="label">Its class, from 0.</param>
    /// <param name="chosen">The class it was taken for, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public void Add(int label, int chosen) => counts[label, chosen]++;

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private long Sum(Func<int, int, bool> counted)
    {
        long sum = 0;
        for (int label = 0; label < Classes; label++)
            for (int chosen = 0; chosen < Classes; chosen++)
                if (counted(label, chosen))
                    sum += counts[label, chosen];
        return sum;
    }
}
