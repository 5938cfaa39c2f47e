using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Judging;

/// <summary>What a training starts from. It has no formula: both sides must have the same, bit for bit.</summary>
internal static class Roots
{
    /// <summary>The first root that differs between two traces; null if all are the same.</summary>
    public static Finding? FirstDifference(Trace one, Trace other)
    {
        if (one.Format != other.Format)
            return Different("dtype", $"{one.Format} on one side, {other.Format} on the other");
        Network left_network = one.Network, right_network = other.Network;
        if (!left_network.Equals(right_network))
            return NetworkDifference(left_network, right_network);
        return Array("inputs", one.Inputs, other.Inputs)
            ?? Array("labels", one.Labels, other.Labels)
            ?? left_network.Parameters.Select(parameter => Array($"start/{parameter.Name}", one.Start[parameter.Name], other.Start[parameter.Name])).FirstOrDefault(found => found is not null)
            ?? Array("learning_rate", new([], [one.LearningRate]), new([], [other.LearningRate]))
            ?? Array("batch_size", new([], [one.BatchSize]), new([], [other.BatchSize]))
            ?? Rows()
            ?? (one.Steps.Count == other.Steps.Count ? null : Different("steps", $"{one.Steps.Count} on one side, {other.Steps.Count} on the other"));

        Finding? Array(string name, NumberArray left, NumberArray right)
        {
            if (!left.Shape.SequenceEqual(right.Shape))
                return Different(name, $"shape {NumberArray.Describe(left.Shape)} on one side, {NumberArray.Describe(right.Shape)} on the other");
            if (left.FirstDifference(right) is not { } at)
                return null;
            return new(one.Side, 0, name, left.IndexOf(at), left.Values[at], right.Values[at], 0,
                $"{Finding.Number(left.Values[at])} in {one.Side}, {Finding.Number(right.Values[at])} in {other.Side}");
        }

        Finding NetworkDifference(Network left, Network right) =>
            left.Inputs != right.Inputs || !left.Layers.SequenceEqual(right.Layers) ? Different("network", $"{left} on one side, {right} on the other")
            : left.Loss != right.Loss ? Different("loss function", $"{left.Loss.Name()} on one side, {right.Loss.Name()} on the other")
            : Different("optimizer", $"{left.Optimizer} on one side, {right.Optimizer} on the other");

        Finding? Rows()
        {
            for (int step = 0; step < Math.Min(one.Steps.Count, other.Steps.Count); step++)
                if (!one.Steps[step].Rows.SequenceEqual(other.Steps[step].Rows))
                    return new(one.Side, 0, $"rows of step {step + 1}", [], double.NaN, double.NaN, 0,
                        $"[{string.Join(", ", one.Steps[step].Rows)}] in {one.Side}, [{string.Join(", ", other.Steps[step].Rows)}] in {other.Side}");
            return null;
        }

        Finding Different(string name, string how) => new(one.Side, 0, name, [], double.NaN, double.NaN, 0, how);
    }
}
