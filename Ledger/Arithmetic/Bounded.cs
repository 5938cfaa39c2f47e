namespace Ledger.Arithmetic;

/// <summary>
/// What a formula gives exactly, and how far an honest evaluation of it in a narrower format can be from that.
/// </summary>
/// <param name="Value">The exact value, from the recorded operands.</param>
/// <param name="Hard">
/// No evaluation that rounds every operation correctly leaves this, in any order of summation. Not finite where an evaluation
/// may overflow on the way.
/// </param>
/// <param name="Likely">
/// An evaluation whose rounding errors are as good as independent practically never leaves this; at most <paramref name="Hard"/>.
/// </param>
public readonly record struct Bounded(DoubleDouble Value, double Hard, double Likely)
{
    /// <summary>A number that was recorded, and so has no error as an operand.</summary>
    public static implicit operator Bounded(double recorded) => new(recorded, 0, 0);
}
