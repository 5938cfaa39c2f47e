using System.Diagnostics;
using Benchmarks.Processor;
using Benchmarks.Sides;

namespace Benchmarks.Measuring;

/// <summary>
/// Measures sides in turn, round by round, so that a machine that is slower for a while is slower for all of them. Every round
/// begins with another side, and measures the processor's peak too.
/// </summary>
internal sealed class Rounds
{
    // What one side runs at least in a round: long enough for the system to place its threads, where there are several.
    private const double LeastMilliseconds = 2, LeastMillisecondsAfterRest = 20;

    private const double TurnMilliseconds = 30, Improvement = 0.97;
    private const int CalmMilliseconds = 120, IdlePasses = 4, MostPasses = 50;

    private readonly IReadOnlyList<ISide> sides;
    private readonly int rounds;
    private readonly int[] epochs;
    private readonly double[] allocated;
    private readonly double[][] times;
    private readonly double[] peaks;

    /// <param name="sides">The sides.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="rest">
    /// Milliseconds without work before each turn: threads of libtorch that wait for work keep their cores busy for some
    /// milliseconds, which would be taken from the next side where that uses all cores.
    /// </param>
    public Rounds(IReadOnlyList<ISide> sides, int rounds, int rest = 0)
    {
        (this.sides, this.rounds) = (sides, rounds);
        double least = rest > 0 ? LeastMillisecondsAfterRest : LeastMilliseconds;
        epochs = [.. Warm(sides).Select(milliseconds => Math.Max(1, (int)Math.Ceiling(least / milliseconds)))];
        allocated = [.. sides.Select((side, i) => (Allocated(side, 2 * epochs[i]) - Allocated(side, epochs[i])) / ((double)epochs[i] * side.Data.Steps))];
        times = [.. sides.Select(_ => new double[rounds])];
        peaks = new double[rounds];
        // Once to compile it.
        Peak.Gflops<float>();
        for (int round = 0; round < rounds; round++)
        {
            peaks[round] = Peak.Gflops<float>();
            for (int turn = 0; turn < sides.Count; turn++)
            {
                int side = (round + turn) % sides.Count;
                if (rest > 0)
                {
                    Thread.Sleep(rest);
                    // Wakes the side's own threads.
                    sides[side].Train(1);
                }
                times[side][round] = Nanoseconds(sides[side], epochs[side]) / epochs[side] / sides[side].Data.Steps;
            }
        }
    }

    /// <summary>The result.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="share_of_bound">How far the sides were apart.</param>
    public CaseResult Result(string name, double? share_of_bound)
    {
        var results = sides.Select((side, i) => new SideResult(
            side.Name, "ns a step", Spread.Of(times[i]),
            Spread.Of(times[i].Select(time => 2 * side.Data.Case.MultiplyAdds / time)),
            Spread.Of(times[i].Zip(peaks, (time, peak) => 2 * side.Data.Case.MultiplyAdds / time / peak)),
            Math.Max(0, allocated[i])));
        var ratios = from first in Enumerable.Range(0, sides.Count)
                     from second in Enumerable.Range(0, sides.Count)
                     where first != second
                     select new Ratio(sides[first].Name, sides[second].Name, Spread.Of(times[first].Zip(times[second], (a, b) => a / b)));
        return new(name, rounds, [.. results], [.. ratios], sides[0].Data.Case.MultiplyAdds, Spread.Of(peaks), share_of_bound);
    }

    /// <summary>Time of training so many epochs.</summary>
    public static double Nanoseconds(ISide side, int epochs)
    {
        long start = Stopwatch.GetTimestamp();
        side.Train(epochs);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    // Code that has run often, the runtime's own included, is compiled anew in the background, when nothing new has been called for a
    // while: warm is what, after such calms, has stopped to become faster. Milliseconds of each side's epoch.
    private static double[] Warm(IReadOnlyList<ISide> sides)
    {
        double[] best = [.. sides.Select(_ => double.PositiveInfinity)];
        for (int idle = 0, pass = 0; idle < IdlePasses && pass < MostPasses; idle++, pass++)
        {
            Thread.Sleep(CalmMilliseconds);
            for (int i = 0; i < best.Length; i++)
            {
                double quickest = Quickest(sides[i]);
                if (quickest < best[i] * Improvement)
                    idle = 0;
                best[i] = Math.Min(best[i], quickest);
            }
        }
        return best;
    }

    private static double Quickest(ISide side)
    {
        double quickest = double.PositiveInfinity;
        for (double spent = 0; spent < TurnMilliseconds;)
        {
            double milliseconds = Nanoseconds(side, 1) / 1e6;
            spent += milliseconds;
            quickest = Math.Min(quickest, milliseconds);
        }
        return quickest;
    }

    private static long Allocated(ISide side, int epochs)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        side.Train(epochs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
