using System.Numerics.Tensors;

namespace Benchmarks.Agreement;

/// <summary>A matrix in double, and for each number how far a float32 training can be from it.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
internal sealed record Bounded(int Rows, int Columns)
{
    public double[] Values { get; } = new double[Rows * Columns];

    public double[] Errors { get; } = new double[Rows * Columns];

    /// <summary>Exact numbers.</summary>
    public static Bounded Exact(int rows, int columns, ReadOnlySpan<float> values)
    {
        var exact = new Bounded(rows, columns);
        TensorPrimitives.ConvertChecked(values, exact.Values.AsSpan());
        return exact;
    }

    /// <summary>
    /// A product, and how far a computed one can be off: with |a| + e for each operand instead of |a|, the sum of absolute terms
    /// grows by what the operands' errors do, and n roundings in any order do n·u/(1 - n·u) of it.
    /// </summary>
    /// <param name="right">The right factor.</param>
    /// <param name="roundings">Roundings beside those of the sum.</param>
    public Bounded Times(Bounded right, int roundings)
    {
        var product = new Bounded(Rows, right.Columns);
        double[] absolute = Product(this, right, item => Absolute(item, perturbed: false)), perturbed = Product(this, right, item => Absolute(item, perturbed: true));
        Product(this, right, item => item.Values).CopyTo(product.Values, 0);
        double gamma = Float32.Gamma(Columns + roundings);
        for (int i = 0; i < absolute.Length; i++)
            product.Errors[i] = perturbed[i] - absolute[i] + gamma * perturbed[i];
        return product;
    }

    public Bounded Transposed()
    {
        var transposed = new Bounded(Columns, Rows);
        for (int row = 0; row < Rows; row++)
            for (int column = 0; column < Columns; column++)
                (transposed.Values[column * Rows + row], transposed.Errors[column * Rows + row]) = (Values[row * Columns + column], Errors[row * Columns + column]);
        return transposed;
    }

    private static double[] Absolute(Bounded item, bool perturbed)
    {
        var absolute = new double[item.Values.Length];
        TensorPrimitives.Abs(item.Values, absolute);
        if (perturbed)
            TensorPrimitives.Add(absolute, item.Errors, absolute);
        return absolute;
    }

    private static double[] Product(Bounded left, Bounded right, Func<Bounded, double[]> numbers)
    {
        double[] a = numbers(left), b = numbers(right), c = new double[left.Rows * right.Columns];
        for (int row = 0; row < left.Rows; row++)
        {
            Span<double> sums = c.AsSpan(row * right.Columns, right.Columns);
            for (int term = 0; term < left.Columns; term++)
                TensorPrimitives.MultiplyAdd(b.AsSpan(term * right.Columns, right.Columns), a[row * left.Columns + term], sums, sums);
        }
        return c;
    }
}
