using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Comparison.Reports;

/// <summary>Shows on standard error how far a training has come: a bar on a terminal, elsewhere a line every few seconds.</summary>
internal static class LiveTraining
{
    private static readonly TimeSpan betweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Trains and shows it; the bar is gone when all is done.</summary>
    /// <param name="rows">How many rows are to be trained on, over all epochs.</param>
    /// <param name="work">The work; it is given what to tell after each piece: how many rows are done, and what to say beside.</param>
    /// <param name="quiet">Whether nothing is shown.</param>
    /// <typeparam name="T">What the work results in.</typeparam>
    public static T Show<T>(long rows, Func<Action<long, string>, T> work, bool quiet)
    {
        if (quiet)
            return work((_, _) => { });
        if (Console.IsErrorRedirected)
            return work(Lines(rows));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask("", maxValue: rows);
                return work((done, text) =>
                {
                    bar.Description = Markup.Escape(text);
                    bar.Value = done;
                });
            });
    }

    private static Action<long, string> Lines(long rows)
    {
        long first = -1;
        Stopwatch since_start = Stopwatch.StartNew(), since_line = Stopwatch.StartNew();
        return (done, text) =>
        {
            if (first < 0)
                first = done;
            if (since_line.Elapsed < betweenLines || done == first)
                return;
            since_line.Restart();
            TimeSpan left = since_start.Elapsed * ((rows - done) / (double)(done - first));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text}; {(double)done / rows:P1}, {left:hh\\:mm\\:ss} left"));
        };
    }
}
