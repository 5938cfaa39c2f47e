using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Traces;
using LearningRate = Comparison.Problems.LearningRate;

namespace Comparison.Campaigns;

/// <summary>What the random networks of a campaign are drawn with: the same for the same seed and number, wherever and whenever.</summary>
internal sealed class Draws
{
    private readonly Random random;

    /// <param name="seed">The campaign's seed.</param>
    /// <param name="number">The network's number in it.</param>
    public Draws(int seed, int number)
    {
        random = new Random(Mixed(((ulong)(uint)seed << 32) | (uint)number));
        Format = Engine.Current.HasFloat64 && random.Next(2) == 0 ? FloatFormat.Float64 : FloatFormat.Float32;
    }

    /// <summary>The dtype.</summary>
    public FloatFormat Format { get; }

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => random.Next(times) == 0;

    /// <summary>One of several.</summary>
    public T Any<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>A number in [0, 1) of the dtype, or 1.</summary>
    public double Share() => Format.Nearest(random.NextDouble());

    /// <summary>A count from 1 up.</summary>
    public int Size(int most) => random.Next(1, most + 1);

    /// <summary>1 as often as any count.</summary>
    public int OneOr(int most) => random.Next(2) == 0 ? 1 : Size(most);

    /// <summary>A batch size as a user may give it: one row at a time, all rows at once, more than there are, or some.</summary>
    public int Batch(int rows) => random.Next(4) switch { 0 => 1, 1 => rows, 2 => rows + 1, _ => Size(rows) };

    /// <summary>How large numbers are: mostly 1, else so small that they may be denormal, or large, or so large that sums overflow.</summary>
    public double Magnitude() => random.Next(12) switch
    {
        0 => Math.Pow(10, -random.NextDouble() * (Format == FloatFormat.Float32 ? 44 : 320)),
        1 => Math.Pow(10, random.NextDouble() * 3),
        2 when random.Next(4) == 0 => Math.Pow(10, random.NextDouble() * (Format == FloatFormat.Float32 ? 30 : 250)),
        _ => 1,
    };

    /// <summary>Numbers of both signs.</summary>
    /// <param name="magnitude">How large they are at most.</param>
    /// <param name="zeros">The share of them that is exactly 0.</param>
    /// <param name="shape">The shape.</param>
    public NumberArray Array(double magnitude, double zeros, params int[] shape)
    {
        var values = new double[shape.Aggregate(1, (product, size) => product * size)];
        for (int i = 0; i < values.Length; i++)
            values[i] = random.NextDouble() < zeros ? 0 : Format.Nearest((random.NextDouble() * 2 - 1) * magnitude);
        return new(shape, values);
    }

    /// <summary>A learning rate from 0.0001 to 3; seldom with more digits than a float has, which the framework's API cannot carry.</summary>
    public LearningRate Rate()
    {
        double rate = Math.Pow(10, random.NextDouble() * 4.5 - 4);
        return LearningRate.For(random.Next(8) == 0 ? rate : Math.Round(rate, 4) is > 0 and var rounded ? rounded : 0.0001, Format);
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
