using System.Numerics;
using Comparison.Models;
using Ledger.Arithmetic;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Problems;

/// <summary>What both sides train: everything that a training starts from. Every number is one of <see cref="Format"/>'s.</summary>
public sealed partial record Problem
{
    /// <summary>The dtype of both trainings.</summary>
    public required FloatFormat Format { get; init; }

    /// <summary>Shape (rows, inputs).</summary>
    public required NumberArray Inputs { get; init; }

    /// <summary>Shape (rows, 1) or (rows, outputs), as the loss asks for them.</summary>
    public required NumberArray Labels { get; init; }

    /// <summary>The parameters to start from, by name, in the shapes of <see cref="Network.Parameters"/>.</summary>
    public required IReadOnlyDictionary<string, NumberArray> Start { get; init; }

    /// <summary>Step size, as both sides use it.</summary>
    public required LearningRate LearningRate { get; init; }

    /// <summary>The order in which each epoch takes the rows; as they stand if not given.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Orders { get; init; }

    /// <summary>Rows of a full batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Passes over the rows.</summary>
    public required int Epochs { get; init; }

    /// <summary>The label of the document's one sample; null for any other problem.</summary>
    public double? DocumentLabel { get; init; }

    /// <summary>What is trained and how; the document's kind of network, in the sizes of <see cref="Start"/>, where nothing is said.</summary>
    public Network Network
    {
        get => field ?? Network.Document(Inputs.Columns, Hidden);
        init;
    }

    /// <summary>Whether Scratch computes a cross-entropy from the logits, which stays right where an output rounds to 0 or 1, instead of by the document's formulas.</summary>
    public bool IsStable { get; init; }

    /// <summary>The network with the parameters that it starts from.</summary>
    /// <typeparam name="T">The problem's dtype.</typeparam>
    public TrainedNetwork<T> StartNetwork<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TrainedNetwork<T>.Of(Network, LearningRate, Start);

    /// <summary>How many samples there are.</summary>
    public int Rows => Inputs.Rows;

    /// <summary>How many hidden neurons a network of the document's kind has.</summary>
    public int Hidden => Start["hidden_bias"].Columns;

    /// <summary>How many steps the training takes.</summary>
    public int Steps => checked(Epochs * BatchesAnEpoch);

    /// <summary>How many steps an epoch takes.</summary>
    public int BatchesAnEpoch => 1 + (Rows - 1) / BatchSize;

    /// <summary>The rows of each step's batch, epoch after epoch; the last batch of an epoch may be smaller.</summary>
    public IEnumerable<int[]> Batches() =>
        Enumerable.Range(0, Epochs).SelectMany(epoch => Order(epoch).Chunk(Math.Min(BatchSize, Rows)));

    /// <summary>The order in which an epoch, from 0, takes the rows.</summary>
    public IEnumerable<int> Order(int epoch) => Orders?[epoch] ?? Enumerable.Range(0, Rows);
}
