using Scratch.Dense;

namespace Benchmarks.Cases;

/// <summary>
/// A network and how it is trained. One output: ReLU layers and a sigmoid, binary cross-entropy, plain gradient descent. More
/// outputs: ReLU layers and a softmax, categorical cross-entropy, Adam.
/// </summary>
/// <param name="Sizes">Inputs, then the units of each layer.</param>
/// <param name="Batch">Rows a batch.</param>
internal sealed record TrainingCase(IReadOnlyList<int> Sizes, int Batch)
{
    private const long EpochWork = 50_000_000;
    private const int EpochRows = 20_000, MostSteps = 500, FewestSteps = 10;

    public TrainingCase(int inputs, int hidden, int batch) : this([inputs, hidden, 1], batch)
    {
    }

    public int Inputs => Sizes[0];

    public int Outputs => Sizes[^1];

    /// <summary>Whether there is one hidden layer and one output: what the C kernels and the naive loops are written for.</summary>
    public bool IsDocumentShaped => Sizes is [_, _, 1];

    public IReadOnlyList<Layer> Layers =>
    [
        .. Sizes.Skip(1).SkipLast(1).Select(units => new Layer(units, Activation.Relu)),
        new Layer(Outputs, Outputs == 1 ? Activation.Sigmoid : Activation.Softmax),
    ];

    public Loss Loss => Outputs == 1 ? Loss.BinaryCrossEntropy : Loss.CategoricalCrossEntropy;

    public Optimizer Optimizer => Outputs == 1 ? new Sgd(0.01) : new Adam(0.001);

    /// <summary>Multiply-adds of a step's matrix products: forward and update of every layer, backward through all but the first.</summary>
    public long MultiplyAdds => Enumerable.Range(1, Sizes.Count - 1).Sum(i => (long)Batch * Sizes[i - 1] * Sizes[i] * (i == 1 ? 2 : 3));

    /// <summary>Steps an epoch: more where they are short.</summary>
    public int Steps => (int)Math.Clamp(Math.Min(EpochWork / MultiplyAdds, EpochRows / Batch), FewestSteps, MostSteps);

    /// <summary>Its sizes, equal ones in a row counted.</summary>
    public string Network
    {
        get
        {
            var parts = new List<string>();
            for (int i = 0, run; i < Sizes.Count; i += run)
            {
                run = Sizes.Skip(i).TakeWhile(size => size == Sizes[i]).Count();
                parts.Add(run > 2 ? $"{Sizes[i]}x{run}" : string.Join('-', Enumerable.Repeat(Sizes[i], run)));
            }
            return string.Join('-', parts);
        }
    }

    public override string ToString() => $"{Network}, batch {Batch}";
}
