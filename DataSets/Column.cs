namespace DataSets;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, unlike every other column's.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Texts">The different texts of a column of texts, in order of first appearance; a cell holds its text's place among them.</param>
public sealed record Column(string Name, ColumnKind Kind, IReadOnlyList<string> Texts)
{
    /// <summary>A column of numbers.</summary>
    public static Column OfNumbers(string name) => new(name, ColumnKind.Number, []);

    /// <summary>What a cell shows: the number, the text, or that it is missing.</summary>
    public string Show(double cell) =>
        double.IsNaN(cell) ? "missing" : Kind == ColumnKind.Text ? $"\"{Texts[(int)cell]}\"" : Numbers.Show(cell);
}
