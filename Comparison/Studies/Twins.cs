using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Studies;

/// <summary>
/// Chaos or bug: after many steps two right trainings drift apart. Twins of the Scratch side, of which every start weight is
/// the next number up or the next number down, tell how far one rounding at the start takes this training; two sides that
/// differ by rounding alone end about as far apart.
/// </summary>
public static class Twins
{
    /// <summary>How many twins are trained: one with every start weight moved up, one down.</summary>
    public const int Count = 2;

    /// <summary>
    /// The shortest training that twins say something about. In fewer steps a difference has hardly been carried on: the
    /// roundings of the last steps are the whole gap, and the budget of each number tells more of those.
    /// </summary>
    public const int LeastSteps = 100;

    // Two sides round in every step, twins differ once at the start: the sides may be some of the twins' gaps apart.
    private const double Gaps = 8, Roundings = 8;

    /// <summary>Whether a problem's training is long enough for twins to say something.</summary>
    public static bool AreOfUse(Problem problem) => problem.Steps >= LeastSteps;

    /// <summary>Trains the twins and holds the gap between the sides against theirs.</summary>
    /// <param name="problem">What both sides trained.</param>
    /// <param name="scratch">The hand-written side.</param>
    /// <param name="keras">The framework's side.</param>
    /// <param name="on_step">Called after every step of each twin.</param>
    /// <returns>Null where twins say nothing: a training too short, or a weight that is not finite in the end.</returns>
    public static TwinsResult? Of(Problem problem, SideRun scratch, SideRun keras, Action? on_step = null)
    {
        if (!AreOfUse(problem))
            return null;
        SideRun[] twins = [Twin(problem, Up, on_step), Twin(problem, (value, format) => -Up(-value, format), on_step)];
        double largest_weight = problem.Network.Parameters.Max(parameter => scratch.Final(parameter.Name).Values.Max(Math.Abs));
        TwinsGap[] gaps = [.. problem.Network.Parameters.Select(parameter =>
        {
            NumberArray own = scratch.Final(parameter.Name);
            double of_twins = twins.Max(twin => Distance(own, twin.Final(parameter.Name)));
            return new TwinsGap(parameter.Name, Distance(own, keras.Final(parameter.Name)), of_twins,
                Gaps * of_twins + Roundings * problem.Format.UnitRoundoff * largest_weight);
        })];
        return gaps.All(gap => double.IsFinite(gap.OfSides) && double.IsFinite(gap.Bound)) ? new(problem.Steps, gaps) : null;
    }

    private static SideRun Twin(Problem problem, Func<double, FloatFormat, double> neighbour, Action? on_step) => ScratchSide.Train(
        problem with
        {
            Start = problem.Start.ToDictionary(
                parameter => parameter.Key,
                parameter => parameter.Value with { Values = Array.ConvertAll(parameter.Value.Values, value => neighbour(value, problem.Format)) }),
        },
        on_step);

    private static double Up(double value, FloatFormat format) =>
        format == FloatFormat.Float32 ? MathF.BitIncrement((float)value) : Math.BitIncrement(value);

    // NaN where any number is.
    private static double Distance(NumberArray one, NumberArray other) =>
        one.Values.Zip(other.Values, (a, b) => Math.Abs(a - b)).Aggregate(0.0, Math.Max);
}
