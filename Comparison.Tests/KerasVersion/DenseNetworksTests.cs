using Comparison.Sides;
using Comparison.Tests.Problems;
using KerasVersion;
using Ledger.Arithmetic;
using Ledger.Judging;

namespace Comparison.Tests.KerasVersion;

/// <summary>Dense networks of any depth on both sides: every number of every step lies within its budget.</summary>
[TestClass]
public sealed class DenseNetworksTests
{
    [TestMethod]
    public void Both_sides_agree_on_random_dense_networks() => Agree([.. Enumerable.Range(1, 300)]);

    [TestMethod]
    [TestCategory("Long")]
    public void Both_sides_agree_on_thousands_of_random_dense_networks() => Agree([.. Enumerable.Range(1_000_000, 6000)]);

    // What is drawn may diverge until nothing is finite: that is seen, and happens to few.
    private static void Agree(IReadOnlyCollection<int> seeds)
    {
        var compared = seeds.AsParallel().Select(seed => (Seed: seed, Problem: RandomDenseProblem.Of(seed)))
            .Where(one => one.Problem.Format == FloatFormat.Float32 || Engine.Current.HasFloat64)
            .Select(one => (one.Seed, one.Problem, Judgement: Judge.Compare(ScratchSide.Train(one.Problem).Trace, KerasSide.Train(one.Problem).Trace)))
            .ToList();
        string[] disagreements = [.. compared.Where(one => one.Judgement.Verdict is Verdict.Suspicious or Verdict.Unexplained)
            .Select(one => $"{one.Seed}, {one.Problem.Network}, {one.Problem.Network.Loss}, {one.Problem.Network.Optimizer}, {one.Problem.Format}: {one.Judgement.Reason}")];

        Assert.IsEmpty(disagreements, $"{disagreements.Length}\n{string.Join('\n', disagreements.Take(20))}");
        Assert.IsLessThan(compared.Count / 100.0, compared.Count(one => one.Judgement.Verdict == Verdict.CannotJudge), "too many diverge");
    }
}
