using System.Globalization;
using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Campaigns;

/// <summary>Makes a problem smaller, piece by piece, as long as it still shows what it is kept for.</summary>
public static class Shrinking
{
    /// <summary>
    /// A problem that can be made smaller by no single step: fewer epochs or rows, a smaller or simpler network, a smaller batch,
    /// then fewer digits of a number.
    /// </summary>
    /// <param name="problem">A problem that shows it.</param>
    /// <param name="shows">Whether a problem shows it.</param>
    public static Problem Smallest(Problem problem, Func<Problem, bool> shows)
    {
        Problem before;
        do
        {
            before = problem;
            while (Fewer(problem).FirstOrDefault(Serves) is { } fewer)
                problem = fewer;
            // Every number once a round; to begin anew after each would take as many rounds as there are numbers.
            foreach (Func<Problem, Problem> rounder in Rounder(problem))
                if (rounder(problem) is var rounded && Serves(rounded))
                    problem = rounded;
        }
        while (!ReferenceEquals(problem, before));
        return problem;

        bool Serves(Problem smaller) => Size(smaller).CompareTo(Size(problem)) < 0 && shows(smaller);
    }

    // Problems of fewer of something, the boldest first.
    private static IEnumerable<Problem> Fewer(Problem problem)
    {
        foreach (int epochs in Fewer(problem.Epochs))
            yield return problem with { Epochs = epochs };
        foreach (int[] rows in SmallerNetworks.Parts(problem.Rows))
            yield return problem with { Inputs = problem.Inputs.TakeRows(rows), Labels = problem.Labels.TakeRows(rows) };
        foreach (Problem smaller in SmallerNetworks.Of(problem))
            yield return smaller;
        foreach (int batch in Fewer(problem.BatchSize).Prepend(problem.Rows))
            yield return problem with { BatchSize = batch };
    }

    // Ways to write a problem of these shapes with fewer digits: all numbers of an array at once, then each alone.
    private static IEnumerable<Func<Problem, Problem>> Rounder(Problem shapes)
    {
        foreach (int digits in new[] { 0, 1, 2, 3 })
        {
            yield return problem => Round(problem.LearningRate.Requested, digits) is > 0 and var rate && (float)rate > 0
                ? problem with { LearningRate = LearningRate.For(rate, problem.Format) }
                : problem;
            foreach (var (part, count) in Parts(shapes).Select((part, index) => (index, part.Array.Values.Length)))
            {
                yield return problem => Rounded(problem, part, _ => true);
                for (int i = 0; count > 1 && i < count; i++)
                {
                    int only = i;
                    yield return problem => Rounded(problem, part, index => index == only);
                }
            }

            Problem Rounded(Problem problem, int part, Predicate<int> which)
            {
                var (array, replace) = Parts(problem)[part];
                return replace(array with
                {
                    Values = [.. array.Values.Select((value, index) => which(index) ? problem.Format.Nearest(Round(value, digits)) : value)],
                });
            }
        }
    }

    // What there is of everything first, then the digits that a reader has to read.
    private static (int Counts, int Digits) Size(Problem problem)
    {
        int digits = Text(problem.LearningRate.Requested, FloatFormat.Float64).Length
            + Parts(problem).Sum(item => item.Array.Values.Sum(value => Text(value, problem.Format).Length));
        return (problem.Rows + SmallerNetworks.Size(problem.Network) + problem.Epochs + problem.BatchSize, digits);
    }

    // The arrays that may be rounded: not the labels of classes, which are their numbers or sum to 1.
    private static (NumberArray Array, Func<NumberArray, Problem> Replace)[] Parts(Problem problem)
    {
        bool is_of_classes = problem.Network.Loss is LossFunction.CategoricalCrossentropy or LossFunction.SparseCategoricalCrossentropy;
        (NumberArray, Func<NumberArray, Problem>)[] labels = is_of_classes ? [] : [(problem.Labels, array => problem with { Labels = array })];
        return
        [
            (problem.Inputs, array => problem with { Inputs = array }),
            .. labels,
            .. problem.Network.Parameters.Select(parameter => (problem.Start[parameter.Name],
                (Func<NumberArray, Problem>)(array => problem with { Start = new Dictionary<string, NumberArray>(problem.Start) { [parameter.Name] = array } }))),
        ];
    }

    private static int[] Fewer(int count) => [.. new[] { 1, count / 2, count - 1 }.Where(fewer => fewer >= 1 && fewer < count).Distinct()];

    private static double Round(double value, int digits) =>
        digits == 0 ? Math.Sign(value) : double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(double value, FloatFormat format) => format == FloatFormat.Float32
        ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
