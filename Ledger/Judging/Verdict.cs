namespace Ledger.Judging;

/// <summary>What the ledger says of a training, of two, or of one quantity; the worse the later.</summary>
public enum Verdict
{
    /// <summary>Both sides are right, and every number that both have is the same to the last bit.</summary>
    Identical,

    /// <summary>Every number lies within the rounding budget of its formula.</summary>
    Rounding,

    /// <summary>Every number lies within its budget, but some further from the exact value than independent roundings would bring it.</summary>
    Suspicious,

    /// <summary>NaN or infinity, where the formula itself has no finite value for the recorded operands.</summary>
    CannotJudge,

    /// <summary>A number lies outside every form's budget, a root differs between the sides, or a quantity is missing.</summary>
    Unexplained,
}

/// <summary>The names by which verdicts are printed and written.</summary>
public static class VerdictNames
{
    /// <summary>identical, rounding, suspicious, cannot-judge or unexplained.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Identical => "identical",
        Verdict.Rounding => "rounding",
        Verdict.Suspicious => "suspicious",
        Verdict.CannotJudge => "cannot-judge",
        _ => "unexplained",
    };
}
