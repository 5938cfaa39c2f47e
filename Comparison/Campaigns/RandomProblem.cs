using Comparison.Problems;
using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;
using LearningRate = Comparison.Problems.LearningRate;

namespace Comparison.Campaigns;

/// <summary>
/// Random networks with their samples: everyday ones, and ones that are hard on arithmetic (a single input, neuron or row;
/// numbers so small that they are denormal, or so large that the output saturates; numbers that are exactly 0).
/// </summary>
public static class RandomProblem
{
    /// <summary>One network of a campaign: the same for the same seed and number, wherever and whenever it is drawn.</summary>
    /// <param name="seed">The campaign's seed.</param>
    /// <param name="number">The network's number in it.</param>
    public static Problem Of(int seed, int number)
    {
        var random = new Random(Mixed(((ulong)(uint)seed << 32) | (uint)number));
        FloatFormat format = Engine.Current.HasFloat64 && random.Next(2) == 0 ? FloatFormat.Float64 : FloatFormat.Float32;
        var (inputs, hidden, rows, epochs) = random.Next(8) switch
        {
            0 => (Size(200), Size(64), Size(48), Size(2)),
            1 or 2 => (OneOr(8), OneOr(8), OneOr(8), Size(5)),
            _ => (Size(12), Size(12), Size(12), Size(5)),
        };
        // As a user may: one row at a time, all rows at once, more than there are, or some.
        int batch = random.Next(4) switch { 0 => 1, 1 => rows, 2 => rows + 1, _ => Size(rows) };
        double of_inputs = Magnitude(), of_weights = Magnitude(), zeros = random.Next(5) == 0 ? 0.5 : 0;
        bool soft_labels = random.Next(4) == 0;
        return new()
        {
            Format = format,
            Inputs = Draw(of_inputs, rows, inputs),
            Labels = new([rows, 1], [.. Enumerable.Range(0, rows).Select(_ => format.Nearest(soft_labels ? random.NextDouble() : random.Next(2)))]),
            Start = Network.Document(inputs, hidden).Parameters.ToDictionary(parameter => parameter.Name, parameter => Draw(of_weights, parameter.Shape(rows))),
            LearningRate = LearningRate.For(Rate(), format),
            BatchSize = batch,
            Epochs = epochs,
        };

        int Size(int most) => random.Next(1, most + 1);

        int OneOr(int most) => random.Next(2) == 0 ? 1 : Size(most);

        double Magnitude() => random.Next(12) switch
        {
            0 => Math.Pow(10, -random.NextDouble() * (format == FloatFormat.Float32 ? 44 : 320)),
            1 => Math.Pow(10, random.NextDouble() * 3),
            2 when random.Next(4) == 0 => Math.Pow(10, random.NextDouble() * (format == FloatFormat.Float32 ? 30 : 250)),
            _ => 1,
        };

        NumberArray Draw(double magnitude, params int[] shape)
        {
            var values = new double[shape.Aggregate(1, (product, size) => product * size)];
            for (int i = 0; i < values.Length; i++)
                values[i] = random.NextDouble() < zeros ? 0 : format.Nearest((random.NextDouble() * 2 - 1) * magnitude);
            return new(shape, values);
        }

        // From 0.0001 to 3; seldom with more digits than a float has, which the framework's API cannot carry.
        double Rate()
        {
            double rate = Math.Pow(10, random.NextDouble() * 4.5 - 4);
            return random.Next(8) == 0 ? rate : Math.Round(rate, 4) is > 0 and var rounded ? rounded : 0.0001;
        }
    }

    // Neighbouring seeds and numbers give unrelated networks (the finalizer of SplitMix64: Steele, Lea and Flood, 2014).
    private static int Mixed(ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return (int)((state ^ (state >> 31)) >> 33);
    }
}
