namespace DataSets;

/// <summary>How a file of text is read as a table. It is stored with a model, so that new data are read in the same way.</summary>
/// <param name="Delimiter">What stands between cells: one ASCII character; found out if not given.</param>
/// <param name="Header">
/// Whether the first row names the columns. If not given, it does when it has no number, or when below one of its texts stands a
/// number. Without a header the columns are called column 1, column 2, …
/// </param>
/// <param name="Texts">Columns, by name or number, that hold texts though their first cell looks like a number.</param>
/// <param name="Numbers">Columns, by name or number, that hold numbers, so that a first cell of text is refused.</param>
public sealed record Reading(char? Delimiter = null, bool? Header = null, IReadOnlyList<string>? Texts = null, IReadOnlyList<string>? Numbers = null);
