using System.Globalization;
using System.Numerics;
using System.Text;
using KerasVersion;

const string Usage = """
    Trains the document's network with TensorFlow.NET's Keras API, five epochs, and prints the model, the losses and the weights.

    Usage: dotnet run -c Release --project KerasVersion [-- [--y-true LABEL] [--dtype float32|float64]]

      --y-true LABEL           the label of the one sample, in [0, 1]; 1 unless given, since the document never defines it
      --dtype float32|float64  dtype of the training; float32 unless given, Keras's own
      -h, --help               this text
    """;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
double y_true = Document.DefaultLabel;
bool float64 = false;
for (int i = 0; i < args.Length; i++)
{
    string? value = i + 1 < args.Length ? args[i + 1] : null;
    switch (args[i])
    {
        case "-h" or "--help" or "-?":
            Console.WriteLine(Usage);
            return 0;
        case "--y-true" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out y_true) && y_true is >= 0 and <= 1:
            i++;
            break;
        case "--y-true":
            return WrongUse($"--y-true: '{value}' is not a number in [0, 1].");
        case "--dtype" when value is "float32" or "float64":
            float64 = value == "float64";
            i++;
            break;
        case "--dtype":
            return WrongUse($"--dtype: '{value}' is not float32 or float64.");
        default:
            return WrongUse($"'{args[i]}' is not understood; --help tells what is.");
    }
}

if (float64 && !Engine.Current.HasFloat64)
    return WrongUse($"float64 is not supported by this engine ({Engine.Current}); use --dtype float32.");
return float64 ? Train<double>(y_true) : Train<float>(y_true);

static int Train<T>(double y_true) where T : unmanaged, IFloatingPointIeee754<T>
{
    Console.WriteLine(Engine.Current.Announcement);
    var model = new DocumentModel<T>(Document.Start<T>(), Document.LearningRate);
    model.Summary();
    Console.WriteLine($"y_true = {Text(y_true)} (the document never defines it; --y-true changes it)");
    double[] losses = model.Fit(Document.X<T>(), new[,] { { T.CreateChecked(y_true) } }, batch_size: 1, Document.Epochs);
    for (int epoch = 0; epoch < losses.Length; epoch++)
        Console.WriteLine($"Epoch {epoch + 1}, loss: {Text(T.CreateChecked(losses[epoch]))}");

    Parameters<T> final = model.Parameters;
    Print("hidden weights", final.HiddenWeights.Cast<T>(), final.HiddenWeights.GetLength(1));
    Print("hidden biases", final.HiddenBias, final.HiddenBias.Length);
    Print("output weights", final.OutputWeights.Cast<T>(), 1);
    Print("output bias", final.OutputBias, 1);
    return 0;
}

static void Print<T>(string name, IEnumerable<T> values, int columns) where T : IFormattable
{
    Console.WriteLine($"Final {name}:");
    foreach (T[] row in values.Chunk(columns))
        Console.WriteLine($"  {string.Join("  ", row.Select(value => Text(value)))}");
}

static string Text(IFormattable value) => value.ToString("R", CultureInfo.InvariantCulture);

static int WrongUse(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
