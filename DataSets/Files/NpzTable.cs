using Ledger.Files;
using Ledger.Traces;

namespace DataSets.Files;

/// <summary>Inputs and labels that NumPy saved (numpy.savez) as a table.</summary>
internal static class NpzTable
{
    private const string UsualLabels = "y";

    public static Table Open(string path, TableOptions options) => SourceFile.Use(path, file =>
    {
        try
        {
            using var arrays = new NpzArrays(path, file);
            return Read(path, arrays, options.InputsArray, options.LabelsArray ?? (arrays.Names.Contains(UsualLabels) ? UsualLabels : null));
        }
        catch (TraceFileException error)
        {
            throw new InputException(error.Message);
        }
    });

    private static Table Read(string path, NpzArrays arrays, string inputs_name, string? labels_name)
    {
        NumberArray inputs = arrays.Numbers(Known(path, arrays, inputs_name));
        if (inputs.Shape.Count < 2 || inputs.Values.Length == 0)
            throw new InputException($"{path}: {inputs_name}: has shape {NumberArray.Describe(inputs.Shape)}, where (rows, columns) with at least one of each is needed; reshape it.");
        CheckFinite(path, inputs_name, inputs);
        int rows = inputs.Shape[0], columns = inputs.Values.Length / rows;
        List<Column> named = [.. Enumerable.Range(0, columns).Select(place => Column.OfNumbers($"{inputs_name}_{place}"))];
        double[]? labels = null;
        if (labels_name is not null)
        {
            (Column column, labels) = Labels(path, arrays, Known(path, arrays, labels_name), rows);
            named.Add(column);
        }
        return new(path, named, new ArrayRows<double>(inputs.Values, columns, labels, "row"));
    }

    private static string Known(string path, NpzArrays arrays, string name) => arrays.Names.Contains(name)
        ? name
        : throw new InputException($"{path}: there is no array \"{name}\"; there are {string.Join(", ", arrays.Names)}.");

    private static (Column Column, double[] Labels) Labels(string path, NpzArrays arrays, string name, int rows)
    {
        IReadOnlyList<int> shape = arrays.Shape(name);
        if (shape is not ([_] or [_, 1]) || shape[0] != rows)
            throw new InputException($"{path}: {name}: has shape {NumberArray.Describe(shape)}, where ({rows},) is needed, a label for each row of inputs; reshape it, or name the array that belongs to them.");
        if (!arrays.IsText(name))
        {
            NumberArray numbers = arrays.Numbers(name);
            CheckFinite(path, name, numbers);
            return (Column.OfNumbers(name), numbers.Values);
        }
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        double[] labels = Array.ConvertAll(arrays.Texts(name), text => (double)(places.TryAdd(text, places.Count) ? places.Count - 1 : places[text]));
        return (new(name, ColumnKind.Text, [.. places.Keys]), labels);
    }

    private static void CheckFinite(string path, string name, NumberArray array)
    {
        if (Array.FindIndex(array.Values, double.IsInfinity) is int place and >= 0)
        {
            int columns = array.Values.Length / array.Shape[0];
            throw new InputException($"{path}: {name}: row {place / columns + 1}, column {place % columns + 1} is infinite; correct it, or make it NaN as missing.");
        }
    }
}
