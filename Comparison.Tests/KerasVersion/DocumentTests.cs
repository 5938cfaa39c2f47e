using Comparison.Problems;
using Ledger.Arithmetic;

namespace Comparison.Tests.KerasVersion;

[TestClass]
public sealed class DocumentTests
{
    [TestMethod]
    public void Both_versions_hold_the_same_numbers_of_the_document()
    {
        Problem problem = ProblemSource.Document(new(FloatFormat.Float64));
        var keras = global::KerasVersion.Document.Start<double>();

        CollectionAssert.AreEqual(problem.Inputs.Values, global::KerasVersion.Document.X<double>().Cast<double>().ToArray());
        CollectionAssert.AreEqual(problem.Start["hidden_weights"].Values, keras.HiddenWeights.Cast<double>().ToArray());
        CollectionAssert.AreEqual(problem.Start["hidden_bias"].Values, keras.HiddenBias);
        CollectionAssert.AreEqual(problem.Start["output_weights"].Values, keras.OutputWeights.Cast<double>().ToArray());
        CollectionAssert.AreEqual(problem.Start["output_bias"].Values, keras.OutputBias);
        Assert.AreEqual(
            (global::Scratch.Document.LearningRate, global::Scratch.Document.Epochs, global::Scratch.Document.DefaultLabel),
            (global::KerasVersion.Document.LearningRate, global::KerasVersion.Document.Epochs, global::KerasVersion.Document.DefaultLabel));
    }
}
