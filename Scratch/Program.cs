using System.Globalization;
using Scratch;

const string Usage = """
    Trains the document's network by hand, five epochs in float64, and prints what the document prints.

    Usage: dotnet run -c Release --project Scratch [-- --y-true LABEL]

      --y-true LABEL  the label of the one sample, in [0, 1]; 1 unless given, since the document never defines it
      -h, --help      this text
    """;

double y_true = Document.DefaultLabel;
switch (args)
{
    case []:
        break;
    case ["-h" or "--help" or "-?"]:
        Console.WriteLine(Usage);
        return 0;
    case ["--y-true", var text] when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out y_true) && y_true is >= 0 and <= 1:
        break;
    case ["--y-true", ..]:
        Console.Error.WriteLine($"--y-true: '{string.Join(' ', args[1..])}' is not one number in [0, 1].");
        return 2;
    default:
        Console.Error.WriteLine($"'{string.Join(' ', args)}' is not understood; --help tells what is.");
        return 2;
}

var network = new DocumentNetwork<double>(Document.Start<double>(), Document.LearningRate);
Console.WriteLine($"y_true = {NumpyText.Scalar(y_true)} (the document never defines it; --y-true changes it)");
for (int epoch = 1; epoch <= Document.Epochs; epoch++)
{
    Step<double> step = network.Train(Document.X, [y_true]);
    Console.WriteLine($"Epoch {epoch}, loss: {NumpyText.Scalar(step.Loss)}");
}

var (hidden_weights, hidden_bias, output_weights, output_bias) = network.Parameters;
Console.WriteLine($"Final hidden weights:\n{NumpyText.Array(hidden_weights)}");
Console.WriteLine($"Final hidden biases:\n{NumpyText.Array(hidden_bias)}");
Console.WriteLine($"Final output weights:\n{NumpyText.Array(output_weights)}");
Console.WriteLine($"Final output bias:\n{NumpyText.Scalar(output_bias)}");
return 0;
