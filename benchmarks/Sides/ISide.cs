using Benchmarks.Cases;
using Scratch.Dense;

namespace Benchmarks.Sides;

/// <summary>One way of doing a case's training.</summary>
internal interface ISide : IDisposable
{
    /// <summary>What the tables call it.</summary>
    string Name { get; }

    /// <summary>What it trains on.</summary>
    TrainingData Data { get; }

    /// <summary>Trains over all rows in order so many times.</summary>
    void Train(int epochs);

    /// <summary>Copies of the parameters as they stand.</summary>
    IReadOnlyList<LayerParameters<float>> Parameters { get; }
}
