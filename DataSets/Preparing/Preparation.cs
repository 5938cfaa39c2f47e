using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataSets.Preparing;

/// <summary>How a table becomes inputs and labels: learned from training rows, stored with a model, and used again on new data.</summary>
/// <param name="Header">Whether the training file named its columns.</param>
/// <param name="Inputs">The columns that become inputs, in order.</param>
/// <param name="Target">The column that becomes labels.</param>
/// <param name="Missing">What becomes of missing values; what takes their place stands with each column.</param>
/// <param name="IgnoreUnseen">Whether a text that the training rows did not have counts as none of theirs, instead of being refused.</param>
/// <param name="RoundToFloat32">Whether prepared numbers are rounded to float32 whatever the training's dtype.</param>
public sealed record Preparation(bool Header, IReadOnlyList<PreparedColumn> Inputs, Target Target, MissingPolicy Missing, bool IgnoreUnseen, bool RoundToFloat32 = false)
{
    // Prepared rows that take more are prepared as they are read.
    private const long MostLoadedBytes = 256 << 20;

    private static readonly JsonSerializerOptions form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>The inputs of the network, by name, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> InputNames => [.. Inputs.SelectMany(column => column.InputNames)];

    /// <summary>Learns a preparation from training rows.</summary>
    /// <param name="selection">The columns, and what is wanted of them.</param>
    /// <param name="training_rows">The rows of its table to learn from; the others are not looked at.</param>
    /// <exception cref="InputException">A value is missing and not to be filled, a column cannot be standardised, or the rows have one class.</exception>
    public static Preparation Fit(Selection selection, IReadOnlyList<int> training_rows)
    {
        var (table, options) = (selection.Table, selection.Options);
        var cells = new double[table.Columns.Count];
        ColumnStatistics[] inputs = [.. selection.Inputs.Select(place => new ColumnStatistics(options.Missing == MissingPolicy.MostFrequent || table.Columns[place].Kind == ColumnKind.Text))];
        var target = new ColumnStatistics(selection.HasClasses);
        foreach (int row in training_rows)
        {
            table.Read(row, cells);
            target.Add(cells[selection.Target]);
            for (int i = 0; i < inputs.Length; i++)
            {
                double cell = cells[selection.Inputs[i]];
                if (double.IsNaN(cell) && options.Missing is MissingPolicy.Refuse or MissingPolicy.Drop)
                    throw RowPreparation.Missing(table, row, selection.Inputs[i]);
                inputs[i].Add(cell);
            }
        }

        double?[] fills = [.. selection.Inputs.Select((place, i) => Fill(table, table.Columns[place], inputs[i], options.Missing))];
        double[] means = [.. inputs.Select((statistics, i) => options.Standardize ? statistics.FilledMean(fills[i]) : 0)];
        if (options.Standardize)
            foreach (int row in training_rows)
            {
                table.Read(row, cells);
                for (int i = 0; i < inputs.Length; i++)
                    inputs[i].AddSquare(double.IsNaN(cells[selection.Inputs[i]]) ? fills[i] ?? 0 : cells[selection.Inputs[i]], means[i]);
            }

        return new(
            table.Header,
            [.. selection.Inputs.Select((place, i) => Prepared(table, table.Columns[place], inputs[i], fills[i], options.Standardize ? means[i] : null))],
            Labels(selection, target),
            options.Missing,
            options.IgnoreUnseen,
            options.RoundToFloat32);
    }

    /// <summary>Prepares rows of a table, of the training file or of another with the same columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows; all that can be used if not given.</param>
    /// <param name="with_labels">Whether the table has the target and labels are wanted.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <returns>The rows, in memory unless they take more than 256 MiB.</returns>
    /// <exception cref="InputException">
    /// A column is missing or of another kind, or a value is missing, was not seen in training or is beyond the type's numbers.
    /// </exception>
    public PreparedData<T> Apply<T>(Table table, IReadOnlyList<int>? rows = null, bool with_labels = true)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var source = new RowPreparation(this, table, with_labels);
        rows ??= Selection.RowsOf(table, Missing == MissingPolicy.Drop ? source.Places : []);
        return (Int128)rows.Count * InputNames.Count * Unsafe.SizeOf<T>() <= MostLoadedBytes ? new LoadedData<T>(source, rows) : new StreamedData<T>(source, rows);
    }

    /// <summary>How to read a file of new data, so that its columns hold what the training file's did.</summary>
    /// <param name="with_target">Whether the file has the target.</param>
    public Reading Reading(bool with_target)
    {
        Dictionary<bool, string[]> names = Inputs.Select(column => (column.Name, IsText: column is TextColumn))
            .Concat(with_target ? [(Target.Name, IsText: Target is ClassTarget { AreTexts: true })] : [])
            .GroupBy(column => column.IsText, column => column.Name).ToDictionary(group => group.Key, group => group.ToArray());
        return new(Header: Header, Texts: names.GetValueOrDefault(true), Numbers: names.GetValueOrDefault(false));
    }

    /// <summary>The preparation as JSON, ending in a line break; <see cref="FromJson"/> gives the same one.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, form) + "\n";

    /// <summary>Reads a preparation that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">The file that it comes from, for the message.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static Preparation FromJson(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<Preparation>(json, form) is { Inputs.Count: > 0 } read ? read : throw new JsonException("it has no inputs");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new InputException($"{name}: is no stored preparation of data ({error.Message.TrimEnd('.')}); name the file that was stored with the model.");
        }
    }

    private static double? Fill(Table table, Column column, ColumnStatistics statistics, MissingPolicy policy)
    {
        if (statistics.Present == 0)
            throw new InputException($"{table.Name}: column \"{column.Name}\" has no value in the training rows; leave it out.");
        return policy switch
        {
            MissingPolicy.Refuse or MissingPolicy.Drop => null,
            _ when column.Kind == ColumnKind.Text => statistics.MostFrequent(place => column.Texts[(int)place], StringComparer.Ordinal),
            MissingPolicy.Mean => statistics.Mean(),
            _ => statistics.MostFrequent(number => number, Comparer<double>.Default),
        };
    }

    private static string[] InOrder(Column column, ColumnStatistics statistics) =>
        [.. statistics.Values.Select(place => column.Texts[(int)place]).Order(StringComparer.Ordinal)];

    private static PreparedColumn Prepared(Table table, Column column, ColumnStatistics statistics, double? fill, double? mean)
    {
        if (column.Kind == ColumnKind.Text)
            return new TextColumn(column.Name, InOrder(column, statistics), fill is { } place ? column.Texts[(int)place] : null);
        if (mean is not { } standard)
            return new NumberColumn(column.Name, fill, 0, 1);
        double deviation = statistics.Deviation(fill)
            ?? throw new InputException($"{table.Name}: column \"{column.Name}\" cannot be standardised: squares of its numbers leave the range of 64 bits; scale it.");
        return new NumberColumn(column.Name, fill, standard, deviation);
    }

    private static Target Labels(Selection selection, ColumnStatistics statistics)
    {
        Column column = selection.Table.Columns[selection.Target];
        if (!selection.HasClasses)
            return new NumberTarget(column.Name, selection.Options.TargetDividedBy);
        bool are_texts = column.Kind == ColumnKind.Text;
        string[] classes = are_texts ? InOrder(column, statistics) : [.. statistics.Values.Order().Select(Numbers.Show)];
        return classes.Length > 1 ? new ClassTarget(column.Name, classes, are_texts)
            : throw new InputException($"{selection.Table.Name}: column \"{column.Name}\" has one class only ({classes[0]}) in the training rows; split so that every class is trained on (stratified).");
    }
}
