using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>What a dense network refuses, and that it is as it was afterwards.</summary>
[TestClass]
public sealed class BadInputTests
{
    private static readonly double[,] X = { { 0.5, -1 }, { 1, 0.25 }, { -0.75, 2 } };
    private static readonly double[,] three_classes = { { 1, 0, 0 }, { 0, 0.5, 0.5 }, { 0, 0, 1 } };
    private static readonly double[,] class_numbers = { { 0 }, { 2 }, { 1 } };

    [TestMethod]
    public void Sizes_of_0_are_refused()
    {
        RefusedStart("layers", "Layer 2 has 0 units", [new(4, Activation.Relu), new(0, Activation.Sigmoid)], [Weights(2, 4), Weights(4, 0)]);
        RefusedStart("layers", "Layer 1 has 0 units", [new(0, Activation.Relu), new(1, Activation.Sigmoid)], [Weights(2, 0), Weights(0, 1)]);
        RefusedStart("layers", "Layer 1 has -3 units", [new(-3, Activation.Relu)], [Weights(2, 1)]);
        RefusedStart("layers", "at least one layer", [], []);
        RefusedStart("layers", "at least one layer", [], [Weights(2, 1)]);
        RefusedStart("start", "(0, 4)", [new(4, Activation.Relu), new(1, Activation.Sigmoid)], [Weights(0, 4), Weights(4, 1)]);
        Refused("inputs", "not 0", () => Start.Glorot<double>(0, [new(1, Activation.Relu)], seed: 1));
        Refused("layers", "Layer 1 has 0 units", () => Start.Glorot<double>(2, [new(0, Activation.Relu)], seed: 1));
        Refused("layers", "at least one layer", () => Start.Glorot<double>(2, [], seed: 1));
    }

    [TestMethod]
    public void Weights_that_do_not_fit_are_refused()
    {
        Layer[] layers = [new(4, Activation.Relu), new(1, Activation.Sigmoid)];
        RefusedStart("start", "(5, 1), where (4, 1)", layers, [Weights(2, 4), Weights(5, 1)]);
        RefusedStart("start", "(2, 3), where (2, 4)", layers, [Weights(2, 3), Weights(4, 1)]);
        RefusedStart("start", "(1, 4), where (4, 1)", layers, [Weights(2, 4), Weights(1, 4)]);
        RefusedStart("start", "(3), where (4)", layers, [new(new double[2, 4], new double[3]), Weights(4, 1)]);
        RefusedStart("start", "1 layers, but 2", layers, [Weights(2, 4)]);
        RefusedStart("start", "0 layers, but 2", layers, []);
        RefusedStart("start", "(2, 4)", layers, [new(new double[2, 4] { { 0, 0, 0, 0 }, { 0, double.NaN, 0, 0 } }, new double[4]), Weights(4, 1)]);
        RefusedStart("start", "(1)", layers, [Weights(2, 4), new(new double[4, 1], [double.PositiveInfinity])]);
    }

    [TestMethod]
    public void Choices_that_do_not_go_together_are_refused()
    {
        Layer[] relu = [new(2, Activation.Relu)], one = [new(1, Activation.Softmax)];
        RefusedStart("stable", "sigmoid", relu, [Weights(2, 2)], Loss.BinaryCrossEntropy, stable: true);
        RefusedStart("stable", "softmax", relu, [Weights(2, 2)], Loss.CategoricalCrossEntropy, stable: true);
        RefusedStart("stable", "softmax", relu, [Weights(2, 2)], Loss.SparseCategoricalCrossEntropy, stable: true);
        RefusedStart("loss", "2 classes", one, [Weights(2, 1)], Loss.CategoricalCrossEntropy);
        RefusedStart("loss", "2 classes", one, [Weights(2, 1)], Loss.SparseCategoricalCrossEntropy);
        RefusedStart("loss", "99", relu, [Weights(2, 2)], (Loss)99);
        RefusedStart("layers", "99", [new(2, (Activation)99)], [Weights(2, 2)]);
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(-0.1)]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    public void A_learning_rate_that_is_no_positive_number_is_refused(double rate)
    {
        foreach (Optimizer optimizer in new Optimizer[] { new Sgd(rate), new Sgd(rate, 0.9), new Adam(rate) })
            Refused("optimizer", "learning rate", () => Network(optimizer));
    }

    [TestMethod]
    [DataRow(1e39)]
    [DataRow(1e-60)]
    public void A_learning_rate_that_float32_does_not_hold_is_refused_there(double rate)
    {
        Refused("optimizer", "learning rate", () => new DenseNetwork<float>([new(1, Activation.Relu)], Loss.MeanSquaredError, new Sgd(rate), [new(new float[1, 1], [0])]));
        Assert.AreEqual(rate, Network(new Sgd(rate)).Optimizer.LearningRate);
    }

    [TestMethod]
    public void Constants_outside_their_ranges_are_refused()
    {
        Refused("optimizer", "momentum", () => Network(new Sgd(0.1, -0.1)));
        Refused("optimizer", "momentum", () => Network(new Sgd(0.1, 1.1)));
        Refused("optimizer", "momentum", () => Network(new Sgd(0.1, double.NaN)));
        Refused("optimizer", "momentum", () => Network(new Sgd(0.1, Nesterov: true)));
        Refused("optimizer", "beta_1", () => Network(new Adam(0.1, Beta1: 1)));
        Refused("optimizer", "beta_1", () => Network(new Adam(0.1, Beta1: -0.5)));
        Refused("optimizer", "beta_2", () => Network(new Adam(0.1, Beta2: 1)));
        Refused("optimizer", "beta_2", () => Network(new Adam(0.1, Beta2: double.NaN)));
        Refused("optimizer", "epsilon", () => Network(new Adam(0.1, Epsilon: -1)));
        Refused("optimizer", "epsilon", () => Network(new Adam(0.1, Epsilon: double.PositiveInfinity)));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-2)]
    public void No_threads_are_refused(int threads) =>
        Refused("threads", $"{threads}", () => new DenseNetwork<float>([new(1, Activation.Relu)], Loss.MeanSquaredError, new Sgd(0.1), [new(new float[1, 1], [0])], threads: threads));

    [TestMethod]
    public void Data_of_other_shapes_are_refused_and_nothing_is_changed()
    {
        foreach (Loss loss in Enum.GetValues<Loss>())
        {
            double[,] labels = Labels(loss);
            int columns = labels.GetLength(1);
            Unchanged(loss, "X", "(3, 1), where (rows, 2)", new double[3, 1], labels);
            Unchanged(loss, "X", "(3, 3), where (rows, 2)", new double[3, 3], labels);
            Unchanged(loss, "X", "(0, 2), where (rows, 2)", new double[0, 2], new double[0, columns]);
            Unchanged(loss, "y_true", $"(2, {columns}), where (3, {columns})", X, new double[2, columns]);
            Unchanged(loss, "y_true", $"(3, {columns + 1}), where (3, {columns})", X, new double[3, columns + 1]);
            Unchanged(loss, "y_true", $"({columns}, 5), where (3, {columns})", X, new double[columns, 5]);
            Unchanged(loss, "y_true", $"(0, 0), where (3, {columns})", X, new double[0, 0]);
        }
    }

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    [DataRow(double.NegativeInfinity)]
    public void Data_that_are_no_numbers_are_refused_and_nothing_is_changed(double bad)
    {
        foreach (Loss loss in Enum.GetValues<Loss>())
        {
            for (int place = 0; place < X.Length; place++)
                Unchanged(loss, "X", $"(3, 2) holds {bad} at [{place / 2}, {place % 2}]", With(X, place, bad), Labels(loss));
            double[,] labels = Labels(loss);
            for (int place = 0; place < labels.Length; place++)
                Unchanged(loss, "y_true", $"({labels.GetLength(0)}, {labels.GetLength(1)}) holds {bad} at [{place / labels.GetLength(1)}, {place % labels.GetLength(1)}]", X, With(labels, place, bad));
        }
    }

    [TestMethod]
    public void One_bad_number_among_many_is_found_wherever_it_stands()
    {
        DrawnTraining training = DrawnTraining.Of("7-3-1", 11, new Sgd(0.1));
        DenseNetwork<float> network = training.Network<float>();
        for (int place = 0; place < 77; place++)
        {
            float[,] rows = training.X<float>();
            rows[place / 7, place % 7] = float.NaN;
            Refused("X", $"[{place / 7}, {place % 7}]", () => network.Train(rows, training.Labels<float>()));
        }
    }

    [TestMethod]
    public void Labels_outside_the_losss_range_are_refused_and_nothing_is_changed()
    {
        Unchanged(Loss.BinaryCrossEntropy, "y_true", "(3, 3) holds 1.5 at [0, 0]; a label must lie in [0, 1]", X, With(three_classes, 0, 1.5));
        Unchanged(Loss.BinaryCrossEntropy, "y_true", "(3, 3) holds -0.25 at [2, 2]; a label must lie in [0, 1]", X, With(three_classes, 8, -0.25));
        Unchanged(Loss.CategoricalCrossEntropy, "y_true", "(3, 3) holds -1 at [1, 0]", X, With(three_classes, 3, -1));
        Unchanged(Loss.CategoricalCrossEntropy, "y_true", "(3, 3) sums to 1.5 in row 2", X, With(three_classes, 7, 0.5));
        Unchanged(Loss.CategoricalCrossEntropy, "y_true", "(3, 3) sums to 0 in row 0", X, With(three_classes, 0, 0));
        Unchanged(Loss.SparseCategoricalCrossEntropy, "y_true", "(3, 1) holds 3 at [1, 0]; a label must be the whole number of a class, 0 to 2", X, With(class_numbers, 1, 3));
        Unchanged(Loss.SparseCategoricalCrossEntropy, "y_true", "(3, 1) holds -1 at [2, 0]", X, With(class_numbers, 2, -1));
        Unchanged(Loss.SparseCategoricalCrossEntropy, "y_true", "(3, 1) holds 0.5 at [0, 0]", X, With(class_numbers, 0, 0.5));
        Unchanged(Loss.SparseCategoricalCrossEntropy, "y_true", "(3, 1) holds 1E+20 at [0, 0]", X, With(class_numbers, 0, 1e20));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(4)]
    public void A_batch_that_is_empty_or_larger_than_the_data_is_refused_and_nothing_is_changed(int batch_size)
    {
        foreach (Loss loss in Enum.GetValues<Loss>())
        {
            Unchanged(loss, "batch_size", $"{batch_size}, where 1 to 3", network => network.Fit(X, Labels(loss), batch_size, epochs: 1));
            Unchanged(loss, "batch_size", $"{batch_size}, where 1 to 3", network => network.TrainEpoch(X, Labels(loss), batch_size, [0, 1, 2]));
        }
    }

    [TestMethod]
    public void Orders_and_epochs_that_do_not_fit_are_refused_and_nothing_is_changed()
    {
        Loss loss = Loss.MeanSquaredError;
        Unchanged(loss, "order", "(2), where (3)", network => network.TrainEpoch(X, three_classes, 1, [0, 1]));
        Unchanged(loss, "order", "(4), where (3)", network => network.TrainEpoch(X, three_classes, 1, [0, 1, 2, 0]));
        Unchanged(loss, "order", "row 3", network => network.TrainEpoch(X, three_classes, 1, [0, 3, 2]));
        Unchanged(loss, "order", "row -1", network => network.TrainEpoch(X, three_classes, 1, [0, 1, -1]));
        Unchanged(loss, "epochs", "-1", network => network.Fit(X, three_classes, 1, epochs: -1));
    }

    [TestMethod]
    public void Numbers_that_are_no_matrix_of_a_shape_are_refused()
    {
        Refused("values", "5 numbers are no matrix of shape (2, 3)", () => new Matrix<double>(new double[5], 2, 3));
        Refused("values", "(-2, -3)", () => new Matrix<double>(new double[6], -2, -3));
        Refused("values", "(65536, 65536)", () => new Matrix<double>([], 65536, 65536));
    }

    [TestMethod]
    public void Parameters_that_were_given_or_gotten_are_copies()
    {
        LayerParameters<double>[] start = Good();
        DenseNetwork<double> network = Network(new Sgd(0.1), Loss.MeanSquaredError, start);
        IReadOnlyList<LayerParameters<double>> before = network.Parameters;

        start[0].Weights[0, 0] = 99;
        network.Parameters[1].Bias[0] = 99;
        SameBits.Of(before, network.Parameters, "parameters");
        network.Train(X, three_classes);

        SameBits.Of(Good(), before, "parameters taken before the step");
        Assert.AreEqual(99, start[0].Weights[0, 0]);
    }

    private static void Unchanged(Loss loss, string parameter, string message, double[,] x, double[,] y_true)
    {
        Unchanged(loss, parameter, message, network => network.Train(x, y_true));
        Unchanged(loss, parameter, message, network => network.TrainTraced(x, y_true));
        Unchanged(loss, parameter, message, network => network.Fit(x, y_true, 1, 1));
        Unchanged(loss, parameter, message, network => network.Fit(x, y_true, 1, 1, seed: 1));
        Unchanged(loss, parameter, message, network => network.TrainEpoch(x, y_true, 1, [0, 1, 2]));
        Unchanged(loss, parameter, message, network => network.Evaluate(x, y_true));
        if (parameter == "X")
            Unchanged(loss, parameter, message, network => network.Predict(x));
    }

    // Momentum and Adam remember: the next good step shows that what they remember was not touched either.
    private static void Unchanged(Loss loss, string parameter, string message, Action<DenseNetwork<double>> bad)
    {
        foreach (Optimizer optimizer in new Optimizer[] { new Sgd(0.1, 0.9), new Adam(0.01) })
        {
            DenseNetwork<double> network = Network(optimizer, loss), untouched = Network(optimizer, loss);
            double[,] labels = Labels(loss);
            network.Train(X, labels);
            untouched.Train(X, labels);

            Refused(parameter, message, () => bad(network));

            SameBits.Of(untouched.Parameters, network.Parameters, "parameters");
            SameBits.Of(untouched.Train(X, labels), network.Train(X, labels), "the next loss");
            SameBits.Of(untouched.Parameters, network.Parameters, "the next parameters");
        }
    }

    private static void RefusedStart(
        string parameter, string message, IReadOnlyList<Layer> layers, IReadOnlyList<LayerParameters<double>> start, Loss loss = Loss.MeanSquaredError, bool stable = false) =>
        Refused(parameter, message, () => new DenseNetwork<double>(layers, loss, new Sgd(0.1), start, stable));

    private static void Refused(string parameter, string message, Action action)
    {
        ArgumentException refused = Assert.ThrowsExactly<ArgumentException>(action);
        Assert.AreEqual(parameter, refused.ParamName, refused.Message);
        StringAssert.Contains(refused.Message, message);
        Assert.IsFalse(refused.Message.Contains('\n'), refused.Message);
    }

    private static DenseNetwork<double> Network(Optimizer optimizer, Loss loss = Loss.MeanSquaredError, LayerParameters<double>[]? start = null) =>
        new([new(4, Activation.Tanh), new(3, Activation.Softmax)], loss, optimizer, start ?? Good());

    private static LayerParameters<double>[] Good() => [.. Start.Glorot<double>(2, [new(4, Activation.Tanh), new(3, Activation.Softmax)], seed: 4)];

    private static double[,] Labels(Loss loss) => loss == Loss.SparseCategoricalCrossEntropy ? class_numbers : three_classes;

    private static LayerParameters<double> Weights(int inputs, int units) => new(new double[inputs, units], new double[units]);

    private static double[,] With(double[,] matrix, int place, double number)
    {
        var changed = (double[,])matrix.Clone();
        changed[place / matrix.GetLength(1), place % matrix.GetLength(1)] = number;
        return changed;
    }
}
