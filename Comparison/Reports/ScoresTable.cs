using System.Globalization;
using Comparison.Metrics;
using DataSets.Preparing;
using Spectre.Console;
using static Comparison.Reports.Tables;

namespace Comparison.Reports;

/// <summary>Scores as tables: a column for each network and part of the data.</summary>
internal static class ScoresTable
{
    // A larger matrix is not read; report.json has it.
    private const int MostClasses = 20;

    /// <summary>The numbers, a row each.</summary>
    /// <param name="target">What was predicted.</param>
    /// <param name="columns">The scores with their titles.</param>
    public static Table Of(Target target, params IReadOnlyList<(string Title, Scores Scores)> columns)
    {
        Table table = Framed(["", .. columns.Select(column => column.Title)]);
        foreach (var (i, name) in Scores.Names(target).Index())
            table.AddRow([name.Replace('_', ' '), .. columns.Select(column => Text(column.Scores.Numbers(target)[i]))]);
        return table;
    }

    /// <summary>The confusion matrices of several classes, one of several equal ones; rows are the labels, columns what they were taken for.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<(string Title, Table Matrix)> Confusions(Target target, params IReadOnlyList<(string Title, Scores Scores)> columns)
    {
        if (target is not ClassTarget { Classes: { Count: > 2 and <= MostClasses } classes })
            yield break;
        foreach (var equal in columns.Where(column => column.Scores.Confusion is not null).GroupBy(column => Text(column.Scores.Confusion!)))
        {
            ConfusionMatrix matrix = equal.First().Scores.Confusion!;
            Table table = Framed(["label \\ taken for", .. classes]);
            foreach (var (label, name) in classes.Index())
                table.AddRow([Markup.Escape(name), .. Enumerable.Range(0, classes.Count).Select(chosen => $"{matrix[label, chosen]}")]);
            yield return (string.Join(", ", equal.Select(column => column.Title)), table);
        }
    }

    private static string Text(double? number) => number?.ToString("G5", CultureInfo.InvariantCulture) ?? "not defined";

    private static string Text(ConfusionMatrix matrix) => string.Join(' ',
        from label in Enumerable.Range(0, matrix.Classes)
        from chosen in Enumerable.Range(0, matrix.Classes)
        select matrix[label, chosen]);
}
