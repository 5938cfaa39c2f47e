using System.CommandLine;
using Comparison.Problems;
using Comparison.Reports;
using Comparison.Sides;
using KerasVersion;
using Ledger.Judging;

namespace Comparison.CommandLine;

/// <summary><c>compare</c>: trains a problem on both sides, judges the two and tells whether they agree.</summary>
internal static class CompareCommand
{
    /// <summary>Runs it.</summary>
    /// <returns>0 agree, 1 differ, 3 cannot be judged.</returns>
    /// <exception cref="InputException">What was asked for cannot be used.</exception>
    public static int Run(ParseResult parsed, CompareOptions options)
    {
        string? json = options.Json(parsed);
        if (json is not null)
            AtomicFile.Check(json);
        Problem problem = options.Problem(parsed);

        TwoRuns comparison = LongWork.Show(bar =>
        {
            int steps = problem.Steps;
            SideRun scratch = ScratchSide.Train(problem, bar("Scratch trains", steps));
            SideRun keras = KerasSide.Train(problem, bar($"{Engine.Current.Name} trains", steps));
            Judgement judgement = Judge.Compare(scratch.Trace, keras.Trace, bar("The ledger judges", 2 * steps));
            return new TwoRuns(problem, scratch, keras, judgement);
        });

        if (json is not null)
            AtomicFile.Write(json, JsonReport.Of(comparison));
        if (options.Quiet(parsed))
            Console.WriteLine(TextReport.VerdictLine(comparison));
        else
            TextReport.Write(comparison, Console.Out, Console.IsOutputRedirected);
        return ExitCode.Of(comparison.Judgement);
    }
}
