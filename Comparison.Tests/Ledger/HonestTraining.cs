using CsCheck;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Tests.Ledger;

/// <summary>How an honest evaluation may round: in what order it sums, whether it fuses, and by which form it takes the loss.</summary>
internal sealed record Honesty(int Seed, bool Fused, bool FromLogits, bool FlushesDenormals);

/// <summary>A small training evaluated in a format, honestly but in one of the many ways that are honest.</summary>
internal sealed class HonestTraining
{
    private readonly FloatFormat format;
    private readonly Honesty honesty;
    private readonly Random random;
    private readonly HonestArithmetic arithmetic;

    private HonestTraining(FloatFormat format, Honesty honesty)
    {
        this.format = format;
        this.honesty = honesty;
        random = new Random(honesty.Seed);
        arithmetic = new(format, random, honesty.Fused, honesty.FlushesDenormals);
    }

    /// <summary>Trainings of all kinds: shapes, formats, magnitudes from denormal to saturating, and ways to be honest.</summary>
    public static Gen<Trace> Any { get; } =
        from format in Gen.OneOf(FloatFormat.Float32, FloatFormat.Float64)
        from inputs in Gen.Int[1, 6]
        from hidden in Gen.Int[1, 6]
        from rows in Gen.Int[1, 7]
        from batch in Gen.Int[1, 7]
        from steps in Gen.Int[1, 3]
        from magnitude in Gen.OneOf(1e-300, 1e-160, 1e-42, 1e-30, 1e-3, 1.0, 1.0, 1.0, 30.0, 1e20, 1e36, 1e300)
        from seed in Gen.Int[0, int.MaxValue - 1]
        from fused in Gen.Bool
        from logits in Gen.Bool
        from flushes in Gen.Bool
        select Train(format, inputs, hidden, rows, Math.Min(batch, rows), steps, magnitude, new(seed, fused, logits, flushes));

    public static Trace Train(FloatFormat format, int inputs, int hidden, int rows, int batch, int steps, double magnitude, Honesty honesty) =>
        new HonestTraining(format, honesty).Train(inputs, hidden, rows, batch, steps, magnitude);

    private Trace Train(int inputs, int hidden, int rows, int batch, int steps, double magnitude)
    {
        double[] x = Draw(rows * inputs, magnitude), y = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(2))];
        double[] w1 = Draw(inputs * hidden, 1), b1 = Draw(hidden, magnitude), w2 = Draw(hidden, 1), b2 = Draw(1, 1);
        double rate = format.Nearest(random.NextDouble());
        Dictionary<string, NumberArray> start = Parameters();
        var recorded = new List<TraceStep>();
        for (int step = 0; step < steps; step++)
        {
            int[] batch_rows = [.. Enumerable.Range(0, batch).Select(_ => random.Next(rows))];
            int n = batch;
            double[] X = [.. batch_rows.SelectMany(row => x[(row * inputs)..((row + 1) * inputs)])], Y = [.. batch_rows.Select(row => y[row])];

            double[] z1 = Table(n, hidden, (r, j) => Sum([.. Enumerable.Range(0, inputs).Select(i => (X[r * inputs + i], w1[i * hidden + j])), (1, b1[j])]));
            double[] a1 = [.. z1.Select(z => Math.Max(0, z))];
            double[] z2 = Table(n, 1, (r, _) => Sum([.. Enumerable.Range(0, hidden).Select(j => (a1[r * hidden + j], w2[j])), (1, b2[0])]));
            double[] p = [.. z2.Select(Sigmoid)];
            double[] losses = Table(n, 1, (r, _) => honesty.FromLogits ? LossFromLogits(z2[r], Y[r]) : LossFromOutput(p[r], Y[r]));
            double loss = R(Sum([.. losses.Select(l => (1.0, l))]) / n);
            double[] dp = Table(n, 1, (r, _) => R(-R(R(Y[r] / p[r]) - R(R(1 - Y[r]) / R(1 - p[r]))) / n));
            double[] ds = [.. z2.Select(z => R(Sigmoid(z) * R(1 - Sigmoid(z))))];
            double[] dz = honesty.FromLogits ? Table(n, 1, (r, _) => R(R(Sigmoid(z2[r]) - Y[r]) / n)) : Table(n, 1, (r, _) => R(dp[r] * ds[r]));
            double[] dw2 = Table(hidden, 1, (j, _) => Sum([.. Enumerable.Range(0, n).Select(r => (a1[r * hidden + j], dz[r]))]));
            double[] db2 = [Sum([.. dz.Select(d => (1.0, d))])];
            double[] da = Table(n, hidden, (r, j) => R(dz[r] * w2[j]));
            double[] dz1 = Table(n, hidden, (r, j) => z1[r * hidden + j] > 0 ? da[r * hidden + j] : 0);
            double[] dw1 = Table(inputs, hidden, (i, j) => Sum([.. Enumerable.Range(0, n).Select(r => (X[r * inputs + i], dz1[r * hidden + j]))]));
            double[] db1 = Table(1, hidden, (_, j) => Sum([.. Enumerable.Range(0, n).Select(r => (1.0, dz1[r * hidden + j]))]));
            w1 = Descend(w1, dw1);
            b1 = Descend(b1, db1);
            w2 = Descend(w2, dw2);
            b2 = Descend(b2, db2);

            Dictionary<string, NumberArray> quantities = Parameters();
            foreach (var (name, shape, values) in new (string, int[], double[])[]
            {
                ("hidden_layer_input", [n, hidden], z1), ("hidden_layer_output", [n, hidden], a1), ("output_layer_input", [n, 1], z2), ("output", [n, 1], p),
                ("loss", [], [loss]), ("dL_dz_out", [n, 1], dz), ("dL_doutput_weights", [hidden, 1], dw2), ("dL_doutput_bias", [1], db2),
                ("dL_dhidden_output", [n, hidden], da), ("dL_dz_hidden", [n, hidden], dz1), ("dL_dhidden_weights", [inputs, hidden], dw1), ("dL_dhidden_bias", [hidden], db1),
            })
                quantities[name] = new(shape, values);
            if (!honesty.FromLogits)
            {
                quantities["dL_doutput"] = new([n, 1], dp);
                quantities["doutput_dz_out"] = new([n, 1], ds);
            }
            recorded.Add(new(batch_rows, quantities, new Dictionary<string, NumberArray>()));
        }

        return new()
        {
            Side = $"honest {honesty}",
            Format = format,
            Inputs = new([rows, inputs], x),
            Labels = new([rows, 1], y),
            LearningRate = rate,
            BatchSize = batch,
            Start = start,
            Steps = recorded,
            NotComputed = honesty.FromLogits ? new() { ["dL_doutput"] = "fused", ["doutput_dz_out"] = "fused" } : new Dictionary<string, string>(),
        };

        double[] Descend(double[] w, double[] g) => [.. w.Zip(g, (a, b) => honesty.Fused ? Fma(-rate, b, a) : R(a - R(rate * b)))];

        Dictionary<string, NumberArray> Parameters() => new()
        {
            ["hidden_weights"] = new([inputs, hidden], w1),
            ["hidden_bias"] = new([hidden], b1),
            ["output_weights"] = new([hidden, 1], w2),
            ["output_bias"] = new([1], b2),
        };
    }

    private static double[] Table(int rows, int columns, Func<int, int, double> element) =>
        [.. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select element(row, column)];

    private double[] Draw(int count, double magnitude) => arithmetic.Draw(count, magnitude);

    private double R(double value) => arithmetic.R(value);

    private double Fma(double a, double b, double c) => arithmetic.Fma(a, b, c);

    private double Sum((double Left, double Right)[] factors) => arithmetic.Sum(factors);

    private double Sigmoid(double z) => arithmetic.Sigmoid(z);

    private double LossFromOutput(double p, double y) => R(-R(R(y * R(Math.Log(p))) + R(R(1 - y) * R(Math.Log(R(1 - p))))));

    private double LossFromLogits(double z, double y) => R(R(Math.Max(z, 0) - R(z * y)) + R(DoubleDouble.Log1p(R(Math.Exp(-Math.Abs(z)))).High));
}
