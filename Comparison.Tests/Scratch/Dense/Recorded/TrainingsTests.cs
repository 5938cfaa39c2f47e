using Comparison.Problems;
using Ledger.Arithmetic;
using Ledger.Networks;

namespace Comparison.Tests.Scratch.Dense.Recorded;

/// <summary>Recorded trainings of Keras, repeated by hand-written backpropagation with the loss from logits, as Keras has it.</summary>
[TestClass]
public sealed class TrainingsTests
{
    public static IEnumerable<object[]> Networks => Cases(RecordedTraining.NetworkFile);

    public static IEnumerable<object[]> Optimizers => Cases(RecordedTraining.OptimizerFile);

    public static IEnumerable<object[]> Tables => Cases(RecordedTraining.TableFile);

    [TestMethod]
    [DataRow(RecordedTraining.NetworkFile)]
    [DataRow(RecordedTraining.OptimizerFile)]
    [DataRow(RecordedTraining.TableFile)]
    public void How_many_trainings_are_compared(string file) => PassedOver.Report(file);

    [TestMethod]
    [DynamicData(nameof(Networks))]
    [DynamicData(nameof(Optimizers))]
    [DynamicData(nameof(Tables))]
    public void A_training_goes_and_ends_as_in_Keras(string file, int index, string name)
    {
        IReadOnlyDictionary<string, double> parts = TwinBounds.Parts(RecordedTraining.Of(file, Recordings.Cases(file)[index]));

        Console.WriteLine($"{name}: {string.Join(", ", parts.Select(part => $"{part.Key} {part.Value:P0} of its bound"))}");
        foreach (var (quantity, part) in parts)
            Assert.IsTrue(part <= 1, $"{quantity} of {name} is {part:G3} bounds away");
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void In_float64_the_mathematics_is_told_from_Keras_that_rounds_constants_to_float32(string file, int index, string name)
    {
        RecordedTraining training = RecordedTraining.Of(file, Recordings.Cases(file)[index]);
        Network network = training.Problem.Network;
        bool has_rounded_constants = training.Problem.Format == FloatFormat.Float64 && network.Optimizer.State.Count > 0;
        Problem mathematics = training.Problem with { Network = new(network.Inputs, network.Layers, network.Loss, network.Optimizer with { Float32Constants = false }) };

        foreach (var (quantity, part) in TwinBounds.Parts(training with { Problem = mathematics }))
            Assert.AreEqual(!has_rounded_constants, part <= 1, $"{quantity} of {name} is {part:G3} bounds away");
    }

    private static IEnumerable<object[]> Cases(string file) => PassedOver.Compared(file).Select(run => new object[] { file, run[0], run[1] });
}
