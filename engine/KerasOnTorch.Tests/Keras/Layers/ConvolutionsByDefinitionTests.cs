using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Layers;
using static Tensorflow.KerasApi;

namespace KerasOnTorch.Tests.Keras.Layers;

/// <summary>Convolutions and poolings of drawn shapes against their definitions, cell by cell.</summary>
[TestClass]
public sealed class ConvolutionsByDefinitionTests : LayerTests
{
    public static IEnumerable<object[]> Seeds => Enumerable.Range(0, 60).Select(seed => new object[] { seed });

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void A_convolution_sums_what_is_under_its_window(int seed)
    {
        var drawn = new DrawnWindows(seed, strided_or_dilated: true);
        int groups = drawn.Random.Next(1, 3), per_group = drawn.Random.Next(1, 3);
        long channels = groups * drawn.Random.Next(1, 3), filters = groups * per_group;
        ConvolutionalArgs args = drawn.Fill(drawn.Rank switch { 1 => new Conv1DArgs(), 2 => new Conv2DArgs(), _ => new Conv3DArgs() });
        (args.Filters, args.Groups) = ((int)filters, groups);
        ILayer layer = args switch { Conv1DArgs one => new Conv1D(one), Conv2DArgs two => new Conv2D(two), _ => new Conv3D((Conv3DArgs)args) };

        Cells image = Cells.Random(drawn.Random, drawn.ImageShape(channels));
        Cells kernel = Cells.Random(drawn.Random, [.. drawn.Size, channels / groups, filters]), bias = Cells.Random(drawn.Random, filters);
        Tensor output = Compute(layer, image, kernel, bias);
        drawn.OverWindows(output, image, (cells, filter) => bias[filter] + cells.Sum(cell =>
            Enumerable.Range(0, (int)(channels / groups)).Sum(channel =>
                cell.Value(filter / per_group * (channels / groups) + channel) * kernel[[.. cell.InWindow, channel, filter]]))).AreThoseOf(output);
    }

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void A_depthwise_convolution_keeps_channels_apart(int seed)
    {
        var drawn = new DrawnWindows(seed, most_axes: 2, strided_or_dilated: true);
        int channels = drawn.Random.Next(1, 4), multiplier = drawn.Random.Next(1, 4);
        var args = (DepthwiseConv2DArgs)drawn.Fill(drawn.Rank == 1 ? new DepthwiseConv1DArgs() : new DepthwiseConv2DArgs());
        args.DepthMultiplier = multiplier;
        ILayer layer = args is DepthwiseConv1DArgs one ? new DepthwiseConv1D(one) : new DepthwiseConv2D(args);

        Cells image = Cells.Random(drawn.Random, drawn.ImageShape(channels));
        Cells kernel = Cells.Random(drawn.Random, [.. drawn.Size, channels, multiplier]), bias = Cells.Random(drawn.Random, channels * multiplier);
        Tensor output = Compute(layer, image, kernel, bias);
        drawn.OverWindows(output, image, (cells, made) => bias[made] + cells.Sum(cell =>
            cell.Value(made / multiplier) * kernel[[.. cell.InWindow, made / multiplier, made % multiplier]])).AreThoseOf(output);
    }

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void A_separable_convolution_is_a_depthwise_one_and_one_of_single_cells(int seed)
    {
        var drawn = new DrawnWindows(seed, most_axes: 2, strided_or_dilated: true);
        int channels = drawn.Random.Next(1, 4), multiplier = drawn.Random.Next(1, 3), filters = drawn.Random.Next(1, 4);
        var args = (SeparableConvArgs)drawn.Fill(drawn.Rank == 1 ? new SeparableConv1DArgs() : new SeparableConv2DArgs());
        (args.DepthMultiplier, args.Filters) = (multiplier, filters);
        ILayer layer = args is SeparableConv1DArgs one ? new SeparableConv1D(one) : new SeparableConv2D((SeparableConv2DArgs)args);

        Cells image = Cells.Random(drawn.Random, drawn.ImageShape(channels));
        Cells depthwise = Cells.Random(drawn.Random, [.. drawn.Size, channels, multiplier]);
        Cells pointwise = Cells.Random(drawn.Random, [.. drawn.Size.Select(_ => 1L), channels * multiplier, filters]), bias = Cells.Random(drawn.Random, filters);
        Tensor output = Compute(layer, image, depthwise, pointwise, bias);
        drawn.OverWindows(output, image, (cells, filter) => bias[filter] + Enumerable.Range(0, channels * multiplier).Sum(made =>
            pointwise[[.. drawn.Size.Select(_ => 0L), made, filter]] * cells.Sum(cell =>
                cell.Value(made / multiplier) * depthwise[[.. cell.InWindow, made / multiplier, made % multiplier]]))).AreThoseOf(output);
    }

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void A_pooling_takes_the_largest_or_the_mean_of_the_cells_inside(int seed)
    {
        var drawn = new DrawnWindows(seed);
        Cells image = Cells.Random(drawn.Random, drawn.ImageShape(drawn.Random.Next(1, 4)));
        var (size, strides) = (new Shape(drawn.Size), new Shape(drawn.Strides));
        ILayer largest = drawn.Rank switch
        {
            1 => keras.layers.MaxPooling1D((int)size[0], (int)strides[0], drawn.Padding, drawn.DataFormat),
            2 => keras.layers.MaxPooling2D(size, strides, drawn.Padding, drawn.DataFormat),
            _ => keras.layers.MaxPooling3D(size, strides, drawn.Padding, drawn.DataFormat),
        };
        ILayer mean = drawn.Rank switch
        {
            1 => keras.layers.AveragePooling1D((int)size[0], (int)strides[0], drawn.Padding, drawn.DataFormat),
            2 => keras.layers.AveragePooling2D(size, strides, drawn.Padding, drawn.DataFormat),
            _ => keras.layers.AveragePooling3D(size, strides, drawn.Padding, drawn.DataFormat),
        };
        Tensor output = Compute(largest, image);
        drawn.OverWindows(output, image, (cells, channel) => cells.Max(cell => cell.Value(channel))).AreThoseOf(output);
        output = Compute(mean, image);
        drawn.OverWindows(output, image, (cells, channel) => cells.Average(cell => cell.Value(channel))).AreThoseOf(output);
    }

    /// <summary>sum(conv(x) · y) = sum(x · transposed(y)) for one kernel, whatever x and y are.</summary>
    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void A_transposed_convolution_is_the_transpose_of_the_convolution(int seed)
    {
        var drawn = new DrawnWindows(seed, strided_or_dilated: true, paddings: ["valid", "same"]);
        int channels = drawn.Random.Next(1, 4), filters = drawn.Random.Next(1, 4);
        ConvolutionalArgs forward = drawn.Fill(drawn.Rank switch { 1 => new Conv1DArgs(), 2 => new Conv2DArgs(), _ => new Conv3DArgs() });
        ConvolutionalArgs back = drawn.Fill(drawn.Rank switch { 1 => new Conv1DArgs(), 2 => new Conv2DArgs(), _ => new Conv3DArgs() });
        (forward.Filters, back.Filters) = (channels, filters);
        (forward.UseBias, back.UseBias) = (false, false);
        if (drawn.Random.Next(2) == 0 && drawn.Strides.Min() > 1)
            back.OutputPadding = new Shape([.. drawn.Strides.Select(stride => stride - 1)]);
        ILayer convolution = forward switch { Conv1DArgs one => new Conv1D(one), Conv2DArgs two => new Conv2D(two), _ => new Conv3D((Conv3DArgs)forward) };
        ILayer transposed = back switch { Conv1DArgs one => new Conv1DTranspose(one), Conv2DArgs two => new Conv2DTranspose(two), _ => new Conv3DTranspose((Conv3DArgs)back) };

        Cells small = Cells.Random(drawn.Random, drawn.ImageShape(channels)), kernel = Cells.Random(drawn.Random, [.. drawn.Size, filters, channels]);
        Tensor large = Compute(transposed, small, kernel);
        Cells other = Cells.Random(drawn.Random, large.dims);
        Tensor reduced = Compute(convolution, other, kernel);
        Assert.AreEqual(new Shape(small.Shape), reduced.shape);
        Cells made = Cells.Of(large), summed = Cells.Of(reduced);
        Assert.AreEqual(other.Places.Sum(place => other[place] * made[place]), small.Places.Sum(place => small[place] * summed[place]), 1e-11);
    }

    private static Tensor Compute(ILayer layer, Cells image, params Cells[] weights)
    {
        Tensor output = layer.Apply(image.ToArray());
        Assert.IsTrue(layer.OutputShape.dims.Skip(1).SequenceEqual(output.dims.Skip(1)), $"{layer.OutputShape} was promised, {output.shape} given");
        if (weights.Length == 0)
            return output;
        layer.set_weights(weights.Select(each => each.ToArray()));
        return layer.Apply(image.ToArray());
    }
}
