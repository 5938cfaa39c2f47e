using Ledger.Judging;
using Ledger.Mistakes;

namespace Ledger;

/// <summary>Two trainings that do not agree. The message is the diagnosis.</summary>
public sealed class ParityException : Exception
{
    internal ParityException(string message, Judgement judgement, Diagnosis? diagnosis)
        : base(message)
    {
        Judgement = judgement;
        Diagnosis = diagnosis;
    }

    /// <summary>The verdict; never one of agreement.</summary>
    public Judgement Judgement { get; }

    /// <summary>Why a number is not explained; null where the trainings cannot be judged.</summary>
    public Diagnosis? Diagnosis { get; }
}
