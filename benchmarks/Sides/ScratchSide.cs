using Benchmarks.Cases;
using Scratch.Dense;

namespace Benchmarks.Sides;

/// <summary>The network by hand.</summary>
/// <param name="data">What it trains on.</param>
/// <param name="threads">Threads it may use.</param>
/// <param name="name">What the tables call it.</param>
internal sealed class ScratchSide(TrainingData data, int threads, string name = SideNames.Scratch) : ISide
{
    private readonly DenseNetwork<float> network = new(data.Case.Layers, data.Case.Loss, data.Case.Optimizer, data.Start, stable: true, threads);

    public string Name => SideNames.Of(name, threads);

    public TrainingData Data => data;

    public IReadOnlyList<LayerParameters<float>> Parameters => network.Parameters;

    public void Train(int epochs) =>
        network.Fit(new(Data.Inputs, Data.Rows, Data.Case.Inputs), new(Data.Labels, Data.Rows, Data.Case.Outputs), Data.Case.Batch, epochs);

    public void Dispose()
    {
    }
}
