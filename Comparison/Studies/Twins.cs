using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Networks;
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
        SideRun[] twins = [Twin(problem, up: true, on_step), Twin(problem, up: false, on_step)];
        return Of(problem.Network, problem.Format, problem.Steps, scratch.Final, keras.Final, [.. twins.Select(twin => (Func<string, NumberArray>)twin.Final)]);
    }

    /// <summary>Holds the gap between the sides' final parameters against that between Scratch's and those of its twins.</summary>
    /// <param name="network">What was trained.</param>
    /// <param name="format">The dtype.</param>
    /// <param name="steps">How many steps were trained.</param>
    /// <param name="scratch">The hand-written side's parameters by their names.</param>
    /// <param name="keras">The framework's side's.</param>
    /// <param name="twins">The twins'.</param>
    /// <returns>Null where a parameter is not finite.</returns>
    internal static TwinsResult? Of(
        Network network, FloatFormat format, long steps, Func<string, NumberArray> scratch, Func<string, NumberArray> keras, params Func<string, NumberArray>[] twins)
    {
        double largest_weight = network.Parameters.Max(parameter => scratch(parameter.Name).Values.Max(Math.Abs));
        TwinsGap[] gaps = [.. network.Parameters.Select(parameter =>
        {
            NumberArray own = scratch(parameter.Name);
            double of_twins = twins.Max(twin => Distance(own, twin(parameter.Name)));
            return new TwinsGap(parameter.Name, Distance(own, keras(parameter.Name)), of_twins, Gaps * of_twins + Roundings * format.UnitRoundoff * largest_weight);
        })];
        return gaps.All(gap => double.IsFinite(gap.OfSides) && double.IsFinite(gap.Bound)) ? new(steps, gaps) : null;
    }

    /// <summary>The start parameters of a twin: each the next number up, or the next number down.</summary>
    /// <param name="start">The start parameters by name.</param>
    /// <param name="format">Their format.</param>
    /// <param name="up">Up or down.</param>
    internal static Dictionary<string, NumberArray> Moved(IReadOnlyDictionary<string, NumberArray> start, FloatFormat format, bool up) => start.ToDictionary(
        parameter => parameter.Key,
        parameter => parameter.Value with { Values = Array.ConvertAll(parameter.Value.Values, value => up ? Up(value, format) : -Up(-value, format)) });

    private static double Up(double value, FloatFormat format) =>
        format == FloatFormat.Float32 ? MathF.BitIncrement((float)value) : Math.BitIncrement(value);

    private static SideRun Twin(Problem problem, bool up, Action? on_step) =>
        ScratchSide.Train(problem with { Start = Moved(problem.Start, problem.Format, up) }, on_step);

    // NaN where any number is.
    private static double Distance(NumberArray one, NumberArray other) =>
        one.Values.Zip(other.Values, (a, b) => Math.Abs(a - b)).Aggregate(0.0, Math.Max);
}
