using System.Text.Json;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace KerasOnTorch.Tests.Recorded;

/// <summary>Dense(hidden, relu) to Dense(1, sigmoid) with binary cross-entropy and gradient descent, as the recorded runs train it.</summary>
internal sealed class TwoLayers
{
    public static readonly string[] WeightNames = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];

    public TwoLayers(TF_DataType dtype, IReadOnlyList<NDArray> start, double learning_rate, IOptimizer? optimizer = null)
    {
        keras.backend.set_floatx(dtype);
        Hidden = Recording(keras.activations.Relu);
        Output = Recording(keras.activations.Sigmoid);
        Loss = keras.losses.BinaryCrossentropy();
        Optimizer = optimizer ?? keras.optimizers.SGD((float)learning_rate);
        Model = keras.Sequential();
        Model.add(keras.Input((int)start[0].dims[0]));
        Model.add(keras.layers.Dense((int)start[0].dims[1], Hidden));
        Model.add(keras.layers.Dense(1, Output));
        Model.compile(Optimizer, Loss);
        Model.set_weights(start);
    }

    public Sequential Model { get; }

    public IOptimizer Optimizer { get; }

    public ILossFunc Loss { get; }

    /// <summary>What went into and came out of each activation in the last forward pass.</summary>
    public Dictionary<Activation, (Tensor Input, Tensor Output)> Seen { get; } = [];

    public Activation Hidden { get; }

    public Activation Output { get; }

    public static List<NDArray> Weights(JsonElement named, TF_DataType dtype) =>
        [.. WeightNames.Select(name => named.GetProperty(name).Array(dtype))];

    private Activation Recording(Activation inner)
    {
        var recording = new Activation { Name = inner.Name };
        recording.ActivationFunction = (input, name) =>
        {
            Tensor output = inner.Apply(input, name);
            Seen[recording] = (input, output);
            return output;
        };
        return recording;
    }
}
