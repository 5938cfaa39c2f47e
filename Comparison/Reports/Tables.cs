using Spectre.Console;

namespace Comparison.Reports;

/// <summary>How every report draws its tables.</summary>
internal static class Tables
{
    // Wide enough for any table: numbers that are broken over lines cannot be read, a long line can.
    private const int LeastWidth = 140;

    /// <summary>A console that draws on a writer.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it: no colours, no cursor, a fixed width.</param>
    public static IAnsiConsole On(TextWriter output, bool plain)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = plain ? LeastWidth : Math.Max(LeastWidth, console.Profile.Width);
        return console;
    }

    /// <summary>An empty table: what the first column names stands left, numbers right.</summary>
    public static Table Framed(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (int i = 0; i < columns.Length; i++)
            table.AddColumn(new TableColumn(Markup.Escape(columns[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        return table;
    }
}
