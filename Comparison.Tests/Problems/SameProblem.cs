using Comparison.Problems;

namespace Comparison.Tests.Problems;

/// <summary>Whether two problems are the same training.</summary>
internal static class SameProblem
{
    /// <summary>Asserts that every number of both has the same bits.</summary>
    public static void Check(Problem expected, Problem actual)
    {
        Assert.AreEqual(expected.Network, actual.Network);
        Assert.AreEqual((expected.Format, expected.LearningRate, expected.BatchSize, expected.Epochs),
            (actual.Format, actual.LearningRate, actual.BatchSize, actual.Epochs));
        Assert.IsTrue(expected.Inputs.IsIdenticalTo(actual.Inputs), "inputs");
        Assert.IsTrue(expected.Labels.IsIdenticalTo(actual.Labels), "labels");
        foreach (var (name, array) in expected.Start)
            Assert.IsTrue(array.IsIdenticalTo(actual.Start[name]), name);
    }
}
