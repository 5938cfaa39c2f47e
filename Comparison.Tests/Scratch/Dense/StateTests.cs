using System.Numerics;
using CsCheck;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>A training that goes on from a state.</summary>
[TestClass]
public sealed class StateTests
{
    [TestMethod]
    public void A_training_goes_on_from_its_state_in_the_same_bits() => DrawnTraining.Any.Sample(training =>
    {
        GoesOn<float>(training);
        GoesOn<double>(training);
    }, iter: 100, threads: 1);

    [TestMethod]
    public void The_state_is_what_a_traced_step_recorded_last()
    {
        DrawnTraining training = DrawnTraining.Of("3-4-1", rows: 5, new Adam());
        DenseNetwork<double> network = training.Network<double>();
        network.Train(training.X<double>(), training.Labels<double>());

        Dictionary<string, double[]> recorded = network.TrainTraced(training.X<double>(), training.Labels<double>()).ToDictionary(quantity => quantity.Name, quantity => quantity.Values);
        NetworkState<double> state = network.State;

        Assert.AreEqual(2, state.Steps);
        CollectionAssert.AreEqual(
            new[] { "m_hidden_weights", "m_hidden_bias", "m_output_weights", "m_output_bias", "v_hidden_weights", "v_hidden_bias", "v_output_weights", "v_output_bias", "hidden_weights", "hidden_bias", "output_weights", "output_bias" },
            state.Quantities.Select(quantity => quantity.Name).ToArray());
        foreach (Quantity<double> quantity in state.Quantities)
            SameBits.Of(recorded[quantity.Name], quantity.Values, quantity.Name);
    }

    [TestMethod]
    public void The_state_of_another_network_is_refused_and_nothing_is_changed()
    {
        DenseNetwork<float> network = DrawnTraining.Of("3-4-1", rows: 5, new Sgd(0.1, 0.9)).Network<float>();
        NetworkState<float> own = network.State;

        Refuses(DrawnTraining.Of("3-5-1", rows: 5, new Sgd(0.1, 0.9)).Network<float>().State, "The state's velocity_hidden_weights has shape (3, 5), where (3, 4) is needed.");
        Refuses(DrawnTraining.Of("3-4-1", rows: 5, new Sgd(0.1)).Network<float>().State, "The state lacks velocity_hidden_weights.");
        Refuses(own with { Quantities = [.. own.Quantities, own.Quantities[0] with { Name = "m_hidden_weights" }] }, "The state has 9 quantities, where 8 are needed");
        Refuses(own with { Steps = -1 }, "-1 steps");

        void Refuses(NetworkState<float> state, string expected)
        {
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => network.State = state).Message, expected);
            foreach (var (before, after) in own.Quantities.Zip(network.State.Quantities))
                SameBits.Of(before.Values, after.Values, before.Name);
        }
    }

    private static void GoesOn<T>(DrawnTraining training) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[,] x = training.X<T>(), labels = training.Labels<T>();
        int batch_size = 1 + training.Seed % training.Rows;
        DenseNetwork<T> whole = training.Network<T>(), first = training.Network<T>(), second = training.Network<T>();
        whole.Fit(x, labels, batch_size, epochs: 4);

        first.Fit(x, labels, batch_size, epochs: 2);
        second.State = first.State;
        second.Fit(x, labels, batch_size, epochs: 2);

        SameBits.Of(whole.Parameters, second.Parameters, $"{training}");
    }
}
