using System.Numerics;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>Where a NaN goes that arises in a training.</summary>
[TestClass]
public sealed class NotANumberTests
{
    [TestMethod]
    public void A_NaN_ends_where_a_neuron_is_off_but_not_in_the_layer_behind_it_nor_in_the_loss()
    {
        Saturated<float>();
        Saturated<double>();
    }

    // The second neuron is off. The output rounds to 1 where the label is 0, and the document's gradient is infinity · 0.
    private static void Saturated<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T one = T.One;
        T[,] X = { { one } }, labels = { { T.Zero } };
        foreach (Action<DenseNetwork<T>> train in (Action<DenseNetwork<T>>[])
            [network => network.Train(X, labels), network => network.TrainTraced(X, labels), network => network.Fit(X, labels, batch_size: 1, epochs: 1)])
        {
            var network = new DenseNetwork<T>(
                [new(2, Activation.Relu), new(1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, new Sgd(0.1),
                [new(new[,] { { one, -one } }, new T[2]), new(new[,] { { T.CreateChecked(100) }, { one } }, new T[1])]);

            train(network);

            var (hidden, output) = (network.Parameters[0], network.Parameters[1]);
            Assert.IsTrue(T.IsNaN(hidden.Weights[0, 0]) && T.IsNaN(hidden.Bias[0]));
            Assert.AreEqual((-one, T.Zero), (hidden.Weights[0, 1], hidden.Bias[1]));
            Assert.IsTrue(T.IsNaN(output.Weights[0, 0]) && T.IsNaN(output.Weights[1, 0]) && T.IsNaN(output.Bias[0]));
            Assert.IsTrue(T.IsNaN(network.Evaluate(X, labels)));
        }
    }
}
