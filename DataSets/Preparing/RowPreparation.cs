using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace DataSets.Preparing;

/// <summary>A preparation bound to a table: it knows where the table has each column, and how its texts are numbered there.</summary>
internal sealed class RowPreparation
{
    private readonly Table table;
    private readonly Source[] sources;
    private readonly int target = -1;
    // From a target's cell to its label; a number has none and is divided.
    private readonly Dictionary<double, double>? labels;

    /// <param name="preparation">The preparation.</param>
    /// <param name="table">The table, which has its columns by name.</param>
    /// <param name="with_labels">Whether labels are wanted.</param>
    /// <exception cref="InputException">A column is missing, or is of another kind.</exception>
    public RowPreparation(Preparation preparation, Table table, bool with_labels)
    {
        (this.table, Preparation, HasLabels) = (table, preparation, with_labels);
        sources = [.. preparation.Inputs.Select(Bind)];
        Places = [.. sources.Select(source => source.Place)];
        if (!with_labels)
            return;
        target = PlaceOf(preparation.Target.Name, preparation.Target is ClassTarget { AreTexts: true });
        Places = [.. Places, target];
        if (preparation.Target is ClassTarget classes)
            labels = classes.AreTexts
                ? PlacesOf(classes.Classes, table.Columns[target]).Select((place, cell) => (place, cell)).Where(pair => pair.place >= 0).ToDictionary(pair => (double)pair.cell, pair => (double)pair.place)
                : classes.Classes.Select((text, place) => (text, place)).ToDictionary(pair => double.Parse(pair.text, CultureInfo.InvariantCulture), pair => (double)pair.place);
    }

    // Positions: from a text's place in this table to its input, -1 for a text that training did not have.
    private sealed record Source(PreparedColumn Column, int Place, int[] Positions);

    /// <summary>The preparation.</summary>
    public Preparation Preparation { get; }

    /// <summary>Whether there are labels.</summary>
    public bool HasLabels { get; }

    /// <summary>The places of the table's columns that are read.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Prepares rows of the table.</summary>
    /// <exception cref="InputException">A value is missing, was not seen in training, or is beyond the type's numbers.</exception>
    public void Prepare<T>(ReadOnlySpan<int> rows, Span<T> inputs, Span<T> prepared_labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int width = table.Columns.Count;
        double[] rented = ArrayPool<double>.Shared.Rent(width);
        try
        {
            Span<double> cells = rented.AsSpan(0, width);
            for (int i = 0; i < rows.Length; i++)
            {
                table.Read(rows[i], cells);
                foreach (Source source in sources)
                    inputs = source.Column switch
                    {
                        NumberColumn column => Number(column, rows[i], source.Place, cells[source.Place], inputs),
                        TextColumn column => Text(column, source, rows[i], cells[source.Place], inputs),
                        _ => throw new InvalidOperationException($"A column is prepared as {source.Column.GetType().Name}, which nobody knows."),
                    };
                if (HasLabels)
                    prepared_labels[i] = Finite<T>(Label(rows[i], cells[target]), rows[i], target, cells[target]);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private Span<T> Number<T>(NumberColumn column, int row, int place, double cell, Span<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double number = double.IsNaN(cell) ? column.Fill ?? throw Missing(table, row, place) : cell;
        inputs[0] = column.Deviation == 0 ? T.Zero : Finite<T>((number - column.Mean) / column.Deviation, row, place, cell);
        return inputs[1..];
    }

    private Span<T> Text<T>(TextColumn column, Source source, int row, double cell, Span<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int position = !double.IsNaN(cell) ? source.Positions[(int)cell]
            : column.Fill is null ? throw Missing(table, row, source.Place)
            : source.Positions[^1];
        if (position < 0 && !Preparation.IgnoreUnseen)
            throw Bad(row, source.Place, cell, $"was not in the training rows, which have {ColumnNames.Listed(column.Texts)}; correct it, or let texts that are new count as none of them");
        inputs[..column.Texts.Count].Clear();
        if (position >= 0)
            inputs[position] = T.One;
        return inputs[column.Texts.Count..];
    }

    private double Label(int row, double cell)
    {
        if (double.IsNaN(cell))
            throw Missing(table, row, target);
        if (labels is null)
            return cell / ((NumberTarget)Preparation.Target).DividedBy;
        return labels.TryGetValue(cell, out double label) ? label
            : throw Bad(row, target, cell, $"is no class of the training rows, which have {ColumnNames.Listed(((ClassTarget)Preparation.Target).Classes)}; correct it, or split so that every class is trained on (stratified)");
    }

    private T Finite<T>(double number, int row, int place, double cell)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var prepared = T.CreateTruncating(Preparation.RoundToFloat32 ? (float)number : number);
        return T.IsFinite(prepared) ? prepared : throw Bad(row, place, cell, $"is beyond the numbers of {(typeof(T) == typeof(float) ? "float32; train in float64, or scale the column" : "float64; scale the column")}");
    }

    private InputException Bad(int row, int place, double cell, string what) =>
        new($"{table.Place(row)}, column \"{table.Columns[place].Name}\": {table.Columns[place].Show(cell)} {what}.");

    /// <summary>A value that is missing where one is needed.</summary>
    public static InputException Missing(Table table, int row, int place) => new(
        $"{table.Place(row)}, column \"{table.Columns[place].Name}\": the value is missing; fill it in, or choose what becomes of missing values (drop their rows, or take the mean or the most frequent value).");

    private Source Bind(PreparedColumn column)
    {
        int place = PlaceOf(column.Name, column is TextColumn);
        return new(column, place, column is TextColumn text ? [.. PlacesOf(text.Texts, table.Columns[place]), text.Fill is null ? -1 : text.Texts.ToList().IndexOf(text.Fill)] : []);
    }

    private int PlaceOf(string name, bool is_text)
    {
        int place = table.PlaceOf(name);
        ColumnKind kind = table.Columns[place].Kind;
        ColumnKind needed = is_text ? ColumnKind.Text : ColumnKind.Number;
        return kind == needed ? place : throw new InputException($"{table.Name}: column \"{name}\" holds {Shown(kind)}, where the training rows have {Shown(needed)}; read it as the training data were read.");
    }

    // Where each of a table's texts stands among others; -1 where it does not.
    private static int[] PlacesOf(IReadOnlyList<string> others, Column column)
    {
        Dictionary<string, int> places = others.Select((text, place) => (text, place)).ToDictionary(pair => pair.text, pair => pair.place, StringComparer.Ordinal);
        return [.. column.Texts.Select(text => places.GetValueOrDefault(text, -1))];
    }

    private static string Shown(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => "numbers",
        ColumnKind.Text => "texts",
        _ => "more different texts than are kept",
    };
}
