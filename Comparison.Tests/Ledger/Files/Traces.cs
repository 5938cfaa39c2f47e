using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>What the tests of trace files ask of traces.</summary>
internal static class Traces
{
    /// <summary>An honest training of 5 samples, 3 inputs and 4 hidden units, 3 steps of 2 rows.</summary>
    public static Trace Small(FloatFormat format) =>
        HonestTraining.Train(format, 3, 4, 5, 2, 3, 1, new(1, Fused: false, FromLogits: false, FlushesDenormals: false));

    /// <summary>Asserts that two traces are the same in everything that is judged, to the last bit.</summary>
    public static void AreSame(Trace expected, Trace actual)
    {
        Assert.AreEqual(expected.Side, actual.Side);
        Assert.AreEqual(expected.Format, actual.Format);
        Assert.AreEqual(expected.Network, actual.Network);
        Assert.AreEqual(expected.Formulas.Loss, actual.Formulas.Loss);
        Assert.AreEqual(BitConverter.DoubleToInt64Bits(expected.LearningRate), BitConverter.DoubleToInt64Bits(actual.LearningRate));
        Assert.AreEqual(expected.BatchSize, actual.BatchSize);
        AreSame("inputs", expected.Inputs, actual.Inputs);
        AreSame("labels", expected.Labels, actual.Labels);
        AreSame("start", expected.Start, actual.Start);
        CollectionAssert.AreEquivalent(expected.NotComputed.ToArray(), actual.NotComputed.ToArray());
        Assert.HasCount(expected.Steps.Count, actual.Steps);
        for (int step = 0; step < expected.Steps.Count; step++)
        {
            CollectionAssert.AreEqual(expected.Steps[step].Rows.ToArray(), actual.Steps[step].Rows.ToArray());
            AreSame($"step {step + 1}", expected.Steps[step].Recorded, actual.Steps[step].Recorded);
        }
    }

    /// <summary>Asserts that a file is refused in one line that names it and holds some words.</summary>
    public static void IsRefused(Action read, params string[] words)
    {
        TraceFileException error = Assert.ThrowsExactly<TraceFileException>(read);
        foreach (string word in words)
            Assert.Contains(word, error.Message);
        Assert.IsFalse(error.Message.Any(char.IsControl), error.Message);
        Assert.EndsWith(".", error.Message);
    }

    /// <summary>The trace with some of its numbers replaced.</summary>
    public static Trace Map(this Trace trace, Func<double, double> map) => trace with
    {
        Inputs = Map(trace.Inputs, map),
        Labels = Map(trace.Labels, map),
        Start = trace.Start.ToDictionary(entry => entry.Key, entry => Map(entry.Value, map)),
        Steps = [.. trace.Steps.Select(step => step with { Recorded = step.Recorded.ToDictionary(entry => entry.Key, entry => Map(entry.Value, map)) })],
    };

    private static NumberArray Map(NumberArray array, Func<double, double> map) => array with { Values = [.. array.Values.Select(map)] };

    private static void AreSame(string place, IReadOnlyDictionary<string, NumberArray> expected, IReadOnlyDictionary<string, NumberArray> actual)
    {
        CollectionAssert.AreEquivalent(expected.Keys.ToArray(), actual.Keys.ToArray(), place);
        foreach (var (name, array) in expected)
            AreSame($"{place}, {name}", array, actual[name]);
    }

    private static void AreSame(string place, NumberArray expected, NumberArray actual) =>
        Assert.IsTrue(expected.IsIdenticalTo(actual), $"{place}: {NumberArray.Describe(actual.Shape)} [{string.Join(", ", actual.Values)}] for {NumberArray.Describe(expected.Shape)} [{string.Join(", ", expected.Values)}]");
}
