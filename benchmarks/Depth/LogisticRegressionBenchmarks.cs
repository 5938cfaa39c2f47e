using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Scratch.Dense;

namespace Benchmarks.Depth;

/// <summary>
/// The one job of these that ML.NET can do, since none of its trainers has hidden layers: a network without them, 30 inputs and a
/// sigmoid, one pass of gradient descent row by row. Its trainer lowers its step size and reads the rows through its data view
/// (held in memory, not shuffled, one thread); the times are those of whoever calls it, not of its arithmetic alone.
/// </summary>
public class LogisticRegressionBenchmarks
{
    internal const string Name = "30-1, batch 1";

    private const int Inputs = 30, Rows = 10_000;

    private readonly float[] inputs = new float[Rows * Inputs], labels = new float[Rows];
    private DenseNetwork<float>? network;
    private SgdNonCalibratedTrainer? trainer;
    private IDataView? table;

    /// <summary>Makes the same rows for both.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var random = new SeededRandom(1, 1);
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = (float)random.Fraction();
        for (int i = 0; i < Rows; i++)
            labels[i] = random.Below(2);
        Layer[] layers = [new(1, Activation.Sigmoid)];
        network = new(layers, Loss.BinaryCrossEntropy, new Sgd(0.01), Start.Glorot<float>(Inputs, layers, seed: 1), stable: true, threads: 1);
        var context = new MLContext(seed: 1);
        table = context.Data.Cache(context.Data.LoadFromEnumerable(Enumerable.Range(0, Rows).Select(row =>
            new Row { Features = inputs[(row * Inputs)..((row + 1) * Inputs)], Label = labels[row] == 1 })));
        trainer = context.BinaryClassification.Trainers.SgdNonCalibrated(new SgdNonCalibratedTrainer.Options
        {
            NumberOfIterations = 1,
            LearningRate = 0.01,
            L2Regularization = 0,
            NumberOfThreads = 1,
            Shuffle = false,
            LossFunction = new LogLoss(),
        });
    }

    /// <summary>A pass by hand.</summary>
    [Benchmark(OperationsPerInvoke = Rows, Baseline = true)]
    public float[] Scratch() => network!.Fit(new(inputs, Rows, Inputs), new(labels, Rows, 1), batch_size: 1, epochs: 1);

    /// <summary>A pass by ML.NET.</summary>
    [Benchmark(OperationsPerInvoke = Rows, Description = "ML.NET")]
    public object MLNet() => trainer!.Fit(table!);

    private sealed class Row
    {
        [VectorType(Inputs)]
        public required float[] Features { get; init; }

        public required bool Label { get; init; }
    }
}
