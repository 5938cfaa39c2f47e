using KerasVersion;
using KerasVersion.Tracing;

namespace Comparison.Tests.KerasVersion;

[TestClass]
public sealed class LearningRateTests
{
    [TestMethod]
    public void In_float64_a_float_means_its_shortest_decimal() =>
        Assert.AreEqual(new LearningRate(0.01f, 0.01), LearningRate.For<double>(0.01));

    [TestMethod]
    public void In_float64_a_rate_with_more_digits_than_a_float_is_the_widened_float() =>
        Assert.AreEqual(new LearningRate(0.012345679f, 0.012345679f), LearningRate.For<double>(0.01234567890123));

    [TestMethod]
    public void In_float64_the_widened_float_itself_is_used_as_it_is() =>
        Assert.AreEqual(new LearningRate(0.01f, 0.01f), LearningRate.For<double>(0.01f));

    [TestMethod]
    public void In_float32_the_rate_is_the_float() =>
        Assert.AreEqual(new LearningRate(0.01f, 0.01f), LearningRate.For<float>(0.01));

    [TestMethod]
    [NeedsFloat64]
    [DataRow(0.01)]
    [DataRow(0.01234567890123)]
    [DataRow(0.009999999776482582)]
    public void The_optimizer_steps_by_the_rate_that_is_said_to_be_used(double requested)
    {
        var model = new DocumentModel<double>(Document.Start<double>(), requested);
        double before = model.Parameters.OutputBias[0];
        TracedStep<double> step = model.TrainTraced(Document.X<double>(), new[,] { { 1.0 } }, batch_size: 1, epochs: 1).Single();

        double gradient = step.Recorded["dL_doutput_bias"].Values[0];

        Assert.AreEqual(before - LearningRate.For<double>(requested).Used * gradient, model.Parameters.OutputBias[0]);
    }
}
