using System.Numerics;
using Ledger.Arithmetic;

namespace Comparison.Tests;

/// <summary>Both versions start from the document's weights and agree after five epochs.</summary>
[TestClass]
public sealed class AgreeAfterFiveEpochs
{
    private const long Ulps = 4;

    [TestMethod]
    [DataRow(1f)]
    [DataRow(0f)]
    public void In_float32(float y_true) => Agree(y_true, FloatFormat.Float32);

    [TestMethod]
    [NeedsFloat64]
    [DataRow(1.0)]
    [DataRow(0.0)]
    public void In_float64(double y_true) => Agree(y_true, FloatFormat.Float64);

    private static void Agree<T>(T y_true, FloatFormat format)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[,] X = global::KerasVersion.Document.X<T>();
        var scratch = new global::Scratch.DocumentNetwork<T>(global::Scratch.Document.Start<T>(), T.CreateChecked(0.01));
        var keras = new global::KerasVersion.DocumentModel<T>(global::KerasVersion.Document.Start<T>(), 0.01);

        for (int epoch = 0; epoch < 5; epoch++)
            scratch.Train(X, [y_true]);
        keras.Fit(X, new[,] { { y_true } }, batch_size: 1, epochs: 5);

        AreClose(scratch.Parameters.HiddenWeights.Cast<T>(), keras.Parameters.HiddenWeights.Cast<T>());
        AreClose(scratch.Parameters.HiddenBias, keras.Parameters.HiddenBias);
        AreClose(scratch.Parameters.OutputWeights, keras.Parameters.OutputWeights.Cast<T>());
        AreClose([scratch.Parameters.OutputBias], keras.Parameters.OutputBias);

        void AreClose(IEnumerable<T> by_hand, IEnumerable<T> by_keras)
        {
            Assert.AreEqual(by_hand.Count(), by_keras.Count());
            foreach (var (a, b) in by_hand.Zip(by_keras))
                Assert.IsTrue(format.Ulps(double.CreateChecked(a), double.CreateChecked(b)) <= Ulps, $"{a} by hand, {b} by Keras");
        }
    }
}
