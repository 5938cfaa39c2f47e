using System.Text.Json;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense.Recorded;

/// <summary>Recorded trainings of Keras, repeated by hand-written backpropagation with the loss from logits, as Keras has it.</summary>
[TestClass]
public sealed class TrainingsTests
{
    private const string networks = "random_networks.json", optimizers = "optimizers.json", tables = "datasets.json";

    public static IEnumerable<object[]> Networks => PassedOver.Compared(networks);

    public static IEnumerable<object[]> Optimizers => PassedOver.Compared(optimizers);

    public static IEnumerable<object[]> Tables => PassedOver.Compared(tables);

    [TestMethod]
    [DataRow(networks)]
    [DataRow(optimizers)]
    [DataRow(tables)]
    public void How_many_trainings_are_compared(string file) => PassedOver.Report(file);

    [TestMethod]
    [DynamicData(nameof(Networks))]
    public void A_random_network_goes_and_ends_as_in_Keras(int index, string name)
    {
        JsonElement run = Recordings.Cases(networks)[index];
        Agrees(RecordedTraining.OfNetwork(run, new Sgd(run.Number("learning_rate"))), name);
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void An_optimizer_goes_and_ends_as_in_Keras(int index, string name)
    {
        JsonElement run = Recordings.Cases(optimizers)[index];
        Agrees(RecordedTraining.OfNetwork(run, RecordedTraining.OptimizerOf(run.GetProperty("config"))), name);
    }

    [TestMethod]
    [DynamicData(nameof(Tables))]
    public void A_training_on_a_table_goes_and_ends_as_in_Keras(int index, string name)
    {
        JsonElement run = Recordings.Cases(tables)[index];
        double rate = run.Number("learning_rate");
        Agrees(RecordedTraining.OfTable(run, run.Text("optimizer") == "Adam" ? new Adam(rate) { Float32Constants = true } : new Sgd(rate)), name);
    }

    [TestMethod]
    [DynamicData(nameof(Optimizers))]
    public void In_float64_the_mathematics_is_told_from_Keras_that_rounds_constants_to_float32(int index, string name)
    {
        JsonElement run = Recordings.Cases(optimizers)[index];
        Optimizer optimizer = RecordedTraining.OptimizerOf(run.GetProperty("config"));
        bool has_rounded_constants = run.Text("dtype") == "float64" && optimizer is not Sgd { Momentum: 0 };

        IReadOnlyDictionary<string, double> parts = RecordedTraining.OfNetwork(run, optimizer with { Float32Constants = false }).PartsOfBounds();

        foreach (var (quantity, part) in parts)
            Assert.AreEqual(!has_rounded_constants, part <= 1, $"{quantity} of {name} is {part:G3} bounds away");
    }

    private static void Agrees(RecordedTraining training, string name)
    {
        IReadOnlyDictionary<string, double> parts = training.PartsOfBounds();
        Console.WriteLine($"{training.Name}: {string.Join(", ", parts.Select(part => $"{part.Key} {part.Value:P0} of its bound"))}");
        foreach (var (quantity, part) in parts)
            Assert.IsTrue(part <= 1, $"{quantity} of {training.Name} ({name}) is {part:G3} bounds away");
    }
}
