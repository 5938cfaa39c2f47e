using System.Globalization;
using Ledger.Arithmetic;
using Spectre.Console;

namespace Comparison.Reports;

/// <summary>How tables look, and the numbers in them.</summary>
internal static class Tables
{
    // Wide enough for any table: numbers that are broken over lines cannot be read, a long line can.
    private const int LeastWidth = 140;

    /// <summary>Where tables are written.</summary>
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

    /// <summary>A table whose first column is of names and whose others are of numbers.</summary>
    public static Table Framed(params IReadOnlyList<string> columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (int i = 0; i < columns.Count; i++)
            table.AddColumn(new TableColumn(Markup.Escape(columns[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        return table;
    }

    /// <summary>A number by its shortest digits in a format.</summary>
    public static string Text(double value, FloatFormat format) => format == FloatFormat.Float32
        ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number of which the size matters: two digits.</summary>
    public static string Size(double value) => value.ToString("G2", CultureInfo.InvariantCulture);

    /// <summary>An element as people read it: dL_dz_out[0, 0], or the name alone for a scalar.</summary>
    public static string Element(string name, IReadOnlyList<int> index) => index.Count == 0 ? name : $"{name}[{string.Join(", ", index)}]";
}
