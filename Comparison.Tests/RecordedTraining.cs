using System.Globalization;
using System.Text.Json;
using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Tests;

/// <summary>A recorded training of Python Keras as a problem, with where it ended.</summary>
/// <param name="Problem">What was trained.</param>
/// <param name="Order">The order in which every epoch took the rows; as they stand where there is none.</param>
/// <param name="Expected">The losses ("losses"), the parameters by name, and the predictions ("predictions") where they were recorded.</param>
internal sealed record RecordedTraining(Problem Problem, IReadOnlyList<int>? Order, IReadOnlyDictionary<string, double[]> Expected)
{
    private static readonly string[] Arrays = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];

    public const string NetworkFile = "random_networks.json", OptimizerFile = "optimizers.json", TableFile = "datasets.json";

    /// <summary>A case of one of the files.</summary>
    public static RecordedTraining Of(string file, JsonElement run) => file switch
    {
        NetworkFile => OfNetwork(run),
        OptimizerFile => OfOptimizer(run),
        _ => OfTable(run),
    };

    /// <summary>Why a case of one of the files is not compared; null for one that is.</summary>
    public static string? PassedOver(string file, JsonElement run) => file switch
    {
        OptimizerFile when OptimizerOf(run) is null => $"the model has no {run.Text("optimizer")}",
        TableFile when run.Text("optimizer") is not ("SGD" or "Adam") => $"the model has no {run.Text("optimizer")}",
        _ => null,
    };

    private static RecordedTraining OfNetwork(JsonElement network) =>
        new(RecordedProblem.OfNetwork(network), null, new Dictionary<string, double[]>(After(network)) { ["predictions"] = network.Numbers("predictions") });

    private static RecordedTraining OfOptimizer(JsonElement run)
    {
        FloatFormat format = run.Format();
        JsonElement start = run.GetProperty("start");
        NumberArray inputs = run.Array("inputs", format);
        int hidden = start.GetProperty("hidden_bias").GetArrayLength();
        Optimizer optimizer = OptimizerOf(run)!;
        return new(
            new()
            {
                Format = format,
                Network = new(inputs.Columns, [new(hidden, Activation.Relu), new(1, Activation.Sigmoid)], LossFunction.BinaryCrossentropy, optimizer),
                Inputs = inputs,
                Labels = run.Array("labels", format),
                Start = Arrays.ToDictionary(name => name, name => start.Array(name, format)),
                LearningRate = LearningRate.For(run.GetProperty("config").Number("learning_rate"), format),
                BatchSize = (int)run.Number("batch_size"),
                Epochs = (int)run.Number("epochs"),
            },
            null, After(run));
    }

    private static RecordedTraining OfTable(JsonElement run)
    {
        FloatFormat format = run.Format();
        double[][] rows = [.. File.ReadLines(Recordings.Table(run.Text("dataset"))).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), number => double.Parse(number, CultureInfo.InvariantCulture)))];
        int columns = rows[0].Length - 1;
        double divisor = run.Number("target_divided_by");
        LossFunction loss = Enum.GetValues<LossFunction>().Single(loss => loss.Name() == run.Text("loss"));
        Activation last = loss switch
        {
            LossFunction.BinaryCrossentropy => Activation.Sigmoid,
            LossFunction.MeanSquaredError => Activation.Linear,
            _ => Activation.Softmax,
        };
        NumberArray[] start = [.. run.GetProperty("start").EnumerateArray().Select(array => array.Array(format))];
        NumberArray[] biases = [.. start.Where((_, i) => i % 2 == 1)];
        var network = new Network(
            columns, [.. biases.Select((bias, i) => new Layer(bias.Columns, i == biases.Length - 1 ? last : Activation.Relu))], loss,
            run.Text("optimizer") == "Adam" ? new Adam { Float32Constants = true } : new GradientDescent());
        string[] names = [.. network.Parameters.Select(parameter => parameter.Name)];
        return new(
            new()
            {
                Format = format,
                Network = network,
                Inputs = new([rows.Length, columns], Standardised(rows, columns)),
                Labels = new([rows.Length, 1], [.. rows.Select(row => (double)(float)(row[columns] / divisor))]),
                Start = names.Zip(start).ToDictionary(array => array.First, array => array.Second),
                LearningRate = LearningRate.For(run.Number("learning_rate"), format),
                BatchSize = (int)run.Number("batch_size"),
                Epochs = (int)run.Number("epochs"),
            },
            [.. run.Numbers("order").Select(row => (int)row)],
            new Dictionary<string, double[]>(names.Zip(run.GetProperty("after").EnumerateArray()).Select(array => KeyValuePair.Create(array.First, array.Second.Array(format).Values)))
            {
                ["losses"] = run.GetProperty("history").Numbers("loss"),
            });
    }

    private static Dictionary<string, double[]> After(JsonElement run) =>
        new(Arrays.Select(name => KeyValuePair.Create(name, run.GetProperty("after").Numbers(name)))) { ["losses"] = run.Numbers("losses") };

    private static Optimizer? OptimizerOf(JsonElement run)
    {
        JsonElement config = run.GetProperty("config");
        return run.Text("optimizer") switch
        {
            "sgd" => new GradientDescent(),
            "momentum" or "nesterov" => new GradientDescent(config.Number("momentum"), config.GetProperty("nesterov").GetBoolean()) { Float32Constants = true },
            "adam" => new Adam(config.Number("beta_1"), config.Number("beta_2"), config.Number("epsilon")) { Float32Constants = true },
            _ => null,
        };
    }

    // By column mean 0 and population standard deviation 1, a constant column 0; rounded to float, as recorded.
    private static double[] Standardised(double[][] rows, int columns)
    {
        double[] means = [.. Enumerable.Range(0, columns).Select(column => rows.Average(row => row[column]))];
        double[] deviations = [.. Enumerable.Range(0, columns).Select(column => Math.Sqrt(rows.Average(row => Math.Pow(row[column] - means[column], 2))))];
        return [.. from row in rows
                   from column in Enumerable.Range(0, columns)
                   select (double)(float)((row[column] - means[column]) / (deviations[column] == 0 ? 1 : deviations[column]))];
    }
}
