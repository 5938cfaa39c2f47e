using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Comparison.Models;
using Comparison.Problems;
using Comparison.Sides;
using DataSets;
using DataSets.Preparing;
using Ledger.Networks;
using Ledger.Traces;
using Scratch.Dense;

namespace Comparison.Training;

/// <summary>What a plan comes to with its table: the rows, prepared and split, the network, and the weights to start from.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainingData<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // So many rows tell one table from another.
    private const int RowsOfFingerprint = 1024;

    private const int LargeTable = 1_000_000;

    private readonly TrainingPlan plan;
    private readonly Table table;

    /// <summary>Opens the table, splits and prepares it.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="InputException">The table cannot be read, or not be trained on as planned.</exception>
    public TrainingData(TrainingPlan plan)
    {
        this.plan = plan;
        table = Tables.Open(plan.Source, plan.Reading);
        try
        {
            var selection = new Selection(table, plan.Preparation);
            Split split = plan.HeldOut == 0 ? Split.None(selection) : Split.Of(selection, plan.HeldOut, plan.Seed, plan.Stratify);
            GiveBack();
            Preparation = Preparation.Fit(selection, split.Training);
            Training = Preparation.Apply<T>(table, split.Training);
            HeldOut = split.HeldOut.Count == 0 ? null : Preparation.Apply<T>(table, split.HeldOut);
            GiveBack();
            Network network = plan.Network(Training.Inputs, Preparation.Target);
            Start = new(network, LearningRate.For(plan.LearningRate, plan.Format), Scratch.Dense.Start.Glorot<T>(Training.Inputs, ScratchSide.Layers(network), plan.Seed));
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>How rows were prepared.</summary>
    public Preparation Preparation { get; }

    /// <summary>The rows to train on.</summary>
    public PreparedData<T> Training { get; }

    /// <summary>The rows that are held out; null where there are none.</summary>
    public PreparedData<T>? HeldOut { get; }

    /// <summary>What is trained.</summary>
    public Network Network => Start.Network;

    /// <summary>What is trained, with the parameters to start from: those that the seed gives, unless others are set.</summary>
    public TrainedNetwork<T> Start { get; init; }

    /// <summary>The order in which every epoch takes the rows; as the plan says unless set.</summary>
    public IReadOnlyList<int>? FixedOrder { get; init; }

    /// <summary>How many steps an epoch takes.</summary>
    public int Batches => 1 + (Training.Rows - 1) / plan.BatchSize;

    /// <summary>The order in which an epoch, from 0, takes the training rows.</summary>
    public int[] Order(int epoch)
    {
        int[] order = FixedOrder is null ? [.. Enumerable.Range(0, Training.Rows)] : [.. FixedOrder];
        if (FixedOrder is null && plan.Shuffle)
            RowOrder.Shuffle(plan.Seed, epoch, order);
        return order;
    }

    /// <summary>The first epochs of the training as a problem, which the sides train step by step and record; all rows in memory.</summary>
    /// <param name="epochs">How many epochs.</param>
    public Problem Problem(int epochs)
    {
        Piece<T> all = new PieceReader<T>(Training, Network).Read(Enumerable.Range(0, Training.Rows).ToArray());
        return new()
        {
            Format = plan.Format,
            Network = Network,
            Inputs = Numbers.Matrix(all.Inputs),
            Labels = Numbers.Matrix(all.Labels),
            Start = Start.Arrays.ToDictionary(),
            LearningRate = Start.LearningRate,
            BatchSize = plan.BatchSize,
            Epochs = epochs,
            IsStable = true,
            Orders = [.. Enumerable.Range(0, epochs).Select(Order)],
        };
    }

    /// <summary>What tells this training from another: its network, its start, and some of its rows as they were prepared.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(Preparation.ToJson().AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(Network.ToString().AsSpan()));
        hash.AppendData(BitConverter.GetBytes(Training.Rows));
        foreach (NumberArray array in Start.Arrays.Select(array => array.Value))
            hash.AppendData(MemoryMarshal.AsBytes<double>(array.Values));
        int count = Math.Min(Training.Rows, RowsOfFingerprint);
        var (inputs, labels) = (new T[Training.Inputs], new T[1]);
        for (int i = 0; i < count; i++)
        {
            Training.Read([(int)((long)i * Training.Rows / count)], inputs, labels);
            hash.AppendData(MemoryMarshal.AsBytes<T>(inputs));
            hash.AppendData(MemoryMarshal.AsBytes<T>(labels));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Of a large table lists of rows that splitting and preparing needed are worth more than the collection costs.
    private void GiveBack()
    {
        if (table.Rows >= LargeTable)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();
}
