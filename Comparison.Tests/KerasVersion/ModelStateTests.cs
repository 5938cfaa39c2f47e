using System.Numerics;
using Comparison.Problems;
using Comparison.Sides;
using Comparison.Tests.Problems;
using KerasVersion.Dense;
using KerasVersion.Tracing;
using Ledger.Arithmetic;

namespace Comparison.Tests.KerasVersion;

/// <summary>A training of the model that goes on from a state, and one that is given its rows piece by piece.</summary>
[TestClass]
public sealed class ModelStateTests
{
    private const int Drawn = 60;

    public static IEnumerable<object[]> Problems => Enumerable.Range(0, Drawn).Select(seed => new object[] { seed });

    [TestMethod]
    [DynamicData(nameof(Problems))]
    public void Pieces_of_whole_batches_end_in_the_same_bits_as_one_fit_and_so_does_a_training_that_goes_on_from_its_state(int seed)
    {
        Problem problem = RandomDenseProblem.Of(seed);
        NeedsFloat64Attribute.Check(problem.Format);
        if (problem.Format == FloatFormat.Float32)
            GoesOn<float>(problem);
        else
            GoesOn<double>(problem);
    }

    [TestMethod]
    [NeedsKerasLoss]
    [DynamicData(nameof(Problems))]
    public void Evaluate_gives_the_loss_that_the_next_step_over_all_rows_starts_from(int seed)
    {
        Problem problem = RandomDenseProblem.Of(seed) with { Format = FloatFormat.Float64 };
        NeedsFloat64Attribute.Check(problem.Format);
        double[,] inputs = Fitted.Matrix<double>(problem.Inputs), labels = Fitted.Matrix<double>(problem.Labels);
        DenseModel<double> model = KerasSide.DenseModel(problem.StartNetwork<double>(), is_recorded: true);

        double whole = model.Evaluate(inputs, labels, problem.Rows), parts = model.Evaluate(inputs, labels, problem.BatchSize);
        double fast = KerasSide.DenseModel(problem.StartNetwork<double>(), is_recorded: false).Evaluate(inputs, labels, problem.BatchSize);

        Assert.AreEqual(model.Fit(inputs, labels, problem.Rows, epochs: 1)[0], whole);
        double bound = 4 * (problem.Rows + 4) * FloatFormat.Float64.UnitRoundoff * whole;
        Assert.AreEqual(whole, parts, bound);
        // Keras's numbers come through this API as floats.
        Assert.AreEqual(whole, fast, bound + FloatFormat.Float32.UnitRoundoff * whole);
    }

    [TestMethod]
    public void The_state_of_another_model_or_of_an_earlier_step_is_refused_and_nothing_is_changed()
    {
        DenseModel<float> model = Model(4, new Adam(0.1));
        ModelState<float> own = model.State;
        model.Fit(new float[,] { { 1, 2 } }, new float[,] { { 1 } }, batch_size: 1, epochs: 3);
        ModelState<float> now = model.State;

        Refuses(own, "that after 0 steps, and this optimizer has counted 3");
        Refuses(Model(5, new Adam(0.1)).State with { Steps = 3 }, "hidden_weights has shape (2, 5), where (2, 4) is needed");
        Refuses(Model(4, new Sgd(0.1)).State with { Steps = 3 }, "The state lacks m_hidden_weights.");

        void Refuses(ModelState<float> state, string expected)
        {
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => model.State = state).Message, expected);
            foreach (var (name, array) in model.State.Quantities)
                CollectionAssert.AreEqual(now.Quantities[name].Values, array.Values, name);
        }
    }

    private static DenseModel<float> Model(int hidden, Optimizer optimizer) => new(
        [new(Activation.Relu, new float[2, hidden], new float[hidden]), new(Activation.Sigmoid, new float[hidden, 1], new float[1])], Loss.BinaryCrossentropy, optimizer);

    private static void GoesOn<T>(Problem problem) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[,] inputs = Fitted.Matrix<T>(problem.Inputs), labels = Fitted.Matrix<T>(problem.Labels);
        DenseModel<T> whole = Model(), pieces = Model(), traced = KerasSide.DenseModel(problem.StartNetwork<T>(), is_recorded: true);
        whole.Fit(inputs, labels, problem.BatchSize, epochs: 2);

        int[][] batches = [.. Enumerable.Range(0, problem.Rows).Chunk(problem.BatchSize)];
        foreach (int[] rows in batches)
            pieces.Fit(Take(inputs, rows), Take(labels, rows), rows.Length, epochs: 1);
        DenseModel<T> second = Model();
        second.State = pieces.State;
        second.Fit(inputs, labels, problem.BatchSize, epochs: 1);
        traced.State = pieces.State;
        List<TracedStep<T>> steps = [.. traced.TrainTraced(inputs, labels, problem.BatchSize, epochs: 1)];

        Assert.AreEqual(2 * batches.Length, second.State.Steps);
        Assert.AreEqual(2 * batches.Length, traced.State.Steps);
        foreach (var (name, array) in whole.State.Quantities)
        {
            CollectionAssert.AreEqual(array.Values, second.State.Quantities[name].Values, name);
            CollectionAssert.AreEqual(array.Values, traced.State.Quantities[name].Values, name);
            CollectionAssert.AreEqual(array.Values, steps[^1].Recorded[name].Values, name);
        }

        DenseModel<T> Model() => KerasSide.DenseModel(problem.StartNetwork<T>(), is_recorded: false);
    }

    private static T[,] Take<T>(T[,] matrix, int[] rows) where T : unmanaged
    {
        var taken = new T[rows.Length, matrix.GetLength(1)];
        for (int row = 0; row < rows.Length; row++)
            for (int i = 0; i < taken.GetLength(1); i++)
                taken[row, i] = matrix[rows[row], i];
        return taken;
    }
}
