using System.Numerics;
using CsCheck;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>Predicting and evaluating beside what training saw.</summary>
[TestClass]
public sealed class PredictionTests
{
    [TestMethod]
    public void Predictions_and_the_evaluated_loss_are_what_the_next_step_sees()
    {
        DrawnTraining.Any.Sample(
            training =>
            {
                Agree<float>(training);
                Agree<double>(training);
            },
            iter: 200, threads: 1);
    }

    [TestMethod]
    public void A_row_alone_is_predicted_as_among_others_within_its_roundings()
    {
        DrawnTraining.Any.Sample(
            training =>
            {
                AloneAndAmong<float>(training with { Rows = 300 }, Math.ScaleB(1, -24));
                AloneAndAmong<double>(training with { Rows = 300 }, Math.ScaleB(1, -53));
            },
            iter: 20, threads: 1);
    }

    [TestMethod]
    public void The_loss_of_many_rows_is_the_mean_of_its_parts()
    {
        DrawnTraining training = DrawnTraining.Of("5-7-2", 1000, new Sgd(0.1));
        double[,] X = training.X<double>(), labels = training.Labels<double>();
        DenseNetwork<double> network = training.Network<double>();

        double whole = network.Evaluate(X, labels), parts = Enumerable.Range(0, training.Rows).Chunk(77)
            .Sum(rows => network.Evaluate(DrawnTraining.Take(X, rows), DrawnTraining.Take(labels, rows)) * rows.Length) / training.Rows;

        // Terms of one sign in another order: no more than a rounding a term on each side, and those of a row's own forward pass.
        Assert.AreEqual(whole, parts, 2 * (training.Rows * 2 + 30) * Math.ScaleB(1, -53) * whole);
    }

    private static void Agree<T>(DrawnTraining training) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[,] X = training.X<T>(), labels = training.Labels<T>();
        DenseNetwork<T> network = training.Network<T>();
        T evaluated = network.Evaluate(X, labels);
        T[] predicted = [.. network.Predict(X).Cast<T>()];

        Dictionary<string, T[]> seen = network.TrainTraced(X, labels).ToDictionary(quantity => quantity.Name, quantity => quantity.Values);

        SameBits.Of(seen["output"], predicted, $"outputs of {training}");
        double loss = double.CreateChecked(seen["loss"][0]);
        // Weighting by the rows and dividing by them again rounds twice.
        Assert.IsTrue(double.CreateChecked(evaluated).Equals(loss) || Math.Abs(double.CreateChecked(evaluated) - loss) <= Math.ScaleB(Math.Abs(loss), -52), $"{evaluated} is not {loss}; {training}");
    }

    private static void AloneAndAmong<T>(DrawnTraining training, double roundoff) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[,] X = training.X<T>();
        DenseNetwork<T> network = training.Network<T>();
        T[,] among = network.Predict(X);
        foreach (int row in new[] { 0, 1, 7, 8, 255, 256, training.Rows - 1 })
        {
            T[,] x = DrawnTraining.Take(X, [row]), alone = network.Predict(x);
            double[] bounds = Bounds(training, [.. x.Cast<T>().Select(double.CreateChecked)], roundoff);
            for (int j = 0; j < bounds.Length; j++)
            {
                double apart = Math.Abs(double.CreateChecked(among[row, j]) - double.CreateChecked(alone[0, j]));
                Assert.IsTrue(apart <= 2 * bounds[j], $"row {row}, unit {j}: {alone[0, j]} alone, {among[row, j]} among others: {apart:E2} apart, {2 * bounds[j]:E2} allowed; {training}");
            }
        }
    }

    // How far each output of one row may be from the exact one: a layer's sums carry their own roundings and what its inputs are
    // already off by, and no activation makes that larger, a softmax by no more than twice the largest.
    private static double[] Bounds(DrawnTraining training, double[] x, double roundoff)
    {
        var off = new double[x.Length];
        foreach (var (layer, parameters) in training.Layers.Zip(training.Start<double>()))
        {
            double[] z = [.. parameters.Bias], bounds = new double[layer.Units];
            for (int j = 0; j < layer.Units; j++)
            {
                double terms = Math.Abs(z[j]);
                for (int i = 0; i < x.Length; i++)
                {
                    double term = x[i] * parameters.Weights[i, j];
                    z[j] += term;
                    terms += Math.Abs(term);
                    bounds[j] += off[i] * Math.Abs(parameters.Weights[i, j]);
                }
                // One more for each: the weight itself was rounded from the one here.
                bounds[j] += (x.Length + 3) * roundoff * terms;
            }
            double largest = z.Max(), sum = z.Sum(each => Math.Exp(each - largest));
            x = [.. z.Select(each => Activated(layer.Activation, each, largest, sum))];
            off = [.. bounds.Select((bound, j) => layer.Activation switch
            {
                Activation.Softmax => 2 * bounds.Max() + (2 * (5 + largest - z.Min()) + z.Length + 1) * roundoff * x[j],
                Activation.Sigmoid or Activation.Tanh => bound + 8 * roundoff * Math.Abs(x[j]),
                _ => bound,
            })];
        }
        return off;
    }

    private static double Activated(Activation activation, double z, double largest, double sum) => activation switch
    {
        Activation.Relu => Math.Max(z, 0),
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Activation.Tanh => Math.Tanh(z),
        Activation.Softmax => Math.Exp(z - largest) / sum,
        _ => z,
    };
}
