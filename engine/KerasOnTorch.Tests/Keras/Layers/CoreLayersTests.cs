using KerasOnTorch.Tests.Recorded;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasOnTorch.Tests.Keras.Layers;

/// <summary>What the recorded runs do not show of shapes, masks, embeddings, merges and normalizations.</summary>
[TestClass]
public sealed class CoreLayersTests : LayerTests
{
    [TestMethod]
    public void Shapes_that_do_not_fit_are_refused_in_one_line()
    {
        NDArray x = new(new double[12], new Shape(2, 6));
        Refused("The layer reshape cannot give rows the shape (4,): inputs of shape (None, 6) have 6 numbers a row.", () => keras.layers.Reshape((Shape)4).Apply(x));
        Refused("The layer permute takes inputs of 3 axes, the rows' among them; their shape is (None, 6).", () => keras.layers.Permute([2, 1]).Apply(x));
        Refused("The layer permute_1 has the order (1, 3); it must name each axis from 1 on once, as in (2, 1).", () => keras.layers.Permute([1, 3]));
        Refused("The layer repeat_vector takes rows of numbers, as in (None, 3); the shape is (None, 2, 3).", () =>
            keras.layers.RepeatVector(2).Apply(new NDArray(new double[12], new Shape(2, 2, 3))));
        Refused("The layer add cannot merge inputs of shapes (None, 6) and (None, 4).", () => keras.layers.Add().Apply((x, new NDArray(new double[8], new Shape(2, 4)))));
        Refused("The layer subtract takes 2 inputs; it was given 1.", () => keras.layers.Subtract().Apply(x));
        Refused("The layer concatenate joins inputs along axis 1, and they must be alike along the others; their shapes are (2, 6) and (3, 6).", () =>
            keras.layers.Concatenate().Apply((x, new NDArray(new double[18], new Shape(3, 6)))));
        Refused("The layer softmax works along the axes 2, each once; inputs of shape (2, 6) do not have them.", () => keras.layers.Softmax(2).Apply(x));
        Refused("The layer group_normalization cannot divide the 6 channels along axis 1 of inputs of shape (None, 6) into 4 groups.", () => keras.layers.GroupNormalization(4).Apply(x));
    }

    [TestMethod]
    public void Merged_rows_may_lack_axes_and_have_unknown_ones()
    {
        Tensors a = keras.Input((-1, 3)), b = keras.Input(3);
        Assert.AreEqual(new Shape(-1, -1, 3), keras.layers.Add().Apply((a, b)).shape);
        Assert.AreEqual(new Shape(-1, -1, 3), keras.layers.Concatenate(1).Apply((a, keras.Input((2, 3)))).shape);
        Assert.AreEqual(new Shape(-1, 2, 2), keras.layers.Dot(new Axis(2, 2)).Apply((keras.Input((2, 3)), keras.Input((2, 3)))).shape);
    }

    [TestMethod]
    public void Of_equal_inputs_the_first_gets_the_gradient()
    {
        NDArray a = np.array(new double[,] { { 1, 2 } }), b = np.array(new double[,] { { 1, 3 } });
        foreach (var (layer, first, second) in new[] { (keras.layers.Maximum(), new[] { 1.0, 0 }, new[] { 0.0, 1 }), (keras.layers.Minimum(), [1, 1], [0, 0]) })
        {
            using var tape = tf.GradientTape(persistent: true);
            tape.watch(a);
            tape.watch(b);
            Tensor y = layer.Apply((a, b));
            CollectionAssert.AreEqual(first, tape.gradient(y, a).Numbers());
            CollectionAssert.AreEqual(second, tape.gradient(y, b).Numbers());
        }
    }

    [TestMethod]
    public void A_mask_goes_where_Keras_lets_it_go()
    {
        // Step 1 of the first row counts in the left input alone, step 2 in neither.
        Tensor left = Masked(1, 1, 0), right = Masked(1, 0, 0), whole = new NDArray(new double[] { 4, 4, 4 }, new Shape(1, 3, 1));
        Mask(keras.layers.Add().Apply((left, right)), true, true, false);
        Assert.IsNull(keras.layers.Add().Apply((left, whole)).Single.Mask);
        Mask(keras.layers.Concatenate(1).Apply((right, whole)), true, false, false, true, true, true);
        Mask(keras.layers.Dense(2).Apply(right), true, false, false);
        Assert.IsNull(keras.layers.Reshape(new Shape(3, 1)).Apply(right).Single.Mask);
        Assert.IsNull(keras.layers.Dot(1).Apply((left, right)).Single.Mask);
        CollectionAssert.AreEqual(new[] { 1.0, 1, 0 }, keras.layers.Maximum().Apply((left, right)).Single.Numbers(), "what does not count does not decide");
        CollectionAssert.AreEqual(new[] { 1.0, 1, 0 }, keras.layers.Multiply().Apply((left, right)).Single.Numbers(), "what does not count is 1, and 0 where nothing does");

        static Tensor Masked(params double[] steps) => keras.layers.Masking().Apply(new NDArray(steps, new Shape(1, steps.Length, 1)));

        static void Mask(Tensor output, params bool[] expected) => CollectionAssert.AreEqual(expected, output.Mask!.ToArray<bool>());
    }

    [TestMethod]
    public void Embedded_zeros_may_be_masked_and_negative_numbers_count_from_the_end()
    {
        ILayer layer = keras.layers.Embedding(3, 1, mask_zero: true);
        layer.Apply(np.array(new[,] { { 0, 1 } }));
        layer.set_weights([np.array(new double[,] { { 10 }, { 11 }, { 12 } })]);
        Tensor y = layer.Apply(np.array(new[,] { { 2, 0 }, { -1, -3 } }));
        CollectionAssert.AreEqual(new[] { 12.0, 10, 12, 10 }, y.Numbers());
        CollectionAssert.AreEqual(new[] { true, false, true, true }, y.Mask!.ToArray<bool>());
        Refused("The layer embedding has vectors for the numbers 0 to 2; it was given 3 at place 1 of inputs of shape (1, 2).", () => layer.Apply(np.array(new[,] { { 1, 3 } })));
    }

    [TestMethod]
    public void Activity_regularization_adds_a_rows_share_to_the_loss()
    {
        var losses = new AddedLosses();
        using (losses)
            keras.layers.ActivityRegularization(l1: 0.5f, l2: 2).Apply(np.array(new double[,] { { 1, -2 }, { 3, 0 } }));
        Assert.AreEqual(((0.5 * 6) + (2 * 14)) / 2, losses.All.Single().Numbers().Single(), 1e-12);
    }

    [TestMethod]
    public void Normalization_learns_mean_and_variance_of_data()
    {
        NDArray x = np.array(new double[,] { { 1, 10 }, { 3, 10 }, { 5, 40 } });
        ILayer layer = keras.layers.Normalization();
        layer.adapt(x);
        double deviation = Math.Sqrt(8.0 / 3), other = Math.Sqrt(200);
        double[] expected = [-2 / deviation, -10 / other, 0, -10 / other, 2 / deviation, 20 / other];
        Closeness.AreWithin(expected, layer.Apply(x).Single.Numbers(), _ => 1e-14, "outputs");
        CollectionAssert.AreEqual(new[] { "mean", "variance", "count" }, layer.Weights.Select(weight => weight.Name.Split('/')[^1]).ToArray());
        Assert.IsEmpty(layer.TrainableWeights);

        ILayer first_rows = keras.layers.Normalization(axis: null);
        first_rows.adapt(x, batch_size: 1, steps: 2);
        Assert.AreEqual(6.0, first_rows.get_weights()[0].Numbers().Single());

        Assert.ThrowsExactly<InvalidOperationException>(() => keras.layers.Normalization(mean: 0, variance: 1).adapt(x));
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Normalization(mean: 0));
        Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.Dense(1).adapt(x));
    }

    [TestMethod]
    public void Renormed_batches_are_brought_to_the_moving_statistics()
    {
        ILayer layer = keras.layers.BatchNormalization(momentum: 0.5f, epsilon: 0.25f, renorm: true, renorm_momentum: 0.75f);
        NDArray x = np.array(new double[,] { { 1 }, { 5 } });
        double[] y = layer.Apply(x, training: true).Single.Numbers();
        // Batch mean 3 and variance 4; at first the statistics are 0 and 1, so that r·(x - 3)/s + d is x itself.
        Closeness.AreWithin([1, 5], y, _ => 1e-14, "outputs");
        double s = Math.Sqrt(4.25), moving = 0.5 + (0.5 * s);
        double[] after = [.. layer.NonTrainableWeights.SelectMany(weight => weight.numpy().Numbers())];
        Closeness.AreWithin([1.5, (moving * moving) - 0.25, moving, 0.25 * 3, 0.75 + (0.25 * s)], after, _ => 1e-14, "statistics");
    }

    [TestMethod]
    public void What_renormed_batches_are_brought_by_may_be_limited()
    {
        var args = new BatchNormalizationArgs { Epsilon = 0, Renorm = true, RenormClipping = new() { ["rmax"] = 1.5f, ["dmax"] = 2 } };
        // Batch mean 3 and deviation 2: r is 1.5 instead of 2, d 2 instead of 3.
        Closeness.AreWithin([0.5, 3.5], new BatchNormalization(args).Apply(np.array(new double[,] { { 1 }, { 5 } }), training: true).Single.Numbers(), _ => 1e-14, "outputs");
        Refused("The layer batch_normalization_1 has the renorm_clipping 'max'; it can be rmax, rmin, dmax.", () =>
            _ = new BatchNormalization(new BatchNormalizationArgs { RenormClipping = new() { ["max"] = 1 } }));
    }

    [TestMethod]
    public void Layers_that_are_not_to_be_trained_normalize_by_the_moving_statistics()
    {
        ILayer layer = keras.layers.BatchNormalization(epsilon: 0);
        NDArray x = np.array(new double[,] { { 1 }, { 5 } });
        layer.Trainable = false;
        CollectionAssert.AreEqual(new[] { 1.0, 5 }, layer.Apply(x, training: true).Single.Numbers());
        layer.Trainable = true;
        CollectionAssert.AreEqual(new[] { -1.0, 1 }, layer.Apply(x, training: true).Single.Numbers());
    }

    [TestMethod]
    public void Softmax_counts_what_a_mask_lets_count()
    {
        Tensor x = new NDArray(new double[] { 1, 1, 7 }, new Shape(1, 3));
        x.Mask = new NDArray(new[] { true, true, false }, new Shape(1, 3));
        Tensor y = keras.layers.Softmax().Apply(x);
        CollectionAssert.AreEqual(new[] { 0.5, 0.5, 0 }, y.Numbers());
        Assert.IsNull(y.Logits);
    }

    [TestMethod]
    public void Equations_of_another_form_are_refused()
    {
        Refused("The layer einsum_dense has the equation 'ab->a'; it must have the form ab,bc->ac, ...b,bc->...c or ab...,bc->ac....", () => keras.layers.EinsumDense("ab->a", 2, null));
        Refused("The layer einsum_dense_1 cannot use the equation 'ab,bc->ad': its kernel's 'c' stands neither in the inputs nor in the outputs.", () => keras.layers.EinsumDense("ab,bc->ad", 2, null));
        Refused("The layer einsum_dense_2 cannot use the equation 'abc,cd->abd': its outputs have 3 axes with the rows, and output_shape (2,) says 2.", () =>
            keras.layers.EinsumDense("abc,cd->abd", 2, "d").Apply(new NDArray(new double[6], new Shape(1, 2, 3))));
        ILayer layer = keras.layers.EinsumDense("ab...,bc->ac...", 4, "c");
        Assert.AreEqual(new Shape(2, 4, 5), layer.Apply(new NDArray(new double[30], new Shape(2, 3, 5))).shape);
        Assert.AreEqual(new Shape(4, 1), layer.Weights[1].shape);
    }

    [TestMethod]
    public void Categories_are_counted_by_their_weights()
    {
        ILayer layer = keras.layers.CategoryEncoding(3, "count", count_weights: np.array(new double[,] { { 0.5, 2, 1 } }));
        CollectionAssert.AreEqual(new[] { 1.5, 2, 0 }, layer.Apply(np.array(new[,] { { 0, 1, 0 } })).Single.Numbers());
        Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.CategoryEncoding(3, sparse: true));
    }

    [TestMethod]
    public void A_dense_layer_takes_what_Keras_adds_to_TensorFlow_NET()
    {
        var layer = (Dense)keras.layers.Dense(2, keras.activations.Linear, use_bias: false, kernel_regularizer: keras.regularizers.L2, name: "named");
        layer.build(new Shape(-1, 3));
        Assert.AreEqual("named", layer.Name);
        Assert.HasCount(1, layer.Weights);
        Assert.IsInstanceOfType<L2>(((ResourceVariable)layer.Weights[0]).Regularizer);
    }

    [TestMethod]
    public void A_model_may_begin_with_an_input_layer()
    {
        Sequential model = keras.Sequential(keras.layers.InputLayer(new Shape(2)), keras.layers.Dense(3));
        Assert.AreEqual(new Shape(-1, 3), model.OutputShape);
        Assert.AreEqual(new Shape(-1, 4, 2), keras.layers.Input((4, 2)).shape);
        Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.InputLayer(2, sparse: true));
    }

    private static void Refused(string message, Action call) => Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(call).Message);
}
