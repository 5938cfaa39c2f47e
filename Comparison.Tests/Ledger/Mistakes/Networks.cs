using Ledger.Arithmetic;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Mistakes;

/// <summary>What trainings start from, with their batches; no quantity is recorded.</summary>
internal static class Networks
{
    /// <summary>The document's network, five epochs.</summary>
    public static Trace Document(FloatFormat format) => Roots(format, [3, 4], [0.2, 0.1, 0.7], [1], 0.01, 1, 5,
        [0.1, 0.4, 0.2, 0.3, 0.4, 0.1, 0.1, 0.2, 0.1, 0.2, 0.2, 0.2], [0.1, 0.2, 0.3, 0.4], [0.2, 0.3, 0.1, 0.4], [0.2]);

    /// <summary>The network on which a mistake is visible.</summary>
    public static Trace WitnessOf(string mistake, FloatFormat format) => Bare(Witness.Of(Catalogue.Find(mistake)!, format));

    /// <summary>A random network: every second one with as many inputs as hidden units and as rows in a batch, every third with a pre-activation of 0.</summary>
    public static Trace Random(int seed, FloatFormat format)
    {
        var random = new Random(seed);
        int hidden = random.Next(1, 6), inputs = seed % 2 == 0 ? hidden : random.Next(1, 6);
        int batch = seed % 2 == 0 ? hidden : random.Next(1, 6), rows = seed % 4 == 0 ? 2 * batch : batch + random.Next(batch + 3);
        double[] x = Draw(rows * inputs, 1.5), bias = Draw(hidden, 0.5);
        if (seed % 3 == 0)
        {
            Array.Clear(x, 0, inputs);
            bias[0] = 0;
        }
        return Roots(format, [inputs, hidden], x, [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(2))], Math.Round(random.NextDouble() / 2 + 0.01, 3), batch, 4 + random.Next(4),
            Draw(inputs * hidden, 1), bias, Draw(hidden, 1), Draw(1, 0.5));

        double[] Draw(int count, double magnitude) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2 - 1) * magnitude)];
    }

    /// <summary>A trace's roots alone.</summary>
    public static Trace Bare(Trace trace) => trace with { Steps = [.. trace.Steps.Select(step => Step(step.Rows))] };

    /// <summary>A step of which nothing is recorded.</summary>
    public static TraceStep Step(IReadOnlyList<int> rows) => new(rows, new Dictionary<string, NumberArray>(), new Dictionary<string, NumberArray>());

    private static Trace Roots(FloatFormat format, int[] units, double[] x, double[] y, double rate, int batch, int steps, double[] w1, double[] b1, double[] w2, double[] b2)
    {
        int rows = y.Length;
        int[][] epoch = [.. Enumerable.Range(0, rows).Chunk(batch)];
        return new()
        {
            Side = "roots",
            Format = format,
            Inputs = Stored([rows, units[0]], x),
            Labels = Stored([rows, 1], y),
            LearningRate = format.Nearest(rate),
            BatchSize = batch,
            Start = new Dictionary<string, NumberArray>
            {
                ["hidden_weights"] = Stored([units[0], units[1]], w1),
                ["hidden_bias"] = Stored([units[1]], b1),
                ["output_weights"] = Stored([units[1], 1], w2),
                ["output_bias"] = Stored([1], b2),
            },
            Steps = [.. Enumerable.Range(0, steps).Select(step => Step(epoch[step % epoch.Length]))],
        };

        NumberArray Stored(int[] shape, double[] values) => new(shape, [.. values.Select(format.Nearest)]);
    }
}
