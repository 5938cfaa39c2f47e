namespace Ledger.Arithmetic;

/// <summary>Means, sums and matrix products, whose terms may be added in any order.</summary>
public sealed partial class Estimates
{
    /// <summary>The mean of all elements: their sum in any order, divided by their count or multiplied by its reciprocal.</summary>
    public Estimates Mean()
    {
        Estimates sum = Sum();
        return values.Length == 1 ? sum : sum.Each(total => rounding.Divide(total, values.Length), total => total / Digits(values.Length));
    }

    /// <summary>The sum of all elements, in any order.</summary>
    public Estimates Sum() => new(rounding, 1, 1, [SumOf(values)],
        notation is null ? null : _ => Notation.Sum(values.Length, notation));

    /// <summary>The sum over the rows, in any order; one row.</summary>
    public Estimates SumOverRows()
    {
        var sums = new Bounded[Columns];
        var column = new Bounded[Rows];
        for (int j = 0; j < Columns; j++)
        {
            for (int i = 0; i < Rows; i++)
                column[i] = values[i * Columns + j];
            sums[j] = SumOf(column);
        }
        return new(rounding, 1, Columns, sums,
            notation is null ? null : j => Notation.Sum(Rows, i => notation(i * Columns + j)));
    }

    /// <summary>The matrix product, each sum in any order, with or without fused multiply-add.</summary>
    /// <param name="right">Shape (Columns, units).</param>
    /// <param name="bias">One row that is one more term of each sum, if given.</param>
    public Estimates Dot(Estimates right, Estimates? bias = null)
    {
        var products = new Bounded[Rows * right.Columns];
        int roundings = Columns + (bias is null ? 0 : 1);
        bool flushes = Array.Exists(values, rounding.IsDenormal) || Array.Exists(right.values, rounding.IsDenormal);
        DotProducts? recorded = IsRecorded && right.IsRecorded ? new(Highs(), Rows, Columns, right.Highs(), right.Columns) : null;
        for (int i = 0; i < products.Length; i++)
        {
            TermSum terms = recorded?[i] ?? Terms(right, i / right.Columns, i % right.Columns);
            if (bias is not null)
                terms.Add(bias.values[i % right.Columns]);
            products[i] = rounding.Sum(terms, roundings, flushes ? Flushed(right, i / right.Columns, i % right.Columns) : 0);
        }
        return new(rounding, Rows, right.Columns, products, DotNotation(right, bias));
    }

    private Func<int, Notation>? DotNotation(Estimates right, Estimates? bias)
    {
        if (notation is null || right.notation is null)
            return null;
        return i =>
        {
            int row = i / right.Columns, column = i % right.Columns;
            Notation sum = Notation.Sum(Columns, k => notation(row * Columns + k) * right.notation(k * right.Columns + column));
            return bias?.Expression(column) is { } last ? sum + last : sum;
        };
    }

    private bool IsRecorded => Array.TrueForAll(values, value => value.Value.Low == 0 && value.Hard == 0);

    // What is lost of a dot product's terms where denormal factors are flushed to 0, in least normal numbers.
    private double Flushed(Estimates right, int row, int column)
    {
        double lost = 0;
        for (int k = 0; k < Columns; k++)
        {
            Bounded x = values[row * Columns + k], y = right.values[k * right.Columns + column];
            lost += rounding.Flushed(x, y) + rounding.Flushed(y, x);
        }
        return lost;
    }

    private TermSum Terms(Estimates right, int row, int column)
    {
        var terms = new TermSum();
        for (int k = 0; k < Columns; k++)
        {
            Bounded x = values[row * Columns + k], y = right.values[k * right.Columns + column];
            terms.Add(Rounding.ExactProduct(x, y));
        }
        return terms;
    }

    private Bounded SumOf(Bounded[] terms)
    {
        if (terms.Length == 1)
            return terms[0];
        var sum = new TermSum();
        foreach (Bounded term in terms)
            sum.Add(term);
        return rounding.Sum(sum, terms.Length - 1, flushed: 0);
    }
}
