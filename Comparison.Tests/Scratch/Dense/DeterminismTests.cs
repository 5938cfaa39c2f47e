using System.Numerics;
using CsCheck;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>Trainings that must end in the same bits.</summary>
[TestClass]
public sealed class DeterminismTests
{
    // Sizes that take every kernel, below and above the widths of vectors and panels.
    private static readonly string[] sizes =
        ["3-4-1", "5-7-1", "31-17-1", "100-33-1", "30-16-1", "784-128-1", "4-1", "1-1-1", "2-40-3-40-2", "6-5-4-3-2", "7-1-40-1-5", "33-64-32-16-10"];

    // Work that is large enough for several threads.
    private static readonly (string Sizes, int Batch)[] large = [("784-128-1", 128), ("300-1024-10", 256), ("500-500-33-1", 100), ("2000-7", 300)];

    public static IEnumerable<object[]> Trainings =>
        from size in sizes
        from batch in new[] { 1, 7, 8, 9, 100 }
        where batch < 100 || size != "784-128-1"
        select new object[] { size, batch };

    public static IEnumerable<object[]> LargeTrainings => large.Select(each => new object[] { each.Sizes, each.Batch });

    [TestMethod]
    [DynamicData(nameof(Trainings))]
    public void Every_way_to_train_on_the_same_batches_ends_in_the_same_bits(string sizes, int batch)
    {
        for (int i = 0; i < DrawnTraining.Optimizers.Length; i++)
        {
            // Two batches and a smaller one.
            DrawnTraining training = DrawnTraining.Of(sizes, 2 * batch + (batch + 1) / 2, DrawnTraining.Optimizers[i], stable: i % 2 == 0);
            EveryWay<float>(training, batch);
            EveryWay<double>(training, batch);
        }
    }

    [TestMethod]
    public void Every_way_to_train_random_networks_ends_in_the_same_bits() =>
        Gen.Select(DrawnTraining.Any, Gen.Frequency((2, Gen.Const(1)), (3, Gen.Int[1, 20]))).Sample(
            (training, batch) =>
            {
                EveryWay<float>(training, Math.Min(batch, training.Rows));
                EveryWay<double>(training, Math.Min(batch, training.Rows));
            },
            iter: 500, threads: 1);

    [TestMethod]
    public void Every_way_to_train_networks_of_one_hidden_layer_row_by_row_ends_in_the_same_bits() => DrawnTraining.OfOneHiddenLayer.Sample(
        training =>
        {
            EveryWay<float>(training, batch: 1);
            EveryWay<double>(training, batch: 1);
        },
        iter: 500, threads: 1);

    [TestMethod]
    [DynamicData(nameof(LargeTrainings))]
    public void Any_number_of_threads_gives_the_same_bits(string sizes, int batch)
    {
        foreach (Optimizer optimizer in DrawnTraining.Optimizers)
        {
            DrawnTraining training = DrawnTraining.Of(sizes, batch + batch / 3, optimizer, stable: true);
            AnyThreads<float>(training, batch);
            AnyThreads<double>(training, batch);
        }
    }

    [TestMethod]
    public void Thousands_of_steps_on_more_threads_than_processors_give_the_same_bits()
    {
        // Just enough work that threads are woken, so that they come and go.
        DrawnTraining training = DrawnTraining.Of("128-96-1", 100, new Sgd(0.001), stable: true);
        DenseNetwork<float> alone = training.Network<float>(), many = training.Network<float>(threads: 2 * Environment.ProcessorCount + 1);

        SameBits.Of(
            alone.Fit(training.X<float>(), training.Labels<float>(), batch_size: 100, epochs: 3000),
            many.Fit(training.X<float>(), training.Labels<float>(), batch_size: 100, epochs: 3000), "losses");
        SameBits.Of(alone.Parameters, many.Parameters, "parameters");
    }

    [TestMethod]
    public void The_same_training_twice_gives_the_same_bits()
    {
        DrawnTraining training = DrawnTraining.Of("100-33-8-1", 250, new Adam(0.01), stable: true);
        DenseNetwork<float> once = training.Network<float>(threads: 2), again = training.Network<float>(threads: 2);

        SameBits.Of(
            once.Fit(training.X<float>(), training.Labels<float>(), batch_size: 32, epochs: 5, seed: 7),
            again.Fit(training.X<float>(), training.Labels<float>(), batch_size: 32, epochs: 5, seed: 7), "losses");
        SameBits.Of(once.Parameters, again.Parameters, "parameters");
    }

    [TestMethod]
    public void A_seed_takes_the_rows_in_the_order_that_it_gives()
    {
        DrawnTraining training = DrawnTraining.Of("5-7-1", 23, new Sgd(0.1, 0.9));
        DenseNetwork<double> seeded = training.Network<double>(), told = training.Network<double>();

        double[] losses = seeded.Fit(training.X<double>(), training.Labels<double>(), batch_size: 4, epochs: 3, seed: 11);

        var order = new int[training.Rows];
        for (int epoch = 0; epoch < losses.Length; epoch++)
        {
            RowOrder.Shuffle(11, epoch, order);
            SameBits.Of(losses[epoch], told.TrainEpoch(training.X<double>(), training.Labels<double>(), 4, order), $"loss of epoch {epoch}");
        }
        SameBits.Of(seeded.Parameters, told.Parameters, "parameters");
    }

    [TestMethod]
    [DynamicData(nameof(Trainings))]
    public void What_was_predicted_and_evaluated_before_leaves_no_trace_in_a_training(string sizes, int batch)
    {
        DrawnTraining training = DrawnTraining.Of(sizes, batch, new Adam(0.01)), others = training with { Rows = batch + 5, Seed = 99 };
        DenseNetwork<float> fresh = training.Network<float>(), used = training.Network<float>();
        used.Predict(others.X<float>());
        used.Evaluate(others.X<float>(), others.Labels<float>());

        for (int step = 0; step < 2; step++)
            SameBits.Of(fresh.Train(training.X<float>(), training.Labels<float>()), used.Train(training.X<float>(), training.Labels<float>()), "loss");

        SameBits.Of(fresh.Parameters, used.Parameters, "parameters");
    }

    private static void EveryWay<T>(DrawnTraining training, int batch) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DenseNetwork<T> plain = training.Network<T>(), traced = training.Network<T>(), fitted = training.Network<T>(), ordered = training.Network<T>();
        T[,] X = training.X<T>(), labels = training.Labels<T>();
        int[] order = [.. Enumerable.Range(0, training.Rows).Reverse()];
        string what = $"batches of {batch}, {typeof(T).Name}, {training}";
        for (int epoch = 0; epoch < 2; epoch++)
        {
            double sum = 0;
            foreach (int[] rows in Enumerable.Range(0, training.Rows).Chunk(batch))
            {
                T[,] x = DrawnTraining.Take(X, rows), y = DrawnTraining.Take(labels, rows);
                T loss = plain.Train(x, y);
                SameBits.Of(loss, traced.TrainTraced(x, y).Single(quantity => quantity.Name == "loss").Values[0], $"traced loss, {what}");
                sum += double.CreateChecked(loss) * rows.Length;
            }
            T mean = T.CreateChecked(sum / training.Rows);
            SameBits.Of(mean, fitted.Fit(X, labels, batch, epochs: 1)[0], $"loss of Fit, {what}");
            SameBits.Of(mean, ordered.TrainEpoch(DrawnTraining.Take(X, order), DrawnTraining.Take(labels, order), batch, order), $"loss of TrainEpoch, {what}");
        }
        SameBits.Of(plain.Parameters, traced.Parameters, $"traced, {what}");
        SameBits.Of(plain.Parameters, fitted.Parameters, $"Fit, {what}");
        SameBits.Of(plain.Parameters, ordered.Parameters, $"TrainEpoch, {what}");
    }

    private static void AnyThreads<T>(DrawnTraining training, int batch) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[,] X = training.X<T>(), labels = training.Labels<T>();
        DenseNetwork<T> alone = training.Network<T>();
        T[] losses = alone.Fit(X, labels, batch, epochs: 2);
        T[,] outputs = alone.Predict(X);
        IReadOnlyList<Quantity<T>> quantities = alone.TrainTraced(X, labels);
        foreach (int threads in new[] { 2, 3, 8 })
        {
            string what = $"{threads} threads, {typeof(T).Name}, {training}";
            DenseNetwork<T> network = training.Network<T>(threads: threads);
            SameBits.Of(losses, network.Fit(X, labels, batch, epochs: 2), $"losses, {what}");
            SameBits.Of(outputs.Cast<T>().ToArray(), network.Predict(X).Cast<T>().ToArray(), $"outputs, {what}");
            foreach (var (one, other) in quantities.Zip(network.TrainTraced(X, labels)))
                SameBits.Of(one.Values, other.Values, $"{one.Name}, {what}");
            SameBits.Of(alone.Parameters, network.Parameters, $"parameters, {what}");
        }
    }
}
