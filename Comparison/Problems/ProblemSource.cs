using System.Globalization;
using System.Text;
using System.Text.Json;
using DataSets;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;
using Scratch;

namespace Comparison.Problems;

/// <summary>What a user may ask for instead of what the document or a file says; null means not asked for.</summary>
/// <param name="Format">The dtype.</param>
/// <param name="Label">The document's y_true.</param>
/// <param name="Epochs">Passes over the rows.</param>
/// <param name="LearningRate">Step size.</param>
/// <param name="IsStable">Whether Scratch is to compute a cross-entropy from the logits.</param>
public sealed record Wishes(FloatFormat? Format = null, double? Label = null, int? Epochs = null, double? LearningRate = null, bool IsStable = false);

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
        Parameters<double> start = Scratch.Document.Start<double>();
        CheckLength(epochs, rows: 1, batch_size: 1, Network.Document(start.HiddenWeights.GetLength(0), start.HiddenBias.Length));
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
            IsStable = wishes.IsStable,
        };
    }

    /// <summary>A problem file: a network of the document's kind in the form of the recorded random networks, or dense layers of any depth; fields that neither has are ignored.</summary>
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
        var fields = new NetworkFields(numbers, root);
        Network network = fields.ReadNetwork(inputs.Columns);
        NumberArray labels = LabelField.Read(unrounded, root, network, inputs.Rows, format);
        Dictionary<string, NumberArray> start = fields.ReadStart(network);

        int batch_size = numbers.Count(numbers.Field(root, "batch_size"), "batch_size");
        int epochs = wishes.Epochs ?? numbers.Count(numbers.Field(root, "epochs"), "epochs");
        CheckLength(epochs, inputs.Rows, batch_size, network);
        double rate = wishes.LearningRate ?? fields.ReadLearningRate();
        return new()
        {
            Format = format,
            Network = network,
            Inputs = inputs,
            Labels = labels,
            Start = start,
            LearningRate = Rate(rate, format, wishes.LearningRate is null ? $"{file}: learning_rate" : "--learning-rate"),
            BatchSize = batch_size,
            Epochs = epochs,
            IsStable = wishes.IsStable,
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
        CheckLength(epochs, witness.Inputs.Rows, witness.BatchSize, witness.Network);
        return new()
        {
            Format = format,
            Inputs = witness.Inputs,
            Labels = witness.Labels,
            Start = witness.Start,
            LearningRate = Rate(wishes.LearningRate ?? (format == FloatFormat.Float32 ? (float)witness.LearningRate : witness.LearningRate), format, "--learning-rate"),
            BatchSize = witness.BatchSize,
            Epochs = epochs,
            IsStable = wishes.IsStable,
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
    private static void CheckLength(int epochs, int rows, int batch_size, Network network)
    {
        double steps = epochs * (1.0 + (rows - 1) / batch_size);
        double of_a_step = network.Quantities.Where(quantity => !quantity.Lengths.Contains(Quantity.Batch)).Sum(Size);
        double of_a_row = network.Quantities.Where(quantity => quantity.Lengths.Contains(Quantity.Batch)).Sum(Size);
        double numbers = 2 * (steps * of_a_step + (double)epochs * rows * of_a_row);
        if (steps > int.MaxValue / 2 || numbers > MostNumbers)
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"This training would record about {numbers:G2} numbers, more than the {MostNumbers:G2} that are kept; ask for fewer epochs (now {epochs})."));

        static double Size(Quantity quantity) => quantity.Lengths.Aggregate(1.0, (product, length) => product * (length ?? 1));
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
