using System.Numerics;
using Comparison.Problems;
using Comparison.Training;
using DataSets;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>A training on a table, from the folder that <c>train</c> wrote: made once more, so that each step is recorded.</summary>
/// <param name="Problem">What both sides train.</param>
/// <param name="InputNames">The names of the inputs, in order.</param>
/// <param name="Lines">What it is, a sentence each.</param>
internal sealed record TrainedRun(Problem Problem, IReadOnlyList<string> InputNames, IReadOnlyList<string> Lines)
{
    // So many numbers a side are kept in memory while a page is made; they take 8 bytes each.
    private const long MostRecorded = 60_000_000;

    /// <summary>Reads a training.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">It holds none, its table is not what it was, one side alone trained, or an epoch has too many numbers.</exception>
    public static TrainedRun Read(string folder)
    {
        string file = new TrainingFolder(folder).Checkpoint;
        if (!File.Exists(file))
            throw new InputException($"--run: {folder} holds no training; name the folder that train was given as --out.");
        var checkpoint = Checkpoint.Read(file);
        if (checkpoint.Plan.Sides != SideChoice.Both)
            throw new InputException($"--run: {folder} is the training of one side, and a page shows two beside each other; train without --side.");
        if (checkpoint.Course.Epoch == 0)
            throw new InputException($"--run: {folder} has no whole epoch yet; go on with train --resume {folder}.");
        return checkpoint.Plan.Format == FloatFormat.Float32 ? Of<float>(checkpoint, file) : Of<double>(checkpoint, file);
    }

    private static TrainedRun Of<T>(Checkpoint checkpoint, string file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TrainingPlan plan = checkpoint.Plan;
        using var data = new TrainingData<T>(plan);
        if (checkpoint.Fingerprint != data.Fingerprint())
            throw new InputException($"{file}: is of another training than one on {plan.Source}, which may have changed; train again.");
        long numbers = data.Batches * data.Network.Quantities.Sum(quantity => NumberArray.Count(quantity.Shape(Math.Min(plan.BatchSize, data.Training.Rows))));
        int trained = checkpoint.Course.Epoch, epochs = (int)Math.Min(trained, MostRecorded / numbers);
        if (epochs == 0)
            throw new InputException($"--run: an epoch of this training has {numbers:N0} numbers, more than a page is made from ({MostRecorded:N0}); take fewer rows or a smaller network.");
        string part = epochs == trained ? "" : $" Of its {trained} epochs the first {epochs} are on this page: all would be too many numbers.";
        return new(data.Problem(epochs), data.Preparation.InputNames, [$"The training on {plan.Source}, each step made once more and recorded: {data.Training.Rows} rows, in an order of its own in each epoch, the inputs {string.Join(", ", data.Preparation.InputNames)}.{part}"]);
    }
}
