using System.Globalization;

namespace DataSets;

/// <summary>How columns are named and found.</summary>
internal static class ColumnNames
{
    // Pictures have a column for each of their points.
    private const int MostListed = 30;

    /// <summary>The name of a column without one.</summary>
    public static string OfPlace(int place) => string.Create(CultureInfo.InvariantCulture, $"column {place + 1}");

    /// <summary>The place of a column by its name or, where none is called so, its number from 1.</summary>
    /// <exception cref="InputException">There is no such column; the message lists those that there are.</exception>
    public static int Find(string source, IReadOnlyList<string> names, string column) =>
        !names.Contains(column) && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= names.Count
            ? number - 1
            : PlaceOf(source, names, column);

    /// <summary>The place of a column by its name.</summary>
    /// <exception cref="InputException">There is no such column; the message lists those that there are.</exception>
    public static int PlaceOf(string source, IReadOnlyList<string> names, string column)
    {
        for (int place = 0; place < names.Count; place++)
            if (names[place] == column)
                return place;
        throw new InputException($"{source}: there is no column \"{column}\"; there are {Listed(names)}.");
    }

    /// <summary>Refuses two columns of one name.</summary>
    /// <exception cref="InputException">There are two.</exception>
    public static void CheckDifferent(string source, IReadOnlyList<string> names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int place = 0; place < names.Count; place++)
            if (!seen.TryAdd(names[place], place))
                throw new InputException($"{source}: columns {seen[names[place]] + 1} and {place + 1} are both called \"{names[place]}\"; give each column a name of its own.");
    }

    /// <summary>Names as a message lists them, not all of very many.</summary>
    public static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostListed)) + (names.Count > MostListed ? $", … ({names.Count} in all)" : "");
}
