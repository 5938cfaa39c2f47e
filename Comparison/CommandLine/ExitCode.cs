using Ledger.Judging;

namespace Comparison.CommandLine;

/// <summary>The program's exit codes.</summary>
internal static class ExitCode
{
    /// <summary>All of them in words.</summary>
    public const string Meanings = "Exit codes: 0 the sides agree, 1 they differ, 2 wrong use, bad input or a fault, 3 cannot be judged.";

    /// <summary>Wrong use, bad input, or a fault.</summary>
    public const int WrongUse = 2;

    /// <summary>0 agree, 1 differ, 3 cannot be judged.</summary>
    public static int Of(Judgement judgement) => Of(judgement.Verdict);

    /// <summary>The same for a verdict: 0 for any that is better than cannot-judge.</summary>
    public static int Of(Verdict verdict) => verdict < Verdict.CannotJudge ? 0 : verdict == Verdict.CannotJudge ? 3 : 1;
}
