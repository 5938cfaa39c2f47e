using System.Globalization;

namespace KerasVersion;

/// <summary>
/// A momentum, a beta or an epsilon on its way through an API that carries them as <see cref="float"/>: both sides of a
/// comparison must train with <see cref="Used"/>. A learning rate can be assigned afterwards, and is another matter
/// (<see cref="LearningRate"/>).
/// </summary>
/// <param name="Given">What the optimizer is constructed with.</param>
/// <param name="Used">What the optimizer reads it as: the float's shortest decimal, as Python has where a script says 0.9.</param>
public readonly record struct HyperParameter(float Given, double Used)
{
    /// <summary>The nearest that the API can carry.</summary>
    /// <param name="requested">The number asked for.</param>
    public static HyperParameter For(double requested) => new((float)requested, ShortestDecimal((float)requested));

    /// <summary>The value of a float's shortest decimal.</summary>
    internal static double ShortestDecimal(float value) =>
        double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
