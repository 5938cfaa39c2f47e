using Spectre.Console;

namespace Benchmarks.Reports;

/// <summary>A table that can be read on a terminal and pasted into Markdown.</summary>
internal sealed class MarkdownTable
{
    private const int Width = 400;

    private readonly Table table = new Table().Border(TableBorder.Markdown);

    /// <param name="columns">Their heads; all but the first stand to the right.</param>
    public MarkdownTable(params IReadOnlyList<string> columns)
    {
        for (int i = 0; i < columns.Count; i++)
            table.AddColumn(new TableColumn(Markup.Escape(columns[i])) { NoWrap = true, Alignment = i == 0 ? Justify.Left : Justify.Right });
    }

    public void AddRow(params IEnumerable<string> cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    public void Print()
    {
        // Lines as long as they are: a terminal breaks them where it must.
        var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Width;
        console.Write(table);
        foreach (string line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line != ""))
            Console.WriteLine(line);
        Console.WriteLine();
    }
}
