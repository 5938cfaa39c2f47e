namespace DataSets.Preparing;

/// <summary>What of a table is learned: its target, its inputs, and the rows that can be used.</summary>
public sealed class Selection
{
    /// <summary>The most different whole numbers that are taken for classes without being told so.</summary>
    public const int FewClasses = 20;

    private const int MostClasses = 10_000;

    /// <summary>Chooses columns and rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">What is wanted of it.</param>
    /// <exception cref="InputException">There is no such column, the target is an input too, holds one value only or has a missing one, or no row is left.</exception>
    public Selection(Table table, PreparationOptions options)
    {
        (Table, Options) = (table, options);
        Target = table.Find(options.Target);
        int[] left_out = [.. options.LeftOut.Select(table.Find)];
        Inputs = options.Inputs is null
            ? [.. Enumerable.Range(0, table.Columns.Count).Where(place => place != Target && !left_out.Contains(place))]
            : [.. options.Inputs.Select(table.Find).Except(left_out)];
        if (Inputs.Contains(Target))
            throw new InputException($"{table.Name}: column \"{Name(Target)}\" is the target and an input too; a network would only copy it.");
        if (Inputs.Count == 0)
            throw new InputException($"{table.Name}: no column is left to predict \"{Name(Target)}\" from.");
        foreach (int place in Inputs.Append(Target))
            if (table.Columns[place].Kind == ColumnKind.FreeText)
                throw new InputException($"{table.Name}: column \"{Name(place)}\" holds more different texts than a network can take apart; leave it out.");
        if (!double.IsFinite(options.TargetDividedBy) || options.TargetDividedBy == 0)
            throw new InputException($"{table.Name}: column \"{Name(Target)}\" cannot be divided by {Numbers.Show(options.TargetDividedBy)}.");
        Rows = RowsOf(table, options.Missing == MissingPolicy.Drop ? [.. Inputs, Target] : []);
        HasClasses = FindClasses();
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>What is wanted of it.</summary>
    public PreparationOptions Options { get; }

    /// <summary>The target's place among the columns.</summary>
    public int Target { get; }

    /// <summary>The inputs' places among the columns.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>The rows that can be used, in the table's order.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Whether the target is classes, not a number.</summary>
    public bool HasClasses { get; }

    /// <summary>The rows of a table that lack no value in some columns.</summary>
    /// <exception cref="InputException">There is none.</exception>
    internal static IReadOnlyList<int> RowsOf(Table table, IReadOnlyList<int> needed)
    {
        var rows = new List<int>(table.Rows);
        var cells = new double[table.Columns.Count];
        for (int row = 0; row < table.Rows; row++)
        {
            if (needed.Count > 0)
                table.Read(row, cells);
            bool is_whole = true;
            foreach (int place in needed)
                is_whole &= !double.IsNaN(cells[place]);
            if (is_whole)
                rows.Add(row);
        }
        return rows.Count > 0 ? rows : throw new InputException($"{table.Name}: every row lacks a value, so that none is left; keep them by filling missing values, or leave columns out.");
    }

    private bool FindClasses()
    {
        Column column = Table.Columns[Target];
        if (column.Kind == ColumnKind.Text && Options.TargetKind == TargetKind.Number)
            throw new InputException($"{Table.Place(Rows[0])}, column \"{column.Name}\": the target holds texts, where numbers are needed; let it be classes.");
        var different = new HashSet<double>();
        bool are_whole = true;
        var cells = new double[Table.Columns.Count];
        foreach (int row in Rows)
        {
            Table.Read(row, cells);
            double label = cells[Target];
            if (double.IsNaN(label))
                throw new InputException($"{Table.Place(row)}, column \"{column.Name}\": the target is missing; correct it, or drop rows with missing values.");
            are_whole &= double.IsInteger(label);
            if (different.Count <= MostClasses)
                different.Add(label);
        }
        if (different.Count == 1)
            throw new InputException($"{Table.Name}: column \"{column.Name}\" is {column.Show(different.Single())} in every row; there is nothing to learn from one class.");
        if (Options.TargetKind == TargetKind.Classes && different.Count > MostClasses)
            throw new InputException($"{Table.Name}: column \"{column.Name}\" has more than {MostClasses} classes; let the target be a number.");
        return Options.TargetKind switch
        {
            TargetKind.Auto => column.Kind == ColumnKind.Text || are_whole && different.Count <= FewClasses,
            TargetKind.Classes => true,
            _ => false,
        };
    }

    private string Name(int place) => Table.Columns[place].Name;
}
