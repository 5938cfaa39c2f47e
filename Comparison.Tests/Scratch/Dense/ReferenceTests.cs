using System.Numerics;
using CsCheck;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>Every quantity that a dense network records, against a network written for reading.</summary>
[TestClass]
public sealed class ReferenceTests
{
    private const int Steps = 3;

    [TestMethod]
    public void Every_quantity_in_float32_is_the_plain_formulas_within_its_roundings() => DrawnTraining.Any.Sample(Check<float>, iter: 300, threads: 1);

    [TestMethod]
    public void Every_quantity_in_float64_is_the_plain_formulas_within_its_roundings() => DrawnTraining.Any.Sample(Check<double>, iter: 300, threads: 1);

    [TestMethod]
    [DataRow("784-128-1", 10)]
    [DataRow("100-33-1", 100)]
    [DataRow("31-17-1", 9)]
    [DataRow("3-4-1", 1)]
    [DataRow("1-1-1", 1)]
    [DataRow("7-1-40-1-5", 8)]
    public void Networks_of_every_size_are_the_plain_formulas(string sizes, int rows)
    {
        foreach (Optimizer optimizer in DrawnTraining.Optimizers)
            foreach (bool stable in new[] { false, true })
            {
                Check<float>(DrawnTraining.Of(sizes, rows, optimizer, stable));
                Check<double>(DrawnTraining.Of(sizes, rows, optimizer, stable));
            }
    }

    private static void Check<T>(DrawnTraining training) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DenseNetwork<T> network = training.Network<T>();
        T[,] X = training.X<T>(), labels = training.Labels<T>();
        double[] x = Widened(X.Cast<T>()), y = training.OnePerUnit(Widened(labels.Cast<T>()));
        Dictionary<string, double[]> before = Before(training, network.Parameters);
        for (int step = 1; step <= Steps; step++)
        {
            IReadOnlyList<Quantity<T>> quantities = network.TrainTraced(X, labels);
            Dictionary<string, double[]> recorded = quantities.ToDictionary(quantity => quantity.Name, quantity => Widened(quantity.Values));
            IReadOnlyList<ExpectedQuantity> expected = new ReferenceStep(training, x, y, before, recorded, step, typeof(T) == typeof(float)).Quantities;

            CollectionAssert.AreEqual(expected.Select(quantity => quantity.Name).ToArray(), quantities.Select(quantity => quantity.Name).ToArray(), $"{training}");
            foreach (var (wanted, quantity) in expected.Zip(quantities))
            {
                CollectionAssert.AreEqual(wanted.Shape, quantity.Shape.ToArray(), wanted.Name);
                Compare(wanted, recorded[wanted.Name], $"step {step} of {training}");
            }
            foreach (string name in before.Keys)
                before[name] = recorded[name];
        }
    }

    private static void Compare(ExpectedQuantity expected, double[] actual, string what)
    {
        Assert.HasCount(expected.Values.Length, actual, expected.Name);
        // NaN, where a step was given what makes it so, is NaN in both.
        for (int i = 0; i < actual.Length; i++)
            if (!actual[i].Equals(expected.Values[i]) && !(Math.Abs(actual[i] - expected.Values[i]) <= expected.Bounds[i]))
                Assert.Fail($"{expected.Name}[{i}] is {actual[i]:R}, not {expected.Values[i]:R}: {Math.Abs(actual[i] - expected.Values[i]):E2} off, {expected.Bounds[i]:E2} allowed; {what}");
    }

    private static Dictionary<string, double[]> Before<T>(DrawnTraining training, IReadOnlyList<LayerParameters<T>> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var before = new Dictionary<string, double[]>();
        for (int i = 0; i < parameters.Count; i++)
        {
            string name = ReferenceStep.Name(i, parameters.Count);
            before[$"{name}_weights"] = Widened(parameters[i].Weights.Cast<T>());
            before[$"{name}_bias"] = Widened(parameters[i].Bias);
            foreach (string state in ReferenceStep.StatesOf(training.Optimizer))
                foreach (string parameter in new[] { $"{name}_weights", $"{name}_bias" })
                    before[$"{state}_{parameter}"] = new double[before[parameter].Length];
        }
        return before;
    }

    private static double[] Widened<T>(IEnumerable<T> numbers) where T : IBinaryFloatingPointIeee754<T> => [.. numbers.Select(double.CreateChecked)];
}
