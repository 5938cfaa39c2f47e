using System.Numerics;
using Comparison.Problems;
using Comparison.Sides;
using Ledger;
using Ledger.Networks;

namespace Comparison.Tests.Problems;

[TestClass]
public sealed class ProblemOfArraysTests
{
    private static readonly Network network = new(2, [new(3, Activation.Tanh), new(2, Activation.Softmax)], LossFunction.SparseCategoricalCrossentropy, new Adam());
    private static readonly float[,] inputs = { { 1, -2 }, { 0.5f, 3 }, { -1, 0 } };
    private static readonly float[,] labels = { { 0 }, { 1 }, { 1 } };

    [TestMethod]
    public void Both_sides_train_it_and_agree_in_float32() => Agree<float>();

    [TestMethod]
    [NeedsFloat64]
    public void Both_sides_train_it_and_agree_in_float64() => Agree<double>();

    [TestMethod]
    public void Weights_of_ones_own_are_what_it_starts_from()
    {
        float[][] start = [[1, 2, 3, 4, 5, 6], [7, 8, 9], [10, 11, 12, 13, 14, 15], [16, 17]];
        Problem problem = Problem.Of(inputs, labels, network, start, learning_rate: 0.01, batch_size: 2, epochs: 1);

        Assert.AreEqual(6, problem.Start["hidden_weights"].Values[5]);
        Assert.AreEqual(3, problem.Start["hidden_weights"].Values[2]);
        CollectionAssert.AreEqual(new double[] { 16, 17 }, problem.Start["output_bias"].Values);
    }

    [TestMethod]
    [DataRow("inputs", "shape (3, 1), where (3, 2) is needed", 1, 1, 4, 1)]
    [DataRow("labels", "shape (3, 2), where (3, 1) is needed", 2, 2, 4, 1)]
    [DataRow("start", "hidden_bias has 6 numbers, where shape (3,) is needed", 2, 1, 4, 1)]
    [DataRow("start", "3 arrays are given, where 4 are needed: hidden_weights, hidden_bias, output_weights, output_bias", 2, 1, 3, 1)]
    [DataRow("batch_size", "must be greater than or equal to '1'", 2, 1, 4, 0)]
    public void What_does_not_fit_is_refused(string parameter, string expected, int columns, int label_columns, int arrays, int batch_size)
    {
        IEnumerable<float[]> start = Enumerable.Repeat(new float[6], arrays);

        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Problem.Of(new float[3, columns], new float[3, label_columns], network, start, learning_rate: 0.01, batch_size, epochs: 1));

        Assert.AreEqual(parameter, error.ParamName);
        StringAssert.Contains(error.Message, expected);
    }

    private static void Agree<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[,] x = { { T.One, -T.One }, { T.Pi, T.One }, { -T.E, T.Zero } }, y = { { T.One }, { T.Zero }, { T.One } };
        Problem problem = Problem.Of(x, y, network, seed: 3, learning_rate: 0.01, batch_size: 2, epochs: 4);

        Parity.AssertAgree(ScratchSide.Train(problem).Trace, KerasSide.Train(problem).Trace);
        Assert.AreEqual(8, problem.Steps);
    }
}
