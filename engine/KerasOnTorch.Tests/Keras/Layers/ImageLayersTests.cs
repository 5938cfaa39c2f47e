using System.Text.Json;
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

[TestClass]
public sealed class ImageLayersTests : LayerTests
{
    [TestMethod]
    public void Of_equal_largest_cells_the_first_gets_the_gradient_of_a_window()
    {
        Tensor x = Sequence(1, 3, 3, 2, 2, 2);
        CollectionAssert.AreEqual(new double[] { 0, 1, 0, 1, 0, 0 }, Gradient(keras.layers.MaxPooling1D(3), x));
    }

    [TestMethod]
    public void Equal_largest_cells_share_the_gradient_of_the_whole()
    {
        CollectionAssert.AreEqual(new[] { 0, 0.5, 0.5 }, Gradient(keras.layers.GlobalMaxPooling1D(), Sequence(1, 3, 3)));
    }

    [TestMethod]
    public void A_pooling_of_whole_images_can_keep_their_axes()
    {
        Tensor images = Zeros(2, 2, 3, 2);
        Assert.AreEqual(new Shape(2, 1, 1, 2), ((Tensor)keras.layers.GlobalMaxPooling2D(keepdims: true).Apply(images)).shape);
        Assert.AreEqual(new Shape(2, 2, 1, 1), ((Tensor)keras.layers.GlobalAveragePooling2D("channels_first", keepdims: true).Apply(images)).shape);
    }

    [TestMethod]
    public void Causal_windows_end_at_their_own_step()
    {
        ILayer layer = new Conv1D(new Conv1DArgs { Filters = 1, KernelSize = 2, DilationRate = 2, Padding = "causal", KernelInitializer = tf.ones_initializer });
        CollectionAssert.AreEqual(new double[] { 1, 2, 4, 6 }, ((Tensor)layer.Apply(Sequence(1, 2, 3, 4))).Numbers());
    }

    [TestMethod]
    public void Integers_are_images_as_well()
    {
        ILayer layer = new Conv1D(new Conv1DArgs { Filters = 1, KernelSize = 2, KernelInitializer = tf.ones_initializer });
        CollectionAssert.AreEqual(new double[] { 3, 5 }, ((Tensor)layer.Apply(new NDArray(new[] { 1, 2, 3 }, new Shape(1, 3, 1)))).Numbers());
    }

    [TestMethod]
    public void Images_of_unknown_size_are_convolved_when_they_come()
    {
        Tensors input = keras.Input(new Shape(-1, -1, 1));
        Tensors output = keras.layers.MaxPooling2D().Apply(keras.layers.Conv2D(2, 3, padding: "same").Apply(input));
        Assert.AreEqual(new Shape(-1, -1, -1, 2), output.shape);
        IModel model = keras.Model(input, output);
        Assert.AreEqual(new Shape(1, 2, 3, 2), model.predict(Zeros(1, 4, 6, 1)).shape);
        Assert.AreEqual(new Shape(1, 1, 1, 2), model.predict(Zeros(1, 3, 3, 1)).shape);
    }

    [TestMethod]
    public void Layers_describe_themselves_as_Keras_describes_them()
    {
        // Written by Keras itself when it saved this model.
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(RecordedRuns.PathOf("engine/summaries/cnn.json")));
        Tensors tensor = keras.Input(new Shape(8, 8, 1));
        string[] of_images = ["Conv2D", "MaxPooling2D"];
        foreach (string name in of_images)
        {
            JsonElement recorded = file.RootElement.GetProperty("config").GetProperty("layers").EnumerateArray().Single(each => each.GetProperty("class_name").GetString() == name);
            Layer layer = RecordedObjects.Make<Layer>(recorded);
            tensor = layer.Apply(tensor);
            CollectionAssert.AreEqual(
                recorded.GetProperty("config").EnumerateObject().Select(each => each.Name).ToArray(), layer.Config.Keys.ToArray(), layer.Name);
        }
    }

    [TestMethod]
    public void Impossible_arguments_are_refused_by_name()
    {
        Refused("filters", () => keras.layers.Conv2D(0, 3));
        Refused("groups", () => keras.layers.Conv2D(3, 3, groups: 2));
        Refused("kernel_size", () => keras.layers.Conv2D(3, (3, 3, 3)));
        Refused("kernel_size", () => keras.layers.Conv2D(3, 0));
        Refused("'causal'; use valid or same", () => keras.layers.Conv2D(3, 3, padding: "causal"));
        Refused("channels_last or channels_first", () => keras.layers.Conv2D(3, 3, data_format: "NHWC"));
        Refused("dilation_rate", () => keras.layers.Conv2D(3, 3, strides: 2, dilation_rate: 2));
        Refused("output_padding", () => keras.layers.Conv1DTranspose(1, 3, strides: 2, output_padding: 2));
        Refused("depth_multiplier", () => keras.layers.SeparableConv1D(1, 3, depth_multiplier: 0));
        Refused("strides", () => keras.layers.MaxPooling2D(2, -1));
        Refused("padding", () => keras.layers.ZeroPadding2D(np.array(1, 2, 3)));
        Refused("cropping", () => keras.layers.Cropping1D(np.array(-1, 2)));
        Refused("bilinear", () => keras.layers.UpSampling2D(2, interpolation: "linear"));
        Refused("height", () => keras.layers.Resizing(0, 2));
    }

    [TestMethod]
    public void Impossible_inputs_are_refused_with_the_shapes()
    {
        Tensor image = Zeros(1, 4, 4, 2);
        ILayer layer = keras.layers.Conv2D(3, 3);
        layer.Apply(image);
        Refused("takes 2 channels", () => layer.Apply(Zeros(1, 4, 4, 1)));
        Refused("(1, 4, 8)", () => layer.Apply(Zeros(1, 4, 8)));
        Refused("(1, 2, 2, 2)", () => layer.Apply(Zeros(1, 2, 2, 2)));
        Refused("groups", () => keras.layers.Conv2D(3, 3, groups: 3).Apply(image));
        Refused("nothing is left", () => keras.layers.Cropping2D(np.array(2)).Apply(image));
        Refused("windows of 5 cells", () => keras.layers.AveragePooling2D(5).Apply(image));
        Refused("takes 5 axes", () => keras.layers.GlobalMaxPooling3D().Apply(image));
    }

    [TestMethod]
    public void A_smaller_image_is_made_of_the_cells_it_stands_for()
    {
        Tensor image = Row(1, 2, 3, 4);
        CollectionAssert.AreEqual(new[] { 1.5, 3.5 }, Numbers(keras.layers.Resizing(1, 2), image));
        CollectionAssert.AreEqual(new double[] { 2, 4 }, Numbers(keras.layers.Resizing(1, 2, "nearest"), image));
        // Triangles two cells wide at 1 and 3: weights 3/4 3/4 1/4 and 1/4 3/4 3/4 1/4, with what lies outside left out.
        double[] antialiased = Numbers(keras.layers.Resizing(1, 2, antialias: true), image);
        Assert.AreEqual((0.75 * 1 + 0.75 * 2 + 0.25 * 3) / 1.75, antialiased[0], 1e-6);
        Assert.AreEqual((0.25 * 2 + 0.75 * 3 + 0.75 * 4) / 1.75, antialiased[1], 1e-6);
    }

    [TestMethod]
    public void An_image_of_other_proportions_is_cropped_or_gets_margins_where_asked_for()
    {
        Tensor image = Row(1, 2, 3, 4);
        CollectionAssert.AreEqual(new double[] { 2 }, Numbers(keras.layers.Resizing(1, 1, "nearest", crop_to_aspect_ratio: true), Row(1, 2, 3)));
        double[] padded = Numbers(keras.layers.Resizing(2, 4, "nearest", pad_to_aspect_ratio: true, fill_value: 9), Row(1, 2));
        CollectionAssert.AreEqual(new double[] { 1, 1, 2, 2, 1, 1, 2, 2 }, padded);
        CollectionAssert.AreEqual(new double[] { 9, 1, 2, 3, 4, 9 }, Numbers(keras.layers.Resizing(1, 6, "nearest", pad_to_aspect_ratio: true, fill_value: 9), image));
    }

    [TestMethod]
    public void Weights_of_resampled_cells_sum_to_one()
    {
        Tensor ones = new NDArray(Enumerable.Repeat(1.0, 15).ToArray(), new Shape(1, 3, 5, 1));
        foreach (string interpolation in new[] { "bilinear", "bicubic", "lanczos3", "lanczos5" })
            foreach (double number in Numbers(keras.layers.Resizing(7, 4, interpolation), ones))
                Assert.AreEqual(1, number, 1e-6, interpolation);
    }

    private static void Refused(string part, Action action)
    {
        string message = Assert.ThrowsExactly<ArgumentException>(action).Message;
        Assert.Contains(part, message);
        Assert.DoesNotContain("\n", message);
    }

    private static Tensor Sequence(params double[] steps) => new NDArray(steps, new Shape(1, steps.Length, 1));

    private static Tensor Row(params double[] cells) => new NDArray(cells, new Shape(1, 1, cells.Length, 1));

    private static double[] Numbers(ILayer layer, Tensor image) => ((Tensor)layer.Apply(image)).Numbers();

    private static double[] Gradient(ILayer layer, Tensor x)
    {
        using var tape = tf.GradientTape();
        tape.watch(x);
        return tape.gradient(layer.Apply(x), x)!.Numbers();
    }

    private static NDArray Zeros(params int[] shape) => new(new double[shape.Aggregate(1, (product, length) => product * length)], new Shape(shape));
}
