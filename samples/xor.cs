#:project ../KerasVersion/KerasVersion.csproj

using Tensorflow;
using Tensorflow.Keras;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;
using static Tensorflow.NumPy.np;

// The exclusive or, which a network without a hidden layer cannot learn: what SciSharp/TensorFlow.NET issue 983 trains.
tf.set_random_seed(7);
var inputs = array(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } });
var outputs = array(new float[] { 0, 1, 1, 0 });

var layers = keras.layers;
var model = keras.Sequential(new List<ILayer>
{
    layers.InputLayer(new Shape(2)),
    layers.Dense(4, keras.activations.Tanh),
    layers.Dense(4, keras.activations.Tanh),
    layers.Dense(1, keras.activations.Sigmoid),
});
model.compile(keras.optimizers.SGD(0.1f), keras.losses.MeanSquaredError(), new[] { "mae" });
var history = model.fit(inputs, outputs, epochs: 1000, verbose: 0);
print(model.predict(inputs));
print($"loss {history.history["loss"][^1]}, mae {history.history["mae"][^1]}");
