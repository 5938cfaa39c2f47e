namespace Ledger.Arithmetic;

/// <summary>
/// A matrix of <see cref="Bounded"/> numbers: the vocabulary in which formulas are written. Rows are samples. An operand
/// of one row, one column or one element is repeated as needed.
/// </summary>
public sealed partial class Estimates
{
    private readonly Rounding rounding;
    private readonly Bounded[] values;

    // How each element came about, by its position; written only when it is read. Null where nobody asked for it.
    private readonly Func<int, Notation>? notation;

    private Estimates(Rounding rounding, int rows, int columns, Bounded[] values, Func<int, Notation>? notation = null)
    {
        this.rounding = rounding;
        this.values = values;
        this.notation = notation;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The format of the evaluation that is bounded.</summary>
    public FloatFormat Format => rounding.Format;

    /// <summary>How many samples, or inputs for a kernel.</summary>
    public int Rows { get; }

    /// <summary>How many units.</summary>
    public int Columns { get; }

    /// <summary>The elements, rows first.</summary>
    public ReadOnlySpan<Bounded> Values => values;

    /// <summary>A recorded array.</summary>
    public static Estimates Recorded(Rounding rounding, int rows, int columns, ReadOnlySpan<double> recorded)
    {
        var values = new Bounded[recorded.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = recorded[i];
        return new(rounding, rows, columns, values);
    }

    /// <summary>
    /// The same numbers as the operands of expressions that are written down: what is computed from them, if from no others,
    /// has an <see cref="Expression"/>.
    /// </summary>
    public Estimates Written() => new(rounding, Rows, Columns, values, InDigits);

    /// <summary>The same numbers as operands that are written in a way of one's own.</summary>
    /// <param name="write">Writes an element, by its position, rows first.</param>
    public Estimates Written(Func<int, Notation> write) => new(rounding, Rows, Columns, values, write);

    /// <summary>The same numbers; where they are written, as the operands of what follows.</summary>
    public Estimates Restated() => notation is null ? this : Written();

    /// <summary>The expression that gave an element; null unless its operands were <see cref="Written()"/>.</summary>
    /// <param name="position">The element's position, rows first.</param>
    public Notation? Expression(int position) => notation?.Invoke(position);

    /// <summary>The sum of two arrays.</summary>
    public static Estimates operator +(Estimates x, Estimates y) => x.With(y, x.rounding.Add, (a, b) => a + b);

    /// <summary>The difference of two arrays.</summary>
    public static Estimates operator -(Estimates x, Estimates y) => x.With(y, x.rounding.Subtract, (a, b) => a - b);

    /// <summary>The product, element by element.</summary>
    public static Estimates operator *(Estimates x, Estimates y) => x.With(y, x.rounding.Multiply, (a, b) => a * b);

    /// <summary>The quotient, element by element.</summary>
    public static Estimates operator /(Estimates x, Estimates y) => x.With(y, x.rounding.Divide, (a, b) => a / b);

    /// <summary>The negative.</summary>
    public static Estimates operator -(Estimates x) => x.Each(Rounding.Negate, a => -a);

    /// <summary>Each element and a constant, which is stored in the format.</summary>
    public static Estimates operator +(Estimates x, double constant) => x.Each(element => x.rounding.Add(element, x.Constant(constant)), a => a + x.Digits(constant));

    /// <summary>A constant, which is stored in the format, less each element.</summary>
    public static Estimates operator -(double constant, Estimates x) => x.Each(element => x.rounding.Subtract(x.Constant(constant), element), a => x.Digits(constant) - a);

    /// <summary>Each element times a constant, which is stored in the format.</summary>
    public static Estimates operator *(Estimates x, double constant) => x.Each(element => x.rounding.Multiply(element, x.Constant(constant)), a => a * x.Digits(constant));

    /// <summary>Each element divided by a constant, which is stored in the format.</summary>
    public static Estimates operator /(Estimates x, double constant) => x.Each(element => x.rounding.Divide(element, x.Constant(constant)), a => a / x.Digits(constant));

    /// <summary>The natural logarithm of each element.</summary>
    public Estimates Log() => Each(rounding.Log, x => Notation.Call("log", x));

    /// <summary>log(1 + x) of each element.</summary>
    public Estimates Log1p() => Each(rounding.Log1p, x => Notation.Call("log1p", x));

    /// <summary>exp(x) of each element.</summary>
    public Estimates Exp() => Each(rounding.Exp, x => Notation.Call("exp", x));

    /// <summary>1 / (1 + exp(-x)) of each element.</summary>
    public Estimates Sigmoid() => Each(rounding.Sigmoid, x => Digits(1) / (Digits(1) + Notation.Call("exp", -x)));

    /// <summary>tanh(x) of each element.</summary>
    public Estimates Tanh() => Each(rounding.Tanh, x => Notation.Call("tanh", x));

    /// <summary>√x of each element.</summary>
    public Estimates Sqrt() => Each(rounding.Sqrt, x => Notation.Call("√", x));

    /// <summary>max(0, x) of each element.</summary>
    public Estimates Relu() => Each(rounding.Relu, x => Notation.Call("max", Digits(0), x));

    /// <summary>|x| of each element.</summary>
    public Estimates Abs() => Each(Rounding.Abs, Notation.Magnitude);

    /// <summary>Each element times whether the condition's is positive; NaN stays NaN.</summary>
    public Estimates MaskedBy(Estimates condition) => With(condition, rounding.Mask, (x, z) => x * Notation.IsPositive(z));

    /// <summary>Each element where the condition's is positive, otherwise 0 whatever it is.</summary>
    public Estimates SelectedBy(Estimates condition) => With(condition, rounding.Select, (x, z) => Notation.Where(x, $"{z} > 0"));

    /// <summary>Each element moved into an interval whose ends are stored in the format.</summary>
    public Estimates Clipped(double least, double most) => Each(
        x => rounding.Clip(x, Constant(least), Constant(most)),
        x => Notation.Call("min", Notation.Call("max", x, Digits(least)), Digits(most)));

    /// <summary>Each element where the other's lies in an interval whose ends are stored in the format, otherwise 0.</summary>
    public Estimates WhereWithin(Estimates other, double least, double most) =>
        With(other,
            (x, within) => rounding.Select(x, within.Value.High >= Constant(least) && within.Value.High <= Constant(most) ? 1 : 0),
            (x, within) => Notation.Where(x, $"{Digits(least)} <= {within} <= {Digits(most)}"));

    /// <summary>Any function of each element; written down as the number that it gives.</summary>
    public Estimates Each(Func<Bounded, Bounded> function) =>
        Anew(rounding, Rows, Columns, Array.ConvertAll(values, x => function(x)));

    /// <summary>A number that the evaluation may hold as it is, or rounded to the format: one element.</summary>
    /// <param name="value">The number.</param>
    /// <param name="off">How far besides the evaluation's own number may be from it.</param>
    public Estimates Number(double value, double off = 0) => Anew(rounding, 1, 1, [rounding.Constant(value, off)]);

    /// <summary>Each recorded element rounded to so many significant bits, halves to even.</summary>
    public Estimates RoundedTo(int bits) => Each(x => FloatFormat.Rounded(x.Value.High, bits));

    /// <summary>The recorded elements stored in another format, in whose arithmetic what follows is evaluated.</summary>
    public Estimates In(FloatFormat format) =>
        Anew(new(format), Rows, Columns, Array.ConvertAll(values, x => (Bounded)format.Nearest(x.Value.High)));

    /// <summary>
    /// What a narrower evaluation must have given for a recorded result to be explained: the number of its format that is
    /// nearest to the result where that lies in its budget, the exact value elsewhere. From there on the result's
    /// arithmetic goes on.
    /// </summary>
    public Estimates WidenedTo(Estimates result)
    {
        var widened = new Bounded[values.Length];
        for (int i = 0; i < widened.Length; i++)
        {
            double nearest = rounding.Format.Nearest(result.values[i].Value.High);
            widened[i] = Math.Abs((values[i].Value - nearest).High) <= values[i].Hard ? nearest : values[i] with { Hard = 0, Likely = 0 };
        }
        return Anew(result.rounding, Rows, Columns, widened);
    }

    /// <summary>The elements in another shape, in the same order.</summary>
    public Estimates Reshaped(int rows, int columns) => new(rounding, rows, columns, values, notation);

    /// <summary>Some of the rows, in the order given.</summary>
    public Estimates TakeRows(IEnumerable<int> rows)
    {
        int[] order = [.. rows];
        Bounded[] taken = [.. order.SelectMany(row => values[(row * Columns)..((row + 1) * Columns)])];
        return new(rounding, order.Length, Columns, taken, Moved(i => order[i / Columns] * Columns + i % Columns));
    }

    /// <summary>The first row in the budgets of which a recorded row lies; -1 if there is none.</summary>
    public int RowWithin(Estimates recorded, int recorded_row)
    {
        for (int row = 0; row < Rows; row++)
        {
            int j = 0;
            while (j < Columns && Math.Abs((values[row * Columns + j].Value - recorded.values[recorded_row * Columns + j].Value).High) <= values[row * Columns + j].Hard)
                j++;
            if (j == Columns)
                return row;
        }
        return -1;
    }

    /// <summary>The columns as rows.</summary>
    public Estimates Transposed()
    {
        var transposed = new Bounded[values.Length];
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
                transposed[j * Rows + i] = values[i * Columns + j];
        return new(rounding, Columns, Rows, transposed, Moved(i => i % Rows * Columns + i / Rows));
    }

    private double Constant(double value) => rounding.Format.Nearest(value);

    private double[] Highs() => Array.ConvertAll(values, value => value.Value.High);

    private Notation Digits(double constant) => Notation.Number(Constant(constant), Format);

    private Notation InDigits(int position) => Notation.Number(values[position].Value.High, Format);

    // New numbers, which are written as such where this is written at all.
    private Estimates Anew(Rounding arithmetic, int rows, int columns, Bounded[] numbers)
    {
        var anew = new Estimates(arithmetic, rows, columns, numbers);
        return notation is null ? anew : anew.Written();
    }

    private Func<int, Notation>? Moved(Func<int, int> from) => notation is null ? null : i => notation(from(i));

    private Estimates Each(Func<Bounded, Bounded> function, Func<Notation, Notation> write) =>
        new(rounding, Rows, Columns, Array.ConvertAll(values, x => function(x)), notation is null ? null : i => write(notation(i)));

    private Estimates With(Estimates other, Func<Bounded, Bounded, Bounded> operation, Func<Notation, Notation, Notation> write)
    {
        int rows = Math.Max(Rows, other.Rows), columns = Math.Max(Columns, other.Columns);
        var results = new Bounded[rows * columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                results[i * columns + j] = operation(values[At(i, j)], other.values[other.At(i, j)]);
        return new(rounding, rows, columns, results, WithNotation(other, columns, write));
    }

    private Func<int, Notation>? WithNotation(Estimates other, int columns, Func<Notation, Notation, Notation> write) =>
        notation is null || other.notation is null ? null
            : i => write(notation(At(i / columns, i % columns)), other.notation(other.At(i / columns, i % columns)));

    private int At(int row, int column) => (Rows == 1 ? 0 : row) * Columns + (Columns == 1 ? 0 : column);
}
