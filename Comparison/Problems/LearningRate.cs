using Ledger.Arithmetic;

namespace Comparison.Problems;

/// <summary>A learning rate, as asked for and as both sides use it.</summary>
/// <param name="Requested">What was asked for.</param>
/// <param name="Used">What both sides multiply by.</param>
public readonly record struct LearningRate(double Requested, double Used)
{
    /// <summary>Whether the framework's API could not carry the rate as asked for.</summary>
    public bool IsAltered(FloatFormat format) => Used != format.Nearest(Requested);

    /// <summary>The rate that a framework whose hyper-parameters are float arrives at.</summary>
    public static LearningRate For(double requested, FloatFormat format) => new(requested, format == FloatFormat.Float32
        ? KerasVersion.LearningRate.For<float>(requested).Used
        : KerasVersion.LearningRate.For<double>(requested).Used);
}
