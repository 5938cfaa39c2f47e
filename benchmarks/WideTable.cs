using System.Diagnostics;
using Benchmarks.Measuring;
using Benchmarks.Processor;
using Benchmarks.Reports;
using Benchmarks.Sides;
using Scratch.Dense;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;
using Layer = Scratch.Dense.Layer;

namespace Benchmarks;

/// <summary>
/// A job that a user of TensorFlow.NET found slow (SciSharp/TensorFlow.NET, issue 902): a table of many rows, Dense 60 with ReLU
/// and Dense 3, gradient descent with step size 0.001 on the categorical cross-entropy from logits, batches of 32, a quarter of
/// the rows held out, one epoch in shuffled order. fit also keeps the accuracy of the training, as the user asked it to; Scratch
/// counts that of the rows held out.
/// </summary>
internal sealed class WideTable
{
    private const int Classes = 3, Batch = 32;
    private const double Rate = 0.001, HeldOut = 0.25;

    private static readonly Layer[] layers = [new(60, Activation.Relu), new(Classes, Activation.Softmax)];

    private readonly int rows, columns, training_rows;
    private readonly float[] inputs, labels;
    private readonly NDArray x, y;
    private readonly IReadOnlyList<LayerParameters<float>> start;

    private WideTable(int rows, int columns)
    {
        (this.rows, this.columns) = (rows, columns);
        training_rows = (int)Math.Floor(rows * (1 - HeldOut));
        var random = new Random(1);
        inputs = new float[(long)rows * columns];
        labels = new float[rows * Classes];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = random.NextSingle();
        for (int row = 0; row < rows; row++)
            labels[row * Classes + random.Next(Classes)] = 1;
        x = new NDArray(inputs, new Shape(rows, columns));
        y = new NDArray(labels, new Shape(rows, Classes));
        start = Start.Glorot<float>(columns, layers, seed: 1);
    }

    public static Report Run(int rows, int columns, int rounds)
    {
        var job = new WideTable(rows, columns);
        double[] by_hand = new double[rounds], by_fit = new double[rounds];
        TorchThreads.Use(Environment.ProcessorCount);
        for (int round = 0; round < rounds; round++)
        {
            by_hand[round] = Seconds(SideNames.Scratch, job.ByHand);
            by_fit[round] = Seconds(SideNames.Keras, job.ByFit);
        }
        var ratio = new Ratio(SideNames.Scratch, SideNames.Keras, Spread.Of(by_hand.Zip(by_fit, (a, b) => a / b)));
        var result = new CaseResult($"{rows:N0} x {columns}", rounds,
            [new(SideNames.Scratch, "s an epoch", Spread.Of(by_hand)), new(SideNames.Keras, "s an epoch", Spread.Of(by_fit))], [ratio]);
        var table = new MarkdownTable("s an epoch", SideNames.Scratch, SideNames.Keras, "Scratch / KerasVersion", "quartiles");
        table.AddRow([result.Name, .. result.Sides.Select(side => $"{side.Value.Median:F2}"), .. TrainingTables.Ratio(ratio)]);
        table.Print();
        return new("table", Machine.Here(), PeakResult.Measure(), [result]);
    }

    private static double Seconds(string side, Func<(float Loss, float HeldOutLoss, double HeldOutAccuracy)> train)
    {
        long begin = Stopwatch.GetTimestamp();
        var (loss, held_out_loss, accuracy) = train();
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Console.Error.WriteLine($"{side}: {seconds:F2} s, loss {loss:F4}, of the rows held out {held_out_loss:F4}, accuracy there {accuracy:F4}");
        return seconds;
    }

    private (float, float, double) ByHand()
    {
        var network = new DenseNetwork<float>(layers, Loss.CategoricalCrossEntropy, new Sgd(Rate), start, stable: true);
        int held_out = rows - training_rows;
        float loss = network.Fit(
            new(inputs.AsSpan(0, training_rows * columns), training_rows, columns), new(labels.AsSpan(0, training_rows * Classes), training_rows, Classes), Batch, epochs: 1, seed: 1)[0];
        Matrix<float> x_held_out = new(inputs.AsSpan(training_rows * columns), held_out, columns), y_held_out = new(labels.AsSpan(training_rows * Classes), held_out, Classes);
        float[,] output = network.Predict(x_held_out);
        int right = 0;
        for (int row = 0; row < held_out; row++)
            if (y_held_out.Values[row * Classes + Largest(output, row)] == 1)
                right++;
        return (loss, network.Evaluate(x_held_out, y_held_out), (double)right / held_out);
    }

    private static int Largest(float[,] output, int row)
    {
        int largest = 0;
        for (int k = 1; k < Classes; k++)
            if (output[row, k] > output[row, largest])
                largest = k;
        return largest;
    }

    private (float, float, double) ByFit()
    {
        Sequential model = keras.Sequential();
        model.add(keras.Input(columns));
        model.add(keras.layers.Dense(layers[0].Units, keras.activations.Relu));
        model.add(keras.layers.Dense(Classes));
        model.compile(keras.optimizers.SGD((float)Rate), keras.losses.CategoricalCrossentropy(from_logits: true), ["accuracy"]);
        model.set_weights(start.SelectMany(layer => new NDArray[] { new(layer.Weights), new(layer.Bias) }));
        var history = model.fit(x, y, batch_size: Batch, epochs: 1, validation_split: (float)HeldOut, verbose: 0).history;
        return (history["loss"][0], history["val_loss"][0], history["val_accuracy"][0]);
    }
}
