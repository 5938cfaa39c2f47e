using Benchmarks.Agreement;
using Benchmarks.Cases;
using Benchmarks.Sides;
using Scratch.Dense;

namespace Benchmarks.Tests;

[TestClass]
public sealed class AgreementTests
{
    [TestMethod]
    [DataRow(3, 4, 1)]
    [DataRow(5, 7, 7)]
    [DataRow(30, 16, 32)]
    [DataRow(31, 17, 33)]
    [DataRow(100, 33, 70)]
    [DataRow(1, 1, 1)]
    public void Every_side_trains_within_the_bound_of_rounding(int inputs, int hidden, int batch)
    {
        var @case = new TrainingCase(inputs, hidden, batch);
        using var libraries = new CLibraries([@case]);
        var sides = AllSides.OneThread(@case, libraries);
        Assert.HasCount(Gcc.Version is null ? 4 : 6, sides);
        Assert.IsInRange(0, 1, AgreementCheck.ShareOfBound(@case, sides));
    }

    [TestMethod]
    public void Deeper_networks_agree_too_with_softmax_and_Adam()
    {
        var @case = new TrainingCase([20, 16, 12, 5], 8);
        using var libraries = new CLibraries([@case]);
        Assert.IsInRange(0, 1, AgreementCheck.ShareOfBound(@case, [.. AllSides.OneThread(@case, libraries), .. AllSides.AllThreads(2)]));
    }

    [TestMethod]
    [DataRow("plain", "-O3")]
    [DataRow("plain", "-Ofast")]
    [DataRow("blocked", "-O3")]
    [DataRow("blocked", "-Ofast")]
    public void Each_C_source_agrees_with_the_exact_training_whatever_is_left_over_of_a_tile(string source, string optimization)
    {
        if (Gcc.Version is null)
            Assert.Inconclusive("There is no gcc.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("benchmarks-");
        try
        {
            foreach (var (inputs, hidden, batch) in new[] { (3, 4, 1), (9, 33, 65), (17, 50, 3), (8, 16, 16), (23, 31, 130) })
            {
                var @case = new TrainingCase(inputs, hidden, batch);
                string file = new CSource(source, optimization).Compile(@case, folder.FullName);
                Assert.IsInRange(0, 1, AgreementCheck.ShareOfBound(@case, [data => new CSide("C", data, file)]), $"{@case}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestMethod]
    public void A_side_that_trains_a_little_otherwise_is_refused()
    {
        var @case = new TrainingCase(30, 16, 32);
        Assert.Throws<DisagreementException>(() => AgreementCheck.ShareOfBound(@case, [data => new Mistaken(data)]));
    }

    /// <summary>Scratch with a step size that is off by a thousandth.</summary>
    private sealed class Mistaken(TrainingData data) : ISide
    {
        private readonly DenseNetwork<float> network = new(data.Case.Layers, data.Case.Loss, new Sgd(0.01001), data.Start, stable: true, threads: 1);

        public string Name => "mistaken";

        public TrainingData Data => data;

        public IReadOnlyList<LayerParameters<float>> Parameters => network.Parameters;

        public void Train(int epochs) =>
            network.Fit(new(data.Inputs, data.Rows, data.Case.Inputs), new(data.Labels, data.Rows, 1), data.Case.Batch, epochs);

        public void Dispose()
        {
        }
    }
}
