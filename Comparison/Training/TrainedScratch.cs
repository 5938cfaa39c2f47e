using System.Numerics;
using Comparison.Models;
using Comparison.Sides;
using Ledger.Traces;
using Scratch.Dense;

namespace Comparison.Training;

/// <summary>The hand-written side. It takes a cross-entropy from the logits, as Keras does: outputs of a long training round to 0 and 1.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainedScratch<T> : TrainedSide<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly DenseNetwork<T> trained, recorded;

    /// <param name="start">What is trained, with the parameters to start from.</param>
    public TrainedScratch(TrainedNetwork<T> start)
        : base(Side.Scratch, start) =>
        (trained, recorded) = (ScratchSide.DenseNetwork(start, is_stable: true), ScratchSide.DenseNetwork(start, is_stable: true));

    /// <inheritdoc/>
    public override SideState State
    {
        get
        {
            NetworkState<T> state = trained.State;
            return new(state.Steps, ScratchSide.Quantities(state.Quantities));
        }
        set => trained.State = Own(value);
    }

    /// <inheritdoc/>
    public override double Evaluate(Piece<T> piece) => double.CreateChecked(trained.Evaluate(piece.Inputs, piece.Labels));

    /// <inheritdoc/>
    public override T[,] Predict(T[,] inputs) => trained.Predict(inputs);

    /// <inheritdoc/>
    protected override double Fit(Piece<T> piece, int batch_size) => double.CreateChecked(trained.Fit(piece.Inputs, piece.Labels, batch_size, epochs: 1)[0]);

    /// <inheritdoc/>
    protected override (Dictionary<string, NumberArray>, IReadOnlyDictionary<string, string>) Record(SideState before, Piece<T> batch)
    {
        recorded.State = Own(before);
        Dictionary<string, NumberArray> step = ScratchSide.Quantities(recorded.TrainTraced(batch.Inputs, batch.Labels));
        return (step, ScratchSide.NotComputed(Network, step));
    }

    private static NetworkState<T> Own(SideState state) =>
        new(state.Steps, [.. state.Arrays.Select(array => new Quantity<T>(array.Key, array.Value.Shape, array.Value.ToVector<T>()))]);
}
