using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>Networks on which mistakes are visible.</summary>
public static class Witness
{
    private const int Units = 4;

    /// <summary>
    /// A training of four steps on which every mistake is visible that is possible in its dtype and does not ask for batches
    /// of as many rows as there are hidden units: 4 inputs, 4 hidden units, 7 rows in batches of 4 and 3, pre-activations of
    /// either sign and one of exactly 0, both labels in each batch, an output below 1e-7, a gradient above 1.
    /// </summary>
    public static Trace Common(FloatFormat format) => Train(format, 7);

    /// <summary>A training on which a mistake is visible: in float32 unless the mistake is one of float64 trainings.</summary>
    public static Trace Of(Mistake mistake)
    {
        Trace common = Of(mistake, FloatFormat.Float32);
        return mistake.Variants.All(variant => variant.CanRun(common)) ? common : Of(mistake, FloatFormat.Float64);
    }

    /// <summary>A training in a dtype on which a mistake is visible if it is possible in that dtype at all.</summary>
    public static Trace Of(Mistake mistake, FloatFormat format)
    {
        Trace common = Common(format), square = Train(format, 2 * Units);
        return mistake.Variants.Any(variant => !variant.CanRun(common) && variant.CanRun(square)) ? square : common;
    }

    private static Trace Train(FloatFormat format, int rows)
    {
        double[] inputs =
        [
            0, 0, 0, 0,
            0.9, -0.4, 0.3, 0.7,
            -0.6, 0.8, 0.1, -0.2,
            0.5, 0.6, -0.9, 0.4,
            -0.3, -0.7, 0.2, 0.8,
            0.4, 0.1, 0.6, -0.5,
            6.3, -4.1, 5.2, 7.4,
            0.2, 0.3, -0.8, 0.9,
        ];
        double[] labels = [1, 0, 1, 0, 1, 0, 1, 0];
        Dictionary<string, NumberArray> start = new()
        {
            ["hidden_weights"] = Array([Units, Units],
                0.6, -0.3, 0.8, 0.2,
                -0.5, 0.7, -0.4, 0.1,
                0.4, 0.9, 0.3, -0.7,
                0.8, -0.2, 0.5, 0.6),
            ["hidden_bias"] = Array([Units], 0, 0.1, -0.2, 0.3),
            ["output_weights"] = Array([Units, 1], -0.9, 0.6, -1.1, 0.5),
            ["output_bias"] = Array([1], 0.2),
        };
        int[][] epoch = [.. Enumerable.Range(0, rows).Chunk(Units)];
        return Retraining.Of(new()
        {
            Side = "witness",
            Format = format,
            Inputs = Array([rows, Units], inputs[..(rows * Units)]),
            Labels = Array([rows, 1], labels[..rows]),
            LearningRate = format.Nearest(0.1),
            BatchSize = Units,
            Start = start,
            Steps = [.. epoch.Concat(epoch).Select(batch => new TraceStep(batch, new Dictionary<string, NumberArray>(), new Dictionary<string, NumberArray>()))],
        });

        NumberArray Array(int[] shape, params double[] numbers) => new(shape, [.. numbers.Select(format.Nearest)]);
    }
}
