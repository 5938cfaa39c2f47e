using KerasVersion;
using KerasVersion.Dense;
using KerasVersion.Tracing;

namespace Comparison.Tests.KerasVersion;

[TestClass]
public sealed class DenseModelTests
{
    private static readonly Layer<float> Hidden = new(Activation.Tanh, new float[2, 3], new float[3]);
    private static readonly Layer<float> Output = new(Activation.Softmax, new float[3, 2], new float[2]);

    [TestMethod]
    public void Weights_that_do_not_fit_together_are_refused_with_both_shapes()
    {
        ArgumentException bias = Assert.ThrowsExactly<ArgumentException>(() => Model([Hidden with { Bias = new float[4] }, Output]));
        ArgumentException inputs = Assert.ThrowsExactly<ArgumentException>(() => Model([Hidden, Output with { Weights = new float[5, 2] }]));

        Assert.AreEqual(("start", "start"), (bias.ParamName, inputs.ParamName));
        StringAssert.Contains(bias.Message, "The weights of layer 1 have shape (2, 3), where (2, 4) is needed.");
        StringAssert.Contains(inputs.Message, "The weights of layer 2 have shape (5, 2), where (3, 2) is needed.");
        Assert.ThrowsExactly<ArgumentException>(() => Model([]));
    }

    [TestMethod]
    [DataRow(Loss.BinaryCrossentropy, Activation.Softmax, Activation.Sigmoid)]
    [DataRow(Loss.BinaryCrossentropy, Activation.Relu, Activation.Sigmoid)]
    [DataRow(Loss.CategoricalCrossentropy, Activation.Sigmoid, Activation.Softmax)]
    [DataRow(Loss.SparseCategoricalCrossentropy, Activation.Linear, Activation.Softmax)]
    public void A_cross_entropy_behind_an_activation_not_its_own_is_refused(Loss loss, Activation last, Activation needed)
    {
        ArgumentException error = Assert.ThrowsExactly<ArgumentException>(() => Model([Hidden, Output with { Activation = last }], loss));

        StringAssert.Contains(error.Message, $"{loss} needs {needed} as the last activation, not {last}.");
    }

    [TestMethod]
    public void A_model_that_is_not_recorded_cannot_be_traced() =>
        Assert.ThrowsExactly<InvalidOperationException>(() => Model([Hidden, Output]).TrainTraced(new float[1, 2], new float[1, 1], batch_size: 1, epochs: 1));

    [TestMethod]
    public void An_order_of_rows_is_the_same_as_rows_in_that_order()
    {
        var random = new Random(1);
        float[,] inputs = Drawn(7, 2), labels = new float[7, 1];
        Layer<float>[] start = [Hidden with { Weights = Drawn(2, 3) }, Output with { Weights = Drawn(3, 2) }];
        for (int row = 0; row < 7; row++)
            labels[row, 0] = random.Next(2);
        int[] order = [3, 1, 6, 0, 2, 5, 4];
        float[,] ordered = new float[7, 2], ordered_labels = new float[7, 1];
        for (int row = 0; row < 7; row++)
            (ordered[row, 0], ordered[row, 1], ordered_labels[row, 0]) = (inputs[order[row], 0], inputs[order[row], 1], labels[order[row], 0]);
        DenseModel<float> one = Model(start), other = Model(start), traced = Model(start, is_recorded: true);

        double[] losses = one.Fit(inputs, labels, batch_size: 3, epochs: 4, order);

        CollectionAssert.AreEqual(other.Fit(ordered, ordered_labels, batch_size: 3, epochs: 4), losses);
        List<TracedStep<float>> steps = [.. traced.TrainTraced(inputs, labels, batch_size: 3, epochs: 4, order)];
        CollectionAssert.AreEqual(new[] { 3, 1, 6 }, steps[0].Rows.ToArray());
        CollectionAssert.AreEqual(new[] { 4 }, steps[2].Rows.ToArray());
        foreach (DenseModel<float> same in new[] { other, traced })
            CollectionAssert.AreEqual(one.Layers[0].Weights, same.Layers[0].Weights);

        float[,] Drawn(int rows, int columns)
        {
            var drawn = new float[rows, columns];
            for (int i = 0; i < drawn.Length; i++)
                drawn[i / columns, i % columns] = 2 * random.NextSingle() - 1;
            return drawn;
        }
    }

    [TestMethod]
    [DataRow(0.9, 0.9f, 0.9)]
    [DataRow(0.9123456789, 0.9123457f, 0.9123457)]
    [DataRow(0.8999999761581421, 0.9f, 0.9)]
    public void A_float_that_is_no_learning_rate_means_its_shortest_decimal(double requested, float given, double used) =>
        Assert.AreEqual(new HyperParameter(given, used), HyperParameter.For(requested));

    private static DenseModel<float> Model(IReadOnlyList<Layer<float>> start, Loss loss = Loss.SparseCategoricalCrossentropy, bool is_recorded = false) =>
        new(start, loss, new Adam(), is_recorded);
}
