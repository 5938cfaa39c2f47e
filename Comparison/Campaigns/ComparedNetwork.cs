using System.Diagnostics;
using System.Numerics;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Judging;

namespace Comparison.Campaigns;

/// <summary>A network that both sides trained, with what that took.</summary>
/// <param name="Judgement">The ledger's word.</param>
/// <param name="Scratch">Time in which Scratch trained and recorded every step.</param>
/// <param name="Keras">The same of the framework's side, its model being made before.</param>
/// <param name="Judging">Time in which the ledger judged both.</param>
public sealed record ComparedNetwork(Judgement Judgement, TimeSpan Scratch, TimeSpan Keras, TimeSpan Judging)
{
    /// <summary>Trains a problem on both sides and judges them.</summary>
    public static ComparedNetwork Of(Problem problem) =>
        problem.Format == FloatFormat.Float32 ? Of<float>(problem) : Of<double>(problem);

    private static ComparedNetwork Of<T>(Problem problem)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Func<SideRun> train_keras = KerasSide.Ready<T>(problem);
        long begin = Stopwatch.GetTimestamp();
        SideRun scratch = ScratchSide.Train(problem);
        long scratch_end = Stopwatch.GetTimestamp();
        SideRun keras = train_keras();
        long keras_end = Stopwatch.GetTimestamp();
        Judgement judgement = Judge.Compare(scratch.Trace, keras.Trace);
        return new(judgement, Stopwatch.GetElapsedTime(begin, scratch_end), Stopwatch.GetElapsedTime(scratch_end, keras_end), Stopwatch.GetElapsedTime(keras_end));
    }
}
