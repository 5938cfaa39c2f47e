#:project ../Comparison/Comparison.csproj

using Comparison.Problems;
using Comparison.Sides;
using DataSets;
using DataSets.Preparing;
using Ledger;
using Ledger.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

// Flowers of three kinds told apart, in the Keras API and by hand. docs/extend.md tells how it came from document.cs.
using Table table = Tables.Open("reference/iris.csv");
var selection = new Selection(table, new() { Target = "target", Standardize = true });
Split split = Split.Of(selection, share: 0.2, seed: 7, stratify: true);
Preparation preparation = Preparation.Fit(selection, split.Training);

var order = new int[split.Training.Count];
Scratch.Dense.RowOrder.Shuffle(seed: 7, epoch: 0, order);
var (x, y) = preparation.Apply<float>(table, split.Training).ToArrays(order);
var (x_held_out, y_held_out) = preparation.Apply<float>(table, split.HeldOut).ToArrays();

Sequential model = keras.Sequential();
Binding.tf.set_random_seed(7);
model.add(keras.Input(new Shape(4)));
model.add(keras.layers.Dense(8, keras.activations.Relu));
model.add(keras.layers.Dense(3, keras.activations.Softmax));

const int batch_size = 16, epochs = 20;
IOptimizer optimizer = keras.optimizers.Adam(0.01f);
model.compile(optimizer, keras.losses.SparseCategoricalCrossentropy(), new[] { "accuracy" });

float[][] start = Weights();
ICallback history = model.fit(np.array(x), np.array(y), batch_size: batch_size, epochs: epochs, verbose: 0, shuffle: false);

foreach (var (epoch, loss) in history.history["loss"].Index())
    Console.WriteLine($"Epoch {epoch + 1}, loss: {loss}");
foreach (var (metric, value) in model.evaluate(np.array(x_held_out), np.array(y_held_out), verbose: 0))
    Console.WriteLine($"{metric} of the held-out rows: {value}");

var network = new Network(4, [new(8, Activation.Relu), new(3, Activation.Softmax)], LossFunction.SparseCategoricalCrossentropy, new Adam());
Problem problem = Problem.Of(x, y, network, start, learning_rate: 0.01, batch_size, epochs);
SideRun by_hand = ScratchSide.Train(problem), by_keras = KerasSide.Train(problem);
Parity.AssertAgree(by_hand.Trace, by_keras.Trace);
Console.WriteLine($"The hand-written network agrees in every number of {problem.Steps} steps.");

bool are_same = network.Parameters.Zip(Weights()).All(pair => by_keras.Final(pair.First.Name).Values.SequenceEqual(pair.Second.Select(weight => (double)weight)));
Console.WriteLine($"fit ended in {(are_same ? "the same bits as" : "other bits than")} the recorded training.");

float[][] Weights() => [.. model.get_weights().Select(weights => weights.ToArray<float>())];
