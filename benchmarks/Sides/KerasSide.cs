using Benchmarks.Cases;
using Scratch.Dense;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace Benchmarks.Sides;

/// <summary>The training by fit.</summary>
internal sealed class KerasSide : ISide
{
    private readonly int threads;
    private readonly Sequential model;
    private readonly NDArray x, y;

    public KerasSide(TrainingData data, int threads)
    {
        (Data, this.threads) = (data, threads);
        TrainingCase @case = data.Case;
        x = new NDArray(data.Inputs, new Shape(data.Rows, @case.Inputs));
        y = new NDArray(data.Labels, new Shape(data.Rows, @case.Outputs));
        model = keras.Sequential();
        model.add(keras.Input(@case.Inputs));
        foreach (int units in @case.Sizes.Skip(1).SkipLast(1))
            model.add(keras.layers.Dense(units, keras.activations.Relu));
        model.add(keras.layers.Dense(@case.Outputs, @case.Outputs == 1 ? keras.activations.Sigmoid : keras.activations.Softmax));
        if (@case.Outputs == 1)
            model.compile(keras.optimizers.SGD(0.01f), keras.losses.BinaryCrossentropy());
        else
            model.compile(keras.optimizers.Adam(0.001f), keras.losses.CategoricalCrossentropy());
        model.set_weights(data.Start.SelectMany(layer => new NDArray[] { new(layer.Weights), new(layer.Bias) }));
    }

    public string Name => SideNames.Of(SideNames.Keras, threads);

    public TrainingData Data { get; }

    public IReadOnlyList<LayerParameters<float>> Parameters
    {
        get
        {
            List<NDArray> weights = model.get_weights();
            return
            [
                .. Data.Start.Select((layer, i) =>
                {
                    var kernel = new float[layer.Weights.GetLength(0), layer.Weights.GetLength(1)];
                    Buffer.BlockCopy(weights[2 * i].ToArray<float>(), 0, kernel, 0, Buffer.ByteLength(kernel));
                    return new LayerParameters<float>(kernel, weights[2 * i + 1].ToArray<float>());
                }),
            ];
        }
    }

    public void Train(int epochs)
    {
        TorchThreads.Use(threads);
        model.fit(x, y, batch_size: Data.Case.Batch, epochs: epochs, verbose: 0, shuffle: false);
    }

    public void Dispose()
    {
        x.Dispose();
        y.Dispose();
    }
}
