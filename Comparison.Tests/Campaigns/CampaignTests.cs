using Comparison.Campaigns;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Judging;
using Ledger.Networks;
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
    public void Honest_sides_are_never_unexplained_at_any_depth_and_each_network_is_counted_by_what_it_is_made_of()
    {
        CampaignResult result = Campaign.Run(3, 150, Environment.ProcessorCount, ComparedNetwork.Of, is_deep: true);

        Assert.AreEqual(150, result.Compared);
        Assert.AreEqual(0, result.Counts[Verdict.Unexplained], $"{result.Unexplained.FirstOrDefault()?.Judgement.Reason}");
        foreach (string sort in new[] { "hidden layer", "loss ", "optimizer " })
            Assert.AreEqual(150, result.CountsByPart.Where(part => part.Key.Contains(sort)).Sum(part => part.Value.Values.Sum()), sort);
        Assert.AreEqual(
            Enumerable.Range(1, 150).Count(number => RandomDeepProblem.Of(3, number).Network.Layers.Any(layer => layer.Activation == Activation.Tanh)),
            result.CountsByPart["activation tanh"].Values.Sum());
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

        CampaignResult result = Campaign.Run(1, 100_000, 2, ComparedNetwork.Of, on_network: () =>
        {
            if (Interlocked.Increment(ref compared) == 10)
                stop.Cancel();
        }, stop: stop.Token);

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

    [TestMethod]
    public void An_unexplained_network_of_any_depth_is_kept_shrunk_to_the_layers_and_the_optimizer_that_show_the_same()
    {
        CampaignResult result = Campaign.Run(1, 40, 2, OfLostGradient, is_deep: true);

        Assert.IsGreaterThan(2, result.Unexplained.Count);
        foreach (UnexplainedNetwork network in result.Unexplained)
        {
            UnexplainedNetwork smallest = network.Shrunk(OfLostGradient);
            Network left = smallest.Problem.Network;

            Assert.AreEqual((1, 1, 1, 1), (smallest.Problem.Inputs.Columns, smallest.Problem.Rows, smallest.Problem.BatchSize, smallest.Problem.Epochs));
            CollectionAssert.AreEqual(new[] { Activation.Tanh }, left.Layers.SkipLast(1).Select(layer => layer.Activation).ToArray());
            Assert.AreEqual((1, new GradientDescent()), (left.Layers[0].Units, left.Optimizer));
            Assert.AreEqual(left.LabelColumns == 1 && left.Loss == LossFunction.SparseCategoricalCrossentropy ? 2 : left.LabelColumns, left.Layers[^1].Units);
            Assert.AreEqual(("Scratch", "dL_dz_hidden"), (smallest.Judgement.First!.Side, smallest.Judgement.First.Quantity));
        }
    }

    // Scratch with a mistake: half of the gradient is lost on its way through a hidden tanh, the last there is.
    private static ComparedNetwork OfLostGradient(Problem problem)
    {
        Trace honest = ScratchSide.Train(problem).Trace;
        int layer = problem.Network.Layers.SkipLast(1).ToList().FindLastIndex(layer => layer.Activation == Activation.Tanh);
        string lost = layer < 0 ? "" : problem.Network.Names[layer].SumGradient;
        Trace mistaken = honest with
        {
            Steps = [.. honest.Steps.Select(step => step with
            {
                Recorded = step.Recorded.ToDictionary(quantity => quantity.Key, quantity =>
                    quantity.Key == lost ? quantity.Value with { Values = Array.ConvertAll(quantity.Value.Values, value => value / 2) } : quantity.Value),
            })],
        };
        return new(Judge.Compare(mistaken, honest), default, default, default);
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
