using Spectre.Console;

namespace Comparison.Reports;

/// <summary>Shows on a terminal how far long work has come, on standard error so that output pipes as it is.</summary>
internal static class LongWork
{
    /// <summary>Does one thing after another, each with its own bar; the bars are gone when all is done.</summary>
    /// <param name="work">The work; it is given what to call for a new bar: its title, and how many steps make it full.</param>
    /// <typeparam name="T">What the work results in.</typeparam>
    public static T Show<T>(Func<Func<string, int, Action>, T> work)
    {
        if (Console.IsErrorRedirected)
            return work((_, _) => () => { });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work((title, steps) =>
            {
                ProgressTask bar = context.AddTask(title, maxValue: steps);
                return () => bar.Increment(1);
            }));
    }
}
