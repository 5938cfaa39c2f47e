using Comparison.Campaigns;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.Campaigns;

[TestClass]
public sealed class CampaignTests
{
    [TestMethod]
    public void Honest_sides_are_never_unexplained_and_every_network_is_counted()
    {
        CampaignResult result = Campaign.Run(3, 150, Environment.ProcessorCount, ComparedNetwork.Of);

        Assert.AreEqual(150, result.Compared);
        Assert.AreEqual(0, result.Counts[Verdict.Unexplained], $"{result.Unexplained.FirstOrDefault()?.Judgement.Reason}");
        Assert.AreEqual(Enumerable.Range(1, 150).Sum(number => (long)RandomProblem.Of(3, number).Steps), result.Steps);
        Assert.IsTrue(result.Scratch > TimeSpan.Zero && result.Keras > TimeSpan.Zero && result.Judging > TimeSpan.Zero);
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_counts_however_many_are_compared_at_a_time()
    {
        CampaignResult alone = Campaign.Run(5, 60, 1, ComparedNetwork.Of), together = Campaign.Run(5, 60, 4, ComparedNetwork.Of);

        foreach (Verdict verdict in Enum.GetValues<Verdict>())
            Assert.AreEqual(alone.Counts[verdict], together.Counts[verdict], $"{verdict}");
    }

    [TestMethod]
    public void Trained_at_the_same_time_in_both_dtypes_the_Keras_side_gives_the_same_bits_as_alone()
    {
        Problem[] problems = [.. Enumerable.Range(1, 60).Select(number => RandomProblem.Of(11, number))];
        Trace[] alone = Array.ConvertAll(problems, problem => KerasSide.Train(problem).Trace);

        Trace[] together = [.. problems.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(problem => KerasSide.Train(problem).Trace)];

        for (int i = 0; i < problems.Length; i++)
            foreach (var (expected, actual) in alone[i].Steps.Zip(together[i].Steps))
                foreach (var (name, array) in expected.Recorded)
                    Assert.IsTrue(array.IsIdenticalTo(actual.Recorded[name]), $"network {i + 1}: {name}");
    }

    [TestMethod]
    public void Stopped_it_tells_what_was_found_so_far()
    {
        using var stop = new CancellationTokenSource();
        int compared = 0;

        CampaignResult result = Campaign.Run(1, 100_000, 2, ComparedNetwork.Of, () =>
        {
            if (Interlocked.Increment(ref compared) == 10)
                stop.Cancel();
        }, stop.Token);

        Assert.AreEqual(100_000, result.Asked);
        Assert.IsTrue(result.Compared is 10 or 11, $"{result.Compared} were compared, where the tenth stopped it and one more was at hand");
    }

    [TestMethod]
    public void A_fault_names_its_network()
    {
        int calls = 0;

        InvalidOperationException fault = Assert.ThrowsExactly<InvalidOperationException>(() => Campaign.Run(1, 9, 1, problem =>
            ++calls == 4 ? throw new NotSupportedException("no such thing") : ComparedNetwork.Of(problem)));

        Assert.AreEqual("comparing network 4 failed: NotSupportedException: no such thing", fault.Message);
    }

    [TestMethod]
    public void An_unexplained_network_is_kept_shrunk_to_the_smallest_that_shows_the_same()
    {
        CampaignResult result = Campaign.Run(1, 30, 2, OfOneRow);

        Assert.IsNotEmpty(result.Unexplained);
        Assert.AreEqual(result.Counts[Verdict.Unexplained], result.Unexplained.Count);
        foreach (UnexplainedNetwork network in result.Unexplained.Take(3))
        {
            UnexplainedNetwork smallest = network.Shrunk(OfOneRow);

            Assert.AreEqual((1, 1, 2, 2, 1), (smallest.Problem.Inputs.Columns, smallest.Problem.Hidden, smallest.Problem.Rows, smallest.Problem.BatchSize, smallest.Problem.Epochs));
            Assert.AreEqual(("Scratch", "dL_doutput_bias"), (smallest.Judgement.First!.Side, smallest.Judgement.First.Quantity));
            Assert.AreEqual(network.Number, smallest.Number);
        }
    }

    // Scratch with a mistake: its output_bias gradient is the first row's alone.
    private static ComparedNetwork OfOneRow(Problem problem)
    {
        Trace honest = ScratchSide.Train(problem).Trace;
        Trace mistaken = honest with
        {
            Steps = [.. honest.Steps.Select(step => step with
            {
                Recorded = new Dictionary<string, NumberArray>(step.Recorded) { ["dL_doutput_bias"] = new([1], [step.Recorded["dL_dz_out"].Values[0]]) },
            })],
        };
        return new(Judge.Compare(mistaken, honest), default, default, default);
    }
}
