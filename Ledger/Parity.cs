using Ledger.Files;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Ledger;

/// <summary>
/// The assertion that two trainings agree, for tests in any framework: they started from the same, bit for bit, and every
/// number of each lies within the rounding budget of its formula.
/// </summary>
public static class Parity
{
    /// <summary>Asserts that two recorded trainings agree.</summary>
    /// <param name="a">One side.</param>
    /// <param name="b">The other.</param>
    /// <exception cref="ParityException">They do not; its message tells the verdict, the first number, the cause and what to do next.</exception>
    public static void AssertAgree(Trace a, Trace b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Judgement judgement = Judge.Compare(a, b);
        if (judgement.Agrees)
            return;
        if (judgement.Verdict == Verdict.CannotJudge)
            throw new ParityException(
                $"{Sides(a, b)} cannot be judged (cannot-judge).\nFirst: {judgement.First}\nNext: start from smaller weights or inputs, so that the output stays away from 0 and 1, and compare again.",
                judgement, null);
        Diagnosis diagnosis = Diagnosis.Of(a, b);
        throw new ParityException($"{Sides(a, b)} differ (unexplained).\nFirst: {diagnosis}\nNext: {Next(diagnosis)}", judgement, diagnosis);
    }

    /// <summary>Asserts that two trainings in files agree (docs/trace-file.md tells how to write one in any language).</summary>
    /// <param name="a">The path of one trace, .npz or .json.</param>
    /// <param name="b">The path of the other.</param>
    /// <exception cref="ParityException">They do not agree.</exception>
    /// <exception cref="TraceFileException">A file cannot be read, or is no trace.</exception>
    public static void AssertAgree(string a, string b) => AssertAgree(TraceFile.Read(a), TraceFile.Read(b));

    private static string Sides(Trace a, Trace b) => a.Side == b.Side ? $"Two trainings of {a.Side}" : $"{a.Side} and {b.Side}";

    private static string Next(Diagnosis diagnosis)
    {
        Finding first = diagnosis.First!;
        if (first.Step == 0)
            return $"give both sides the same {first.Quantity} to the last bit, and compare again; until then no later difference tells anything.";
        string place = $"where {first.Side} computes {first.Quantity}";
        return diagnosis.Causes switch
        {
            [] => $"look {place}; every number before it is right, so what it reads is.",
            [{ Proved: true } cause, ..] => $"look {place} for {string.Join(" or ", cause.SameAs.Prepend(cause.Name))}: with it every recorded number is explained.",
            _ => $"look {place} for what is named; record more steps or more rows, with which one of the causes may be proved.",
        };
    }
}
