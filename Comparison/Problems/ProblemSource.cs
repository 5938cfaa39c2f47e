using System.Globalization;
using System.Text;
using System.Text.Json;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;
using Scratch;

namespace Comparison.Problems;

/// <summary>What a user may ask for instead of what the document or a file says; null means not asked for.</summary>
/// <param name="Format">The dtype.</param>
/// <param name="Label">The document's y_true.</param>
/// <param name="Epochs">Passes over the rows.</param>
/// <param name="LearningRate">Step size of gradient descent.</param>
public sealed record Wishes(FloatFormat? Format = null, double? Label = null, int? Epochs = null, double? LearningRate = null);

/// <summary>Where problems come from. Both sources check everything that a training needs.</summary>
public static class ProblemSource
{
    private const double MostNumbers = 5e8;

    /// <summary>The document's network on its one sample.</summary>
    /// <exception cref="InputException">A wish cannot be fulfilled.</exception>
    public static Problem Document(Wishes wishes)
    {
        FloatFormat format = wishes.Format ?? FloatFormat.Float32;
        double label = wishes.Label ?? Scratch.Document.DefaultLabel;
        int epochs = wishes.Epochs ?? Scratch.Document.Epochs;
        CheckLength(epochs, rows: 1, batch_size: 1, inputs: 3, hidden: 4);
        Parameters<double> start = Scratch.Document.Start<double>();
        return new()
        {
            Format = format,
            Inputs = Rounded(format, Scratch.Document.X),
            Labels = new([1, 1], [format.Nearest(label)]),
            Start = new Dictionary<string, NumberArray>
            {
                ["hidden_weights"] = Rounded(format, start.HiddenWeights),
                ["hidden_bias"] = Rounded(format, start.HiddenBias),
                ["output_weights"] = new([start.OutputWeights.Length, 1], Rounded(format, start.OutputWeights).Values),
                ["output_bias"] = new([1], [format.Nearest(start.OutputBias)]),
            },
            LearningRate = Rate(wishes.LearningRate ?? Scratch.Document.LearningRate, format, "--learning-rate"),
            BatchSize = 1,
            Epochs = epochs,
            DocumentLabel = label,
        };
    }

    /// <summary>A problem file: one case in the form of the recorded random networks; fields that it does not name are ignored.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="wishes">What beats the file.</param>
    /// <exception cref="InputException">The file cannot be read or used.</exception>
    public static Problem File(string file, Wishes wishes)
    {
        if (wishes.Label is not null)
            throw new InputException("--y-true belongs to the document's network; a problem file has its own labels. Leave one of the two out.");
        using JsonDocument document = Parse(file);
        JsonElement root = document.RootElement;

        var unrounded = new ProblemNumbers(file, FloatFormat.Float64);
        FloatFormat format = wishes.Format ?? Dtype(unrounded.Field(root, "dtype"), unrounded);
        var numbers = new ProblemNumbers(file, format);
        NumberArray inputs = numbers.Matrix(numbers.Field(root, "inputs"), "inputs");
        // Checked as they stand: rounding could bring a label back into [0, 1].
        NumberArray labels = unrounded.Array(unrounded.Field(root, "labels"), "labels", inputs.Rows, 1);
        for (int row = 0; row < labels.Rows; row++)
            if (labels.Values[row] is < 0 or > 1)
                throw numbers.Bad($"labels[{row}]", $"{labels.Values[row].ToString("R", CultureInfo.InvariantCulture)} lies outside [0, 1]");
        labels = labels with { Values = Array.ConvertAll(labels.Values, format.Nearest) };

        JsonElement start = numbers.Field(root, "start");
        NumberArray hidden_weights = numbers.Matrix(numbers.Field(start, "start.hidden_weights"), "start.hidden_weights");
        if (hidden_weights.Rows != inputs.Columns)
            throw numbers.Bad("start.hidden_weights",
                $"expected {inputs.Columns} rows, one for each column of inputs, got shape {NumberArray.Describe(hidden_weights.Shape)}");
        var parameters = new Dictionary<string, NumberArray> { ["hidden_weights"] = hidden_weights };
        foreach (Quantity parameter in Network.Document(inputs.Columns, hidden_weights.Columns).Parameters.Skip(1))
        {
            string path = $"start.{parameter.Name}";
            parameters[parameter.Name] = numbers.Array(numbers.Field(start, path), path, parameter.Shape(inputs.Rows));
        }

        int batch_size = numbers.Count(numbers.Field(root, "batch_size"), "batch_size");
        int epochs = wishes.Epochs ?? numbers.Count(numbers.Field(root, "epochs"), "epochs");
        CheckLength(epochs, inputs.Rows, batch_size, inputs.Columns, hidden_weights.Columns);
        double rate = wishes.LearningRate ?? numbers.Plain(numbers.Field(root, "learning_rate"), "learning_rate");
        return new()
        {
            Format = format,
            Inputs = inputs,
            Labels = labels,
            Start = parameters,
            LearningRate = Rate(rate, format, wishes.LearningRate is null ? $"{file}: learning_rate" : "--learning-rate"),
            BatchSize = batch_size,
            Epochs = epochs,
        };
    }

    /// <summary>The network on which every known mistake is visible that can be in one run.</summary>
    /// <exception cref="InputException">A wish cannot be fulfilled.</exception>
    public static Problem Witness(Wishes wishes)
    {
        if (wishes.Label is not null)
            throw new InputException("--y-true belongs to the document's network; the witness network has its own labels. Leave one of the two out.");
        FloatFormat format = wishes.Format ?? FloatFormat.Float32;
        Trace witness = Ledger.Mistakes.Witness.Common(format);
        int epochs = wishes.Epochs ?? witness.Steps.Sum(step => step.Rows.Count) / witness.Inputs.Rows;
        CheckLength(epochs, witness.Inputs.Rows, witness.BatchSize, witness.Inputs.Columns, witness.Start["hidden_bias"].Columns);
        return new()
        {
            Format = format,
            Inputs = witness.Inputs,
            Labels = witness.Labels,
            Start = witness.Start,
            LearningRate = Rate(wishes.LearningRate ?? (format == FloatFormat.Float32 ? (float)witness.LearningRate : witness.LearningRate), format, "--learning-rate"),
            BatchSize = witness.BatchSize,
            Epochs = epochs,
        };
    }

    /// <summary>float32 or float64 by its name; null for any other.</summary>
    public static FloatFormat? Dtype(string? name) => name switch
    {
        "float32" => FloatFormat.Float32,
        "float64" => FloatFormat.Float64,
        _ => null,
    };

    private static FloatFormat Dtype(JsonElement value, ProblemNumbers numbers) =>
        Dtype(numbers.Text(value, "dtype")) ?? throw numbers.Bad("dtype", $"{value.GetRawText()} is not known; it must be \"float32\" or \"float64\"");

    // Every number of both sides is kept until it has been judged.
    private static void CheckLength(int epochs, int rows, int batch_size, int inputs, int hidden)
    {
        double steps = epochs * (1.0 + (rows - 1) / batch_size);
        double numbers = 2 * (steps * 2 * (hidden + 1.0) * (inputs + 2) + 5.0 * epochs * rows * (hidden + 1));
        if (steps > int.MaxValue / 2 || numbers > MostNumbers)
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"This training would record about {numbers:G2} numbers, more than the {MostNumbers:G2} that are kept; ask for fewer epochs (now {epochs})."));
    }

    private static LearningRate Rate(double rate, FloatFormat format, string place)
    {
        // The framework's API carries a float, so a rate must be a positive finite one there too.
        if (!(rate > 0) || !((float)rate > 0) || !float.IsFinite((float)rate))
            throw new InputException($"{place}: {rate.ToString("R", CultureInfo.InvariantCulture)} is not a positive number that a float can hold.");
        return LearningRate.For(rate, format);
    }

    private static NumberArray Rounded(FloatFormat format, double[] values) => new([values.Length], Array.ConvertAll(values, format.Nearest));

    private static NumberArray Rounded(FloatFormat format, double[,] values) =>
        new([values.GetLength(0), values.GetLength(1)], [.. values.Cast<double>().Select(format.Nearest)]);

    private static JsonDocument Parse(string file)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(file))
                throw new InputException("--problem needs the name of a file.");
            byte[] text = System.IO.File.ReadAllBytes(file);
            try
            {
                return JsonDocument.Parse(text.AsMemory().TrimStart(Encoding.UTF8.Preamble));
            }
            catch (JsonException error)
            {
                throw new InputException(BareNumber.Find(text, error) is { } found
                    ? $"{file}: {found.Field}: is {found.Text}; a training starts from finite numbers."
                    : $"{file}: not valid JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{file}: there is no such problem file.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{file}: the problem file cannot be read ({error.Message.TrimEnd('.')}).");
        }
    }
}
