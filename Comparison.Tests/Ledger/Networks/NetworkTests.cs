using Ledger.Networks;

namespace Comparison.Tests.Ledger.Networks;

[TestClass]
public sealed class NetworkTests
{
    [TestMethod]
    public void The_documents_network_has_the_documents_names_in_the_order_of_cause()
    {
        CollectionAssert.AreEqual(
            new[]
            {
                "hidden_layer_input", "hidden_layer_output", "output_layer_input", "output", "loss", "dL_doutput", "doutput_dz_out", "dL_dz_out",
                "dL_doutput_weights", "dL_doutput_bias", "dL_dhidden_output", "dL_dz_hidden", "dL_dhidden_weights", "dL_dhidden_bias",
                "hidden_weights", "hidden_bias", "output_weights", "output_bias",
            },
            Names(Network.Document(3, 4)));
    }

    [TestMethod]
    public void Layers_of_a_deeper_network_are_numbered_and_the_optimizers_state_stands_before_the_parameters()
    {
        Network network = new(5, [new(4, Activation.Tanh), new(3, Activation.Relu), new(2, Activation.Softmax)], LossFunction.CategoricalCrossentropy, new Adam());

        string[] names = Names(network);

        CollectionAssert.AreEqual(
            new[]
            {
                "hidden1_layer_input", "hidden1_layer_output", "hidden2_layer_input", "hidden2_layer_output", "output_layer_input", "output", "loss",
                "dL_doutput", "dL_dz_out", "dL_doutput_weights", "dL_doutput_bias",
                "dL_dhidden2_output", "dL_dz_hidden2", "dL_dhidden2_weights", "dL_dhidden2_bias",
                "dL_dhidden1_output", "dL_dz_hidden1", "dL_dhidden1_weights", "dL_dhidden1_bias",
            },
            names[..19]);
        CollectionAssert.AreEqual(new[] { "hidden1_weights", "hidden1_bias", "hidden2_weights", "hidden2_bias", "output_weights", "output_bias" }, names[^6..]);
        CollectionAssert.AreEquivalent(network.Parameters.SelectMany(parameter => new[] { $"m_{parameter.Name}", $"v_{parameter.Name}" }).ToArray(), names[19..^6]);
        CollectionAssert.AreEqual(new[] { 4, 3 }, network.Find("m_hidden2_weights")!.Shape(7));
        CollectionAssert.AreEqual(new[] { 7, 3 }, network.Find("dL_dz_hidden2")!.Shape(7));
    }

    [TestMethod]
    public void A_network_without_hidden_layers_has_an_output_layer_alone()
    {
        Network network = new(2, [new(1, Activation.Linear)], LossFunction.MeanSquaredError);

        CollectionAssert.AreEqual(
            new[] { "output_layer_input", "output", "loss", "dL_doutput", "doutput_dz_out", "dL_dz_out", "dL_doutput_weights", "dL_doutput_bias", "output_weights", "output_bias" },
            Names(network));
        Assert.IsFalse(network.IsDocuments);
    }

    [TestMethod]
    public void Networks_that_say_the_same_are_equal_and_any_difference_makes_them_differ()
    {
        static Network Make(int inputs = 2, Activation activation = Activation.Relu, LossFunction loss = LossFunction.MeanSquaredError, Optimizer? optimizer = null) =>
            new(inputs, [new(3, activation), new(1, Activation.Sigmoid)], loss, optimizer ?? new Adam());

        Assert.AreEqual(Make(), Make());
        Assert.AreEqual(Make().GetHashCode(), Make().GetHashCode());
        foreach (Network other in new[] { Make(3), Make(2, Activation.Tanh), Make(loss: LossFunction.BinaryCrossentropy), Make(optimizer: new Adam(0.8)), Make(optimizer: new Adam { Float32Constants = true }) })
            Assert.AreNotEqual(Make(), other);
    }

    [TestMethod]
    public void Networks_and_optimizers_are_told_in_words()
    {
        Assert.AreEqual("3 inputs, 4 relu, 1 sigmoid", $"{Network.Document(3, 4)}");
        Assert.AreEqual("1 input, 2 softmax", $"{new Network(1, [new(2, Activation.Softmax)], LossFunction.CategoricalCrossentropy)}");
        Assert.AreEqual("sgd", $"{new GradientDescent()}");
        Assert.AreEqual("sgd (Nesterov's momentum 0.9), constants in float32", $"{new GradientDescent(0.9, Nesterov: true) { Float32Constants = true }}");
        Assert.AreEqual("adam (beta_1 0.9, beta_2 0.999, epsilon 1E-07)", $"{new Adam()}");
    }

    [TestMethod]
    public void What_makes_no_network_is_refused()
    {
        Layer output = new(1, Activation.Sigmoid);
        Assert.ThrowsExactly<ArgumentException>(() => new Network(0, [output], LossFunction.MeanSquaredError));
        Assert.ThrowsExactly<ArgumentException>(() => new Network(1, [], LossFunction.MeanSquaredError));
        Assert.ThrowsExactly<ArgumentException>(() => new Network(1, [new(0, Activation.Relu), output], LossFunction.MeanSquaredError));
        foreach (Optimizer optimizer in new Optimizer[] { new GradientDescent(-0.1), new GradientDescent(double.NaN), new Adam(1), new Adam(0.9, -1), new Adam(Epsilon: double.PositiveInfinity) })
            Assert.ThrowsExactly<ArgumentException>(() => new Network(1, [output], LossFunction.MeanSquaredError, optimizer));
    }

    private static string[] Names(Network network) => [.. network.Quantities.Select(quantity => quantity.Name)];
}
