using KerasOnTorch.Tests.Recorded;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Layers;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasOnTorch.Tests.Keras.Layers;

[TestClass]
public sealed class DenseTests : LayerTests
{
    [TestMethod]
    public void Every_output_is_a_sum_over_the_inputs_of_its_row()
    {
        ILayer layer = keras.layers.Dense(2, keras.activations.Relu);
        layer.Apply(np.array(new double[1, 3]));
        layer.set_weights([np.array(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }), np.array(0.5, -100.0)]);
        Tensor output = layer.Apply(np.array(new double[,] { { 1, 1, 1 }, { 1, 0, -1 } }));
        CollectionAssert.AreEqual(new[] { 9.5, 0, 0, 0 }, output.Numbers());
    }

    [TestMethod]
    public void Rows_may_have_further_axes_before_the_inputs()
    {
        ILayer layer = keras.layers.Dense(1, keras.activations.Linear, kernel_initializer: tf.ones_initializer);
        Tensor output = layer.Apply(np.array(new double[,,] { { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } }));
        Assert.AreEqual(new Shape(2, 2, 1), output.shape);
        CollectionAssert.AreEqual(new[] { 3.0, 7, 11, 15 }, output.Numbers());
        Assert.AreEqual(new Shape(-1, 2, 1), layer.OutputShape);
    }

    [TestMethod]
    public void Integers_are_inputs_as_well()
    {
        ILayer layer = keras.layers.Dense(1, keras.activations.Linear, kernel_initializer: tf.ones_initializer);
        CollectionAssert.AreEqual(new[] { 3.0, 7 }, ((Tensor)layer.Apply(np.array(new[,] { { 1, 2 }, { 3, 4 } }))).Numbers());
    }

    [TestMethod]
    public void A_layer_that_is_not_to_be_trained_keeps_its_weights()
    {
        var layer = new Dense(new DenseArgs { Units = 1, Trainable = false, InputShape = 2 });
        layer.build(layer.BatchInputShape!);
        Assert.IsEmpty(layer.TrainableWeights);
        Assert.HasCount(2, layer.NonTrainableWeights);
        Assert.HasCount(2, layer.Weights);
    }

    [TestMethod]
    public void Rows_of_another_length_are_refused()
    {
        ILayer layer = keras.layers.Dense(1);
        layer.Apply(np.array(new double[1, 3]));
        Assert.AreEqual(
            "The layer dense takes 3 inputs a row; it was given the shape (1, 2).",
            Assert.ThrowsExactly<ArgumentException>(() => layer.Apply(np.array(new double[1, 2]))).Message);
        Assert.AreEqual(
            "The layer dense_1 cannot take inputs of shape (None,); it needs rows of a known number of inputs, as in (None, 3).",
            Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Dense(1).Apply(np.array(1.0, 2.0))).Message);
    }

    [TestMethod]
    public void A_layer_without_outputs_is_refused() => Assert.AreEqual(
        "Dense with 0 units has no outputs; give it 1 or more.",
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Dense(0)).Message);

    [TestMethod]
    public void Weights_start_between_glorots_limits_and_biases_at_zero()
    {
        ILayer layer = keras.layers.Dense(40);
        layer.Apply(np.array(new double[1, 60]));
        double limit = Math.Sqrt(6.0 / 100);
        double[] kernel = layer.get_weights()[0].Numbers();
        Assert.IsTrue(kernel.All(weight => Math.Abs(weight) <= limit));
        // 2400 uniform draws: one of 100 parts of the range stays empty with probability (1 - 1/100)^2400 < 1e-10.
        Assert.IsTrue(kernel.Max() > 0.98 * limit && kernel.Min() < -0.98 * limit);
        Assert.IsTrue(layer.get_weights()[1].Numbers().All(weight => weight == 0));
    }

    [TestMethod]
    public void A_seed_repeats_the_weights_that_layers_start_with()
    {
        Assert.IsTrue(Start(7).SequenceEqual(Start(7)));
        Assert.IsFalse(Start(7).SequenceEqual(Start(8)));

        static double[] Start(int seed)
        {
            tf.set_random_seed(seed);
            var model = keras.Sequential(keras.layers.Dense(3, "relu", input_shape: 3), keras.layers.Dense(3));
            double[] first = model.get_weights()[0].Numbers(), second = model.get_weights()[2].Numbers();
            Assert.IsFalse(first.SequenceEqual(second), "layers start differently");
            return [.. first, .. second];
        }
    }
}
