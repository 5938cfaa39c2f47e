using Benchmarks.Cases;
using Benchmarks.Sides;

namespace Benchmarks.Agreement;

/// <summary>Whether the sides of a case do the same training, before anyone asks how fast.</summary>
internal static class AgreementCheck
{
    // The exact training takes many times as long as any side.
    private const long Work = 10_000_000;
    private const int MostSteps = 8, FewestSteps = 2;

    /// <summary>Trains every side for some steps and holds its parameters against the exact training.</summary>
    /// <returns>The largest distance as a share of its bound, at most 1.</returns>
    /// <exception cref="DisagreementException">A side is farther away than rounding can explain.</exception>
    public static double ShareOfBound(TrainingCase @case, IReadOnlyList<Func<TrainingData, ISide>> sides)
    {
        int steps = (int)Math.Clamp(Work / @case.MultiplyAdds, FewestSteps, MostSteps);
        var data = TrainingData.Of(@case, steps);
        var exact = new ExactTraining(@case, data.Start);
        for (int step = 0; step < steps; step++)
            exact.Step(
                data.Inputs.AsSpan(step * @case.Batch * @case.Inputs, @case.Batch * @case.Inputs),
                data.Labels.AsSpan(step * @case.Batch * @case.Outputs, @case.Batch * @case.Outputs));
        double worst = 0;
        foreach (Func<TrainingData, ISide> make in sides)
        {
            using ISide side = make(data);
            side.Train(1);
            double share = exact.ShareOfBound(side.Parameters);
            if (!(share <= 1))
                throw new DisagreementException($"{@case}: after {steps} steps, {side.Name} is {share:G3} times as far from the exact training as rounding can bring it; it does not do the same work.");
            worst = Math.Max(worst, share);
        }
        return worst;
    }
}
