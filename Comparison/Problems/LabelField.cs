using System.Globalization;
using System.Text.Json;
using DataSets;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Problems;

/// <summary>The labels of a problem file, as its loss asks for them.</summary>
internal static class LabelField
{
    /// <summary>Reads the labels, and rounds them.</summary>
    /// <param name="unrounded">Reads the file's numbers as they stand: rounding could bring a label back into its range.</param>
    /// <param name="root">The file.</param>
    /// <param name="network">Whose outputs they are labels of.</param>
    /// <param name="rows">How many samples there are.</param>
    /// <param name="format">The dtype to round to.</param>
    /// <exception cref="InputException">They cannot be used.</exception>
    public static NumberArray Read(ProblemNumbers unrounded, JsonElement root, Network network, int rows, FloatFormat format)
    {
        NumberArray labels = unrounded.Array(unrounded.Field(root, "labels"), "labels", rows, network.LabelColumns);
        for (int i = 0; i < labels.Values.Length; i++)
            if (Objection(labels.Values[i], network) is { } objection)
                throw unrounded.Bad(Place(labels, i), $"{Text(labels.Values[i])} {objection}");
        labels = labels with { Values = Array.ConvertAll(labels.Values, format.Nearest) };
        if (network.Loss == LossFunction.CategoricalCrossentropy)
            CheckSums(unrounded, labels, format);
        return labels;
    }

    private static string? Objection(double label, Network network) => network.Loss switch
    {
        LossFunction.MeanSquaredError => null,
        LossFunction.SparseCategoricalCrossentropy => double.IsInteger(label) && label >= 0 && label < network.Layers[^1].Units
            ? null
            : $"is the number of no class; the last layer has classes 0 to {network.Layers[^1].Units - 1}",
        _ => label is >= 0 and <= 1 ? null : "lies outside [0, 1]",
    };

    // Each label has its own rounding.
    private static void CheckSums(ProblemNumbers numbers, NumberArray labels, FloatFormat format)
    {
        for (int row = 0; row < labels.Rows; row++)
        {
            double sum = labels.Values.AsSpan(row * labels.Columns, labels.Columns).ToArray().Sum();
            if (Math.Abs(sum - 1) > labels.Columns * format.UnitRoundoff)
                throw numbers.Bad($"labels[{row}]", $"sums to {Text(sum)}; the labels of a row must sum to 1");
        }
    }

    private static string Place(NumberArray labels, int position) =>
        labels.Columns == 1 ? $"labels[{position}]" : $"labels[{position / labels.Columns}][{position % labels.Columns}]";

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
