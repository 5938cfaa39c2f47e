namespace Comparison.Metrics;

/// <summary>How well an output ranks rows of class 1 above rows of class 0.</summary>
public sealed class Ranking
{
    // Those of class 1 fill the room from its start, those of class 0 from its end.
    private readonly double[] outputs;
    private int ones, zeros;

    /// <param name="rows">How many rows there will be.</param>
    public Ranking(int rows) => outputs = new double[rows];

    /// <summary>
    /// The area under the ROC curve: the share of the pairs of a row of class 1 and a row of class 0 in which the first has the
    /// larger output, a tie counting half (Mann and Whitney 1947). It is exact, where Keras's AUC takes 200 thresholds. Null
    /// where a class has no row.
    /// </summary>
    public double? Area
    {
        get
        {
            if (ones == 0 || zeros == 0)
                return null;
            Span<double> upper = outputs.AsSpan(0, ones), lower = outputs.AsSpan(outputs.Length - zeros);
            upper.Sort();
            lower.Sort();
            long halves = 0;
            int below = 0, not_above = 0;
            foreach (double output in upper)
            {
                while (below < lower.Length && lower[below] < output)
                    below++;
                while (not_above < lower.Length && lower[not_above] <= output)
                    not_above++;
                halves += below + not_above;
            }
            return halves / 2.0 / ((double)ones * zeros);
        }
    }

    /// <summary>Takes a row.</summary>
    /// <param name="is_one">Whether it is of class 1.</param>
    /// <param name="output">The output that class 1 goes by; not NaN.</param>
    /// <exception cref="InvalidOperationException">There are more rows than were announced.</exception>
    public void Add(bool is_one, double output)
    {
        if (ones + zeros == outputs.Length)
            throw new InvalidOperationException($"A ranking of {outputs.Length} rows takes no more.");
        outputs[is_one ? ones++ : outputs.Length - ++zeros] = output;
    }
}
