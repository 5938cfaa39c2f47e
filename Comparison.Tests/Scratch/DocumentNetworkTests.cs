using Scratch;

namespace Comparison.Tests.Scratch;

[TestClass]
public sealed class DocumentNetworkTests
{
    // The document's own NumPy code gives these; NumPy's log and another C library's may round differently by one ULP.
    [TestMethod]
    [DataRow(1.0, new[] { 0.444979717156028, 0.44198603413523035, 0.4390107747999562, 0.43605389566088765, 0.4331153529181538 }, 0.11776661720904248)]
    [DataRow(0.0, new[] { 1.0239797171560276, 1.0144793354005055, 1.0051560755414377, 0.996005125812208, 0.9870218299989317 }, 0.06829778375551991)]
    public void Five_epochs_give_the_documents_figures(double y_true, double[] losses, double output_bias)
    {
        var network = new DocumentNetwork<double>(Document.Start<double>(), Document.LearningRate);

        for (int epoch = 0; epoch < losses.Length; epoch++)
            IsWithinOneUlp(losses[epoch], network.Train(Document.X, [y_true]).Loss);

        IsWithinOneUlp(output_bias, network.Parameters.OutputBias);
    }

    [TestMethod]
    public void A_batch_of_equal_rows_trains_as_one_of_them()
    {
        var one = new DocumentNetwork<double>(Document.Start<double>(), 0.25);
        var two = new DocumentNetwork<double>(Document.Start<double>(), 0.25);

        Step<double> alone = one.Train(Document.X, [1]), twice = two.Train(new[,] { { 0.2, 0.1, 0.7 }, { 0.2, 0.1, 0.7 } }, [1, 1]);

        // Halving and adding two halves rounds nothing.
        Assert.AreEqual(alone.Loss, twice.Loss);
        Assert.AreEqual(alone.DLossByOutputLayerInput[0] / 2, twice.DLossByOutputLayerInput[1]);
        CollectionAssert.AreEqual(one.Parameters.HiddenWeights, two.Parameters.HiddenWeights);
        Assert.AreEqual(one.Parameters.OutputBias, two.Parameters.OutputBias);
    }

    [TestMethod]
    public void A_neuron_whose_input_is_zero_or_less_passes_no_gradient()
    {
        var start = new Parameters<float>(new[,] { { 1f, -1f, 0f } }, [0f, 0f, 0f], [0.5f, 0.5f, 0.5f], 0f);

        Step<float> step = new DocumentNetwork<float>(start, 0.1f).Train(new[,] { { 2f } }, [1f]);

        CollectionAssert.AreEqual(new[] { 2f, 0f, 0f }, step.HiddenLayerOutput.Cast<float>().ToArray());
        Assert.AreNotEqual(0f, step.DLossByHiddenLayerInput[0, 0]);
        Assert.AreEqual(0f, step.DLossByHiddenLayerInput[0, 1]);
        Assert.AreEqual(0f, step.DLossByHiddenLayerInput[0, 2]);
    }

    [TestMethod]
    public void An_output_that_rounds_to_one_gives_the_documents_NaN()
    {
        var start = new Parameters<double>(new[,] { { 1.0 } }, [0.0], [100.0], 0.0);

        Step<double> step = new DocumentNetwork<double>(start, 0.1).Train(new[,] { { 1.0 } }, [1.0]);

        Assert.AreEqual(1.0, step.Output[0]);
        Assert.AreEqual(double.NaN, step.Loss);
        Assert.AreEqual(double.NaN, step.DLossByOutput[0]);
    }

    [TestMethod]
    public void The_parameters_to_start_from_are_not_written_to()
    {
        Parameters<double> start = Document.Start<double>();

        new DocumentNetwork<double>(start, 0.5).Train(Document.X, [0]);

        CollectionAssert.AreEqual(Document.Start<double>().HiddenWeights, start.HiddenWeights);
        CollectionAssert.AreEqual(Document.Start<double>().HiddenBias, start.HiddenBias);
        CollectionAssert.AreEqual(Document.Start<double>().OutputWeights, start.OutputWeights);
    }

    [TestMethod]
    public void What_does_not_fit_is_refused()
    {
        Parameters<double> start = Document.Start<double>();
        var network = new DocumentNetwork<double>(start, 0.1);

        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => new DocumentNetwork<double>(start with { HiddenBias = [1] }, 0.1)).Message, "hidden_bias has 1");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => network.Train(new[,] { { 1.0, 2.0 } }, [1])).Message, "X has shape (1, 2)");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => network.Train(new double[0, 3], [])).Message, "X has shape (0, 3)");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => network.Train(Document.X, [1, 0])).Message, "2 labels");
    }

    private static void IsWithinOneUlp(double expected, double actual) =>
        Assert.IsTrue(Math.Abs(expected - actual) <= Math.BitIncrement(expected) - expected, $"{actual:R} is not {expected:R}");
}
