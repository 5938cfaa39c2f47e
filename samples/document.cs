#:project ../KerasVersion/KerasVersion.csproj

using KerasVersion;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

// The document's network in the Keras API, in one file. docs/extend.md makes another table's of it.
float[,] x = Document.X<float>(), y = { { 1 } };

Sequential model = keras.Sequential();
model.add(keras.Input(new Shape(3)));
model.add(keras.layers.Dense(4, keras.activations.Relu));
model.add(keras.layers.Dense(1, keras.activations.Sigmoid));

Parameters<float> given = Document.Start<float>();
model.set_weights([np.array(given.HiddenWeights), np.array(given.HiddenBias), np.array(given.OutputWeights), np.array(given.OutputBias)]);

const int batch_size = 1, epochs = 5;
IOptimizer optimizer = keras.optimizers.SGD(0.01f);
model.compile(optimizer, keras.losses.BinaryCrossentropy());

ICallback history = model.fit(np.array(x), np.array(y), batch_size: batch_size, epochs: epochs, verbose: 0, shuffle: false);

foreach (var (epoch, loss) in history.history["loss"].Index())
    Console.WriteLine($"Epoch {epoch + 1}, loss: {loss}");
