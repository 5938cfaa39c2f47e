using System.Numerics;
using Comparison.Models;
using Comparison.Sides;
using KerasVersion;
using KerasVersion.Dense;
using KerasVersion.Tracing;
using Ledger.Formulas;
using Ledger.Traces;

namespace Comparison.Training;

/// <summary>The framework's side, trained by Keras's <c>fit</c>.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainedKeras<T> : TrainedSide<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly DenseModel<T> trained, recorded;

    /// <param name="start">What is trained, with the parameters to start from.</param>
    /// <exception cref="NotSupportedException">The engine does not train in this dtype.</exception>
    public TrainedKeras(TrainedNetwork<T> start)
        : base(Side.Keras, start)
    {
        // Keras's history comes through this API as floats, which say too little of a float64 training.
        trained = KerasSide.DenseModel(start, is_recorded: typeof(T) == typeof(double));
        recorded = KerasSide.DenseModel(start, is_recorded: true);
    }

    /// <inheritdoc/>
    public override SideState State
    {
        get
        {
            ModelState<T> state = trained.State;
            return new(state.Steps, KerasSide.Quantities(state.Quantities));
        }
        set => trained.State = Own(value);
    }

    /// <inheritdoc/>
    protected override FormulaSet Formulas => KerasSide.Formulas(Network, Engine.Current.Loss);

    /// <inheritdoc/>
    public override double Evaluate(Piece<T> piece) => trained.Evaluate(piece.Inputs, piece.Labels, piece.Rows.Count);

    /// <inheritdoc/>
    public override T[,] Predict(T[,] inputs) => trained.Predict(inputs);

    /// <inheritdoc/>
    protected override double Fit(Piece<T> piece, int batch_size) => trained.Fit(piece.Inputs, piece.Labels, batch_size, epochs: 1)[0];

    /// <inheritdoc/>
    protected override (Dictionary<string, NumberArray>, IReadOnlyDictionary<string, string>) Record(SideState before, Piece<T> batch)
    {
        recorded.State = Own(before);
        TracedStep<T> step = recorded.TrainTraced(batch.Inputs, batch.Labels, batch.Rows.Count, epochs: 1).Single();
        return (KerasSide.Quantities(step.Recorded), step.NotComputed);
    }

    private static ModelState<T> Own(SideState state) =>
        new(state.Steps, state.Arrays.ToDictionary(array => array.Key, array => new TracedArray<T>([.. array.Value.Shape], array.Value.ToVector<T>())));
}
