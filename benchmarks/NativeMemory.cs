using Benchmarks.Measuring;
using Benchmarks.Processor;
using Benchmarks.Reports;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace Benchmarks;

/// <summary>What the process holds while a model takes many steps, and while many models are made, trained and dropped.</summary>
internal static class NativeMemory
{
    public static Report Run(int steps, int models)
    {
        var results = new List<CaseResult>();
        (Sequential model, NDArray x, NDArray y) = Made();
        const int rows = 1000;
        for (int done = 0; done <= steps; done += Math.Max(rows, steps / 10))
        {
            results.Add(Held($"{done:N0} steps"));
            model.fit(x, y, batch_size: 1, epochs: Math.Max(1, steps / 10 / rows), verbose: 0);
        }
        for (int made = 0; made < models; made++)
        {
            (Sequential other, NDArray a, NDArray b) = Made();
            other.fit(a, b, batch_size: 100, verbose: 0);
            if ((made + 1) % Math.Max(1, models / 5) == 0)
                results.Add(Held($"{made + 1:N0} models"));
        }
        var table = new MarkdownTable("after", "resident, MiB", "managed heap, MiB");
        foreach (CaseResult result in results)
            table.AddRow(result.Name, $"{result.Sides[0].Value.Median:F0}", $"{result.Sides[1].Value.Median:F1}");
        table.Print();
        return new("memory", Machine.Here(), PeakResult.Measure(), results);

        static (Sequential, NDArray, NDArray) Made()
        {
            var model = keras.Sequential();
            model.add(keras.Input(3));
            model.add(keras.layers.Dense(4, keras.activations.Relu));
            model.add(keras.layers.Dense(1, keras.activations.Sigmoid));
            model.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy());
            return (model, new NDArray(new float[rows * 3], new Shape(rows, 3)), new NDArray(new float[rows], new Shape(rows, 1)));
        }
    }

    private static CaseResult Held(string after) => new(after, 1,
        [
            new("resident", "MiB", Spread.Of([Environment.WorkingSet / 1048576.0])),
            new("managed heap", "MiB", Spread.Of([GC.GetTotalMemory(forceFullCollection: false) / 1048576.0])),
        ], []);
}
