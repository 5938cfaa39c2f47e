using KerasOnTorch.Tests.Recorded;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace KerasOnTorch.Tests.Keras.Engine;

[TestClass]
public sealed class FitTests
{
    private const int rows = 37;

    [TestMethod]
    [DataRow(TF_DataType.TF_FLOAT, false)]
    [DataRow(TF_DataType.TF_DOUBLE, false)]
    [DataRow(TF_DataType.TF_FLOAT, true)]
    [DataRow(TF_DataType.TF_DOUBLE, true)]
    public void A_training_by_fit_ends_in_the_bits_of_the_same_steps_taken_by_hand(TF_DataType dtype, bool persistent)
    {
        TwoLayers fitted = Network(dtype), by_hand = Network(dtype);
        var (x, y) = Data(dtype);
        fitted.Model.fit(x, y, batch_size: 8, epochs: 3, verbose: 0, shuffle: false);
        for (int epoch = 0; epoch < 3; epoch++)
            for (int first = 0; first < rows; first += 8)
            {
                using var tape = tf.GradientTape(persistent);
                Tensor p = by_hand.Model.Apply(Part(x, first, 8), training: true);
                Tensor loss = by_hand.Loss.Call(Part(y, first, 8), p);
                by_hand.Optimizer.apply_gradients(zip(tape.gradient(loss, by_hand.Model.TrainableVariables), by_hand.Model.TrainableVariables));
            }
        AssertSameWeights(by_hand.Model, fitted.Model);
    }

    [TestMethod]
    public void The_history_holds_each_epochs_loss_over_its_rows_from_before_each_update()
    {
        TwoLayers network = Network(TF_DataType.TF_DOUBLE);
        var (x, y) = Data(TF_DataType.TF_DOUBLE);
        var seen = new SeenLoss(network.Loss);
        network.Model.compile(network.Optimizer, seen);
        ICallback history = network.Model.fit(x, y, batch_size: 16, epochs: 2, verbose: 0, shuffle: false);
        CollectionAssert.AreEqual(new[] { 16, 16, 5, 16, 16, 5 }, seen.Rows);
        double[] means = [.. seen.Values.Chunk(3).Select(batch => (batch[0] * 16 + batch[1] * 16 + batch[2] * 5) / rows)];
        CollectionAssert.AreEqual(means.Select(mean => (float)mean).ToArray(), history.history["loss"]);
        Assert.HasCount(1, history.history);
    }

    [TestMethod]
    public void A_batch_has_32_rows_unless_told_otherwise()
    {
        TwoLayers network = Network(TF_DataType.TF_FLOAT);
        var (x, y) = Data(TF_DataType.TF_FLOAT);
        var seen = new SeenLoss(network.Loss);
        network.Model.compile(network.Optimizer, seen);
        network.Model.fit(x, y, verbose: 0);
        CollectionAssert.AreEqual(new[] { 32, 5 }, seen.Rows);
    }

    [TestMethod]
    public void Shuffled_epochs_take_every_row_once_in_orders_that_a_seed_repeats()
    {
        List<double> first = OrderOfRows(seed: 1), again = OrderOfRows(seed: 1), other = OrderOfRows(seed: 2);
        CollectionAssert.AreEqual(first, again);
        CollectionAssert.AreNotEqual(first, other);
        List<double> all = [.. Enumerable.Range(0, rows).Select(row => (double)row)];
        CollectionAssert.AreEquivalent(all, first[..rows]);
        CollectionAssert.AreEquivalent(all, first[rows..]);
        CollectionAssert.AreNotEqual(first[..rows], first[rows..]);
    }

    [TestMethod]
    public void A_row_gives_the_same_bits_wherever_it_stands_in_the_data()
    {
        TwoLayers network = Network(TF_DataType.TF_FLOAT);
        NDArray row = Part(Data(TF_DataType.TF_FLOAT).X, 0, 1);
        float[] alone = network.Model.predict(row).ToArray<float>();
        double[] numbers = row.Numbers();
        NDArray repeated = RecordedNumbers.ArrayOf([.. Enumerable.Repeat(numbers, rows).SelectMany(each => each)], new Shape(rows, numbers.Length), TF_DataType.TF_FLOAT);
        foreach (float output in network.Model.predict(repeated, batch_size: 1).ToArray<float>())
            Assert.AreEqual(alone[0], output);
    }

    [TestMethod]
    public void A_split_trains_on_the_first_rows_and_validates_on_the_last_after_every_epoch()
    {
        TwoLayers split = Network(TF_DataType.TF_FLOAT), apart = Network(TF_DataType.TF_FLOAT);
        var (x, y) = Data(TF_DataType.TF_FLOAT);
        // 0.3 of 37 rows leaves floor(25.9) = 25 to train on.
        ICallback history = split.Model.fit(x, y, batch_size: 8, epochs: 3, verbose: 0, shuffle: false, validation_split: 0.3f);
        ICallback expected = apart.Model.fit(
            Part(x, 0, 25), Part(y, 0, 25), batch_size: 8, epochs: 3, verbose: 0, shuffle: false,
            validation_data: (Part(x, 25, 12), Part(y, 25, 12)));
        AssertSameWeights(apart.Model, split.Model);
        CollectionAssert.AreEqual(expected.history["val_loss"], history.history["val_loss"]);
        float eight = Loss(25, 8), four = Loss(33, 4);
        Assert.AreEqual((eight * 8 + four * 4) / 12, history.history["val_loss"][^1]);

        float Loss(int first, int count) => apart.Loss.Call(Part(y, first, count), apart.Model.Apply(Part(x, first, count))).ToArray<float>()[0];
    }

    [TestMethod]
    public void Validation_data_may_have_weights()
    {
        TwoLayers network = Network(TF_DataType.TF_DOUBLE);
        var (x, y) = Data(TF_DataType.TF_DOUBLE);
        NDArray nothing = RecordedNumbers.ArrayOf(new double[rows], new Shape(rows), TF_DataType.TF_DOUBLE);
        ICallback history = network.Model.fit(x, y, verbose: 0, validation_data: (x, y, nothing));
        Assert.AreEqual(0f, history.history["val_loss"][0]);
    }

    [TestMethod]
    public void Weights_of_classes_are_weights_of_their_rows()
    {
        TwoLayers by_class = Network(TF_DataType.TF_DOUBLE), by_row = Network(TF_DataType.TF_DOUBLE), plain = Network(TF_DataType.TF_DOUBLE);
        var (x, y) = Data(TF_DataType.TF_DOUBLE);
        NDArray weights = RecordedNumbers.ArrayOf(Array.ConvertAll(y.Numbers(), label => label == 1 ? 0.1 : 1), new Shape(rows), TF_DataType.TF_DOUBLE);
        by_class.Model.fit(x, y, batch_size: 8, verbose: 0, shuffle: false, class_weight: new() { [1] = 0.1f });
        by_row.Model.fit(x, y, batch_size: 8, verbose: 0, shuffle: false, sample_weight: weights);
        plain.Model.fit(x, y, batch_size: 8, verbose: 0, shuffle: false);
        AssertSameWeights(by_row.Model, by_class.Model);
        CollectionAssert.AreNotEqual(plain.Model.get_weights()[0].Numbers(), by_row.Model.get_weights()[0].Numbers());
    }

    [TestMethod]
    public void Class_weights_do_not_touch_the_rows_to_validate_with()
    {
        TwoLayers weighted = Network(TF_DataType.TF_DOUBLE), frozen = Network(TF_DataType.TF_DOUBLE);
        var (x, y) = Data(TF_DataType.TF_DOUBLE);
        ((Tensorflow.Keras.Optimizers.OptimizerV2)weighted.Optimizer).lr.assign(0.0);
        ((Tensorflow.Keras.Optimizers.OptimizerV2)frozen.Optimizer).lr.assign(0.0);
        ICallback with = weighted.Model.fit(x, y, verbose: 0, validation_split: 0.5f, class_weight: new() { [0] = 9, [1] = 9 });
        ICallback without = frozen.Model.fit(x, y, verbose: 0, validation_split: 0.5f);
        CollectionAssert.AreEqual(without.history["val_loss"], with.history["val_loss"]);
        CollectionAssert.AreNotEqual(without.history["loss"], with.history["loss"]);
    }

    [TestMethod]
    public void One_hot_labels_name_the_class_of_a_row()
    {
        keras.backend.set_floatx(TF_DataType.TF_DOUBLE);
        NDArray x = np.array(new[,] { { 1.0 }, { 2.0 } }), y = np.array(new[,] { { 1.0, 0.0 }, { 0.0, 1.0 } });
        Sequential by_class = keras.Sequential(keras.layers.Dense(2, "sigmoid", input_shape: 1));
        Sequential by_row = keras.Sequential(keras.layers.Dense(2, "sigmoid", input_shape: 1));
        by_row.set_weights(by_class.get_weights());
        by_class.compile(keras.optimizers.SGD(), keras.losses.BinaryCrossentropy());
        by_row.compile(keras.optimizers.SGD(), keras.losses.BinaryCrossentropy());
        by_class.fit(x, y, verbose: 0, shuffle: false, class_weight: new() { [1] = 5 });
        by_row.fit(x, y, verbose: 0, shuffle: false, sample_weight: np.array(1.0, 5.0));
        AssertSameWeights(by_row, by_class);
    }

    [TestMethod]
    public void Two_trainings_in_parallel_end_as_they_do_alone()
    {
        TwoLayers alone = Network(TF_DataType.TF_FLOAT);
        TwoLayers[] together = [Network(TF_DataType.TF_FLOAT), Network(TF_DataType.TF_FLOAT)];
        var (x, y) = Data(TF_DataType.TF_FLOAT);
        alone.Model.fit(x, y, batch_size: 8, epochs: 20, verbose: 0, shuffle: false);
        Parallel.ForEach(together, network => network.Model.fit(x, y, batch_size: 8, epochs: 20, verbose: 0, shuffle: false));
        foreach (TwoLayers network in together)
            AssertSameWeights(alone.Model, network.Model);
    }

    [TestMethod]
    public void Many_steps_leave_no_tensors_behind()
    {
        TwoLayers network = Network(TF_DataType.TF_FLOAT);
        var (x, y) = Data(TF_DataType.TF_FLOAT);
        Assert.AreEqual(TensorsAfter(epochs: 5), TensorsAfter(epochs: 100));
        Assert.AreEqual(TensorsAfterSteps(100), TensorsAfterSteps(1000));

        long TensorsAfter(int epochs)
        {
            network.Model.fit(x, y, batch_size: 1, epochs: epochs, verbose: 0);
            return Remaining();
        }

        long TensorsAfterSteps(int steps)
        {
            for (int step = 0; step < steps; step++)
            {
                using var tape = tf.GradientTape(persistent: true);
                Tensor loss = network.Loss.Call(y, network.Model.Apply(x, training: true));
                network.Optimizer.apply_gradients(zip(tape.gradient(loss, network.Model.TrainableVariables), network.Model.TrainableVariables));
            }
            return Remaining();
        }

        static long Remaining()
        {
            // The second collection takes what the finalizers of the first let go.
            for (int collection = 0; collection < 2; collection++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            return TorchSharp.torch.Tensor.TotalCount;
        }
    }

    internal static TwoLayers Network(TF_DataType dtype)
    {
        var random = new Random(5);
        return new(dtype, [Normal(3, 6), Normal(6), Normal(6, 1), Normal(1)], 0.1);

        NDArray Normal(params int[] dims)
        {
            var shape = new Shape(dims);
            return RecordedNumbers.ArrayOf([.. Enumerable.Range(0, (int)shape.size).Select(_ => (double)(float)(random.NextDouble() - 0.5))], shape, dtype);
        }
    }

    internal static (NDArray X, NDArray Y) Data(TF_DataType dtype)
    {
        var random = new Random(6);
        double[] x = [.. Enumerable.Range(0, rows * 3).Select(_ => (double)(float)(4 * random.NextDouble() - 2))];
        double[] y = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(2))];
        return (RecordedNumbers.ArrayOf(x, new Shape(rows, 3), dtype), RecordedNumbers.ArrayOf(y, new Shape(rows, 1), dtype));
    }

    private static NDArray Part(NDArray array, int first, int count)
    {
        int columns = (int)array.dims[1];
        double[] numbers = [.. array.Numbers().Skip(first * columns).Take(count * columns)];
        return RecordedNumbers.ArrayOf(numbers, new Shape(numbers.Length / columns, columns), array.dtype);
    }

    private static void AssertSameWeights(Sequential expected, Sequential actual)
    {
        foreach (var (one, other) in expected.get_weights().Zip(actual.get_weights()))
            CollectionAssert.AreEqual(one.Numbers(), other.Numbers());
    }

    /// <summary>The rows in the order in which two epochs take them, told by labels that number them.</summary>
    private static List<double> OrderOfRows(int seed)
    {
        TwoLayers network = Network(TF_DataType.TF_DOUBLE);
        NDArray numbers = RecordedNumbers.ArrayOf([.. Enumerable.Range(0, rows).Select(row => (double)row)], new Shape(rows, 1), TF_DataType.TF_DOUBLE);
        var seen = new SeenLoss(network.Loss);
        network.Model.compile(network.Optimizer, seen);
        tf.set_random_seed(seed);
        network.Model.fit(Data(TF_DataType.TF_DOUBLE).X, numbers, batch_size: 8, epochs: 2, verbose: 0);
        return seen.Labels;
    }

    /// <summary>A loss of the user's own that notes what it sees.</summary>
    private sealed class SeenLoss(ILossFunc inner) : ILossFunc
    {
        public List<double> Values { get; } = [];

        public List<int> Rows { get; } = [];

        public List<double> Labels { get; } = [];

        public string Reduction => inner.Reduction;

        public string Name => inner.Name;

        public Tensor Call(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
        {
            Tensor value = inner.Call(y_true, y_pred, sample_weight);
            Values.Add(value.Numbers()[0]);
            Rows.Add((int)y_true.dims[0]);
            Labels.AddRange(y_true.Numbers());
            return value;
        }
    }
}
