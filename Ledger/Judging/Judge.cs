using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Judging;

/// <summary>Judges traces.</summary>
public static class Judge
{
    /// <summary>Every quantity of every step of one side that its computation has, from its own recorded operands, in the order of cause.</summary>
    public static IEnumerable<QuantityJudgement> Quantities(Trace trace)
    {
        var judge = new QuantityJudge(trace);
        IReadOnlyList<Quantity> quantities = trace.Network.Quantities;
        for (int step = 1; step <= trace.Steps.Count; step++)
        {
            foreach (Quantity quantity in quantities)
                if (judge.Judge(quantity, step) is { } judged)
                    yield return judged;
            foreach (QuantityJudgement extra in judge.Extra(step))
                yield return extra;
        }
    }

    /// <summary>One training by itself: every number against its formula.</summary>
    public static Judgement Alone(Trace trace)
    {
        Judged side = new(trace, null);
        Finding? first = side.FirstOf(side.Worst);
        string all = $"all {side.Numbers} recorded numbers lie within the rounding budgets of their formulas";
        return new(
            side.Worst,
            side.Worst switch
            {
                Verdict.Unexplained => $"{first}",
                Verdict.CannotJudge => $"{first}; from there on its numbers say nothing",
                Verdict.Suspicious => $"{all}, but {first}",
                _ => all,
            },
            first, side.Numbers, null);
    }

    /// <summary>Two trainings: their roots against each other bit for bit, every other number of each against its formula.</summary>
    /// <param name="one">One side.</param>
    /// <param name="other">The other.</param>
    /// <param name="on_step">Called whenever a step of a side has been judged.</param>
    public static Judgement Compare(Trace one, Trace other, Action? on_step = null)
    {
        long? max_ulps = MaxUlps(one, other);
        if (Roots.FirstDifference(one, other) is { } root)
            return new(Verdict.Unexplained, $"the two sides did not start from the same: {root}", root, 0, max_ulps);

        Judged left = new(one, on_step), right = new(other, on_step);
        int numbers = left.Numbers + right.Numbers;
        Verdict worst = (Verdict)Math.Max((int)left.Worst, (int)right.Worst);
        Finding? first = Earlier(one, left.FirstOf(worst), right.FirstOf(worst));
        if (worst == Verdict.Unexplained)
            return new(worst, $"{first}", first, numbers, max_ulps);
        if (worst == Verdict.CannotJudge)
            return new(worst, $"{first}; from there on neither side's numbers say anything", first, numbers, max_ulps);

        string all = $"all {numbers} numbers recorded by the two sides lie within the rounding budgets of their formulas";
        if (worst == Verdict.Suspicious)
            return new(worst, $"{all}, but {first}", first, numbers, max_ulps);
        if (AreIdentical(one, other))
            return new(Verdict.Identical, $"{all}, and the sides are the same to the last bit", null, numbers, max_ulps);
        string amplified = FirstMaskDifference(one, other) is { } mask ? $"; {mask}" : "";
        string losses = one.Formulas.Loss == other.Formulas.Loss ? "" : $"; {one.Side} computes {one.Formulas.Loss}, {other.Side} {other.Formulas.Loss}";
        return new(Verdict.Rounding, $"{all}{losses}{amplified}", null, numbers, max_ulps);
    }

    /// <summary>The one of two findings on a network that comes first in the order of cause; the left one where both are as early.</summary>
    internal static Finding? Earlier(Trace trace, Finding? left, Finding? right)
    {
        return left is null ? right
            : right is null || (left.Step, Order(left)).CompareTo((right.Step, Order(right))) <= 0 ? left
            : right;

        int Order(Finding finding) => trace.Network.Quantities.TakeWhile(quantity => quantity.Name != finding.Quantity).Count();
    }

    private static long? MaxUlps(Trace one, Trace other)
    {
        long max = 0;
        foreach (Quantity parameter in one.Network.Parameters)
        {
            if (one.Read(parameter.Name, one.Steps.Count) is not { } left || other.Read(parameter.Name, other.Steps.Count) is not { } right
                || !left.Shape.SequenceEqual(right.Shape))
                return null;
            for (int i = 0; i < left.Values.Length; i++)
            {
                if (one.Format.Ulps(left.Values[i], right.Values[i]) is not { } ulps)
                    return null;
                max = Math.Max(max, ulps);
            }
        }
        return max;
    }

    private static bool AreIdentical(Trace one, Trace other) =>
        one.Steps.Zip(other.Steps).All(steps => steps.First.Recorded.All(quantity =>
            !steps.Second.Recorded.TryGetValue(quantity.Key, out NumberArray? same) || quantity.Value.IsIdenticalTo(same)));

    // Where rounding alone put a pre-activation on the other side of 0, gradients differ by whole terms from there on.
    private static string? FirstMaskDifference(Trace one, Trace other)
    {
        string[] sums = [.. one.Network.Layers.Zip(one.Network.Names).Where(layer => layer.First.Activation == Activation.Relu).Select(layer => layer.Second.Sum)];
        for (int step = 1; step <= one.Steps.Count; step++)
            foreach (string sum in sums)
                if (one.Read(sum, step) is { } left && other.Read(sum, step) is { } right && FirstSignDifference(left, right) is { } i)
                    return $"at step {step} rounding put {sum}[{string.Join(", ", left.IndexOf(i))}] on different sides of 0 ({Finding.Number(left.Values[i])} and {Finding.Number(right.Values[i])}), so one side's ReLU lets the gradient through and the other's does not: differences are amplified from there on";
        return null;
    }

    private static int? FirstSignDifference(NumberArray left, NumberArray right)
    {
        for (int i = 0; i < left.Values.Length; i++)
            if (left.Values[i] > 0 != right.Values[i] > 0)
                return i;
        return null;
    }

    /// <summary>One side with all its quantities judged.</summary>
    private sealed class Judged
    {
        private readonly List<Finding> findings = [];
        private readonly List<Verdict> verdicts = [];

        public Judged(Trace trace, Action? on_step)
        {
            int step = 1;
            foreach (QuantityJudgement judged in Quantities(trace))
            {
                for (; step < judged.Step; step++)
                    on_step?.Invoke();
                Numbers += trace.Read(judged.Quantity, judged.Step)?.Values.Length ?? 0;
                if (judged.Finding is { } finding)
                    Add(judged.Verdict, finding);
            }
            if (Numbers == 0)
                Add(Verdict.Unexplained, new(trace.Side, 0, "steps", [], 0, 0, 0, $"{trace.Side} recorded nothing that could be judged"));
        }

        public int Numbers { get; }

        public Verdict Worst => verdicts.Count == 0 ? Verdict.Rounding : verdicts.Max();

        public Finding? FirstOf(Verdict verdict)
        {
            int index = verdicts.IndexOf(verdict);
            return index < 0 ? null : findings[index];
        }

        private void Add(Verdict verdict, Finding finding)
        {
            verdicts.Add(verdict);
            findings.Add(finding);
        }
    }
}
