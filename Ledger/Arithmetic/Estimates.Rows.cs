namespace Ledger.Arithmetic;

/// <summary>What is computed over the units of a row, and from numbers that a training holds besides its arrays.</summary>
public sealed partial class Estimates
{
    private static readonly Rounding InDouble = new(FloatFormat.Float64);

    /// <summary>Whether no evaluation of it may overflow on the way.</summary>
    public bool IsBounded => Array.TrueForAll(values, value => double.IsFinite(value.Hard));

    /// <summary>The sum over the units of each row, in any order; one column.</summary>
    public Estimates SumOverUnits() => EachRow(SumOf, row => Notation.Sum(Columns, j => notation!(row * Columns + j)));

    /// <summary>The largest of each row, which rounds nothing; one column.</summary>
    public Estimates LargestOfRow() =>
        EachRow(Rounding.Largest, row => Notation.Call("max", Enumerable.Range(row * Columns, Columns).Select(notation!)));

    /// <summary>Rows of 0 with a 1 at the unit whose number, from 0, the recorded row has; NaN where there is no such unit.</summary>
    /// <param name="units">How many units there are.</param>
    public Estimates OneHot(int units)
    {
        var hot = new Bounded[Rows * units];
        for (int i = 0; i < hot.Length; i++)
            hot[i] = !IsUnit(i / units, units) ? double.NaN : values[i / units].Value.High == i % units ? 1 : 0.0;
        return Anew(rounding, Rows, units, hot);
    }

    /// <summary>Of each row the element of the unit whose number the recorded label has; one column, NaN where there is no such unit.</summary>
    /// <param name="labels">One column.</param>
    public Estimates AtLabel(Estimates labels)
    {
        var chosen = new Bounded[Rows];
        for (int row = 0; row < Rows; row++)
            chosen[row] = labels.IsUnit(row, Columns) ? values[Unit(row)] : double.NaN;
        return new(rounding, Rows, 1, chosen,
            notation is null ? null : row => labels.IsUnit(row, Columns) ? notation(Unit(row)) : Notation.Number(double.NaN, Format));

        int Unit(int row) => row * Columns + (int)labels.values[row].Value.High;
    }

    /// <summary>A constant, which is stored in the format: one element.</summary>
    public Estimates Stored(double constant) => Anew(rounding, 1, 1, [Constant(constant)]);

    /// <summary>1 less a constant to a whole power from 1 up: one element.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="power">The power.</param>
    /// <param name="in_double">Whether it is computed in double and the difference stored in the format; otherwise the constant is.</param>
    public Estimates OneLessPower(double constant, int power, bool in_double) => Anew(rounding, 1, 1,
    [
        in_double
            ? rounding.Stored(InDouble.Subtract(1, InDouble.Power(constant, power)))
            : rounding.Subtract(1, rounding.Power(Constant(constant), power)),
    ]);

    private bool IsUnit(int row, int units) => values[row].Value.High is >= 0 and var unit && unit < units && double.IsInteger(unit);

    private Estimates EachRow(Func<Bounded[], Bounded> function, Func<int, Notation> write)
    {
        var results = new Bounded[Rows];
        for (int row = 0; row < Rows; row++)
            results[row] = function(values[(row * Columns)..((row + 1) * Columns)]);
        return new(rounding, Rows, 1, results, notation is null ? null : write);
    }
}
