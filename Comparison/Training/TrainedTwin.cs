using System.Numerics;
using Comparison.Models;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Training;

/// <summary>
/// Scratch with the inputs, the units of the hidden layers and the rows of each batch in reverse order: the same training, but for the
/// order in which every sum is taken. How far it ends from Scratch is what rounding alone does to this training.
/// </summary>
/// <param name="start">What is trained, with the parameters that Scratch starts from.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainedTwin<T>(TrainedNetwork<T> start) : Trained<T>(start)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainedScratch<T> mirrored = new(TrainedNetwork<T>.Of(start.Network, start.LearningRate, Mirrored(start.Network, start.Arrays.ToDictionary())));

    /// <summary>The state in the order that Scratch has.</summary>
    public override SideState State
    {
        get => Mirrored(mirrored.State);
        set => mirrored.State = Mirrored(value);
    }

    /// <inheritdoc/>
    protected override double Fit(Piece<T> piece, int batch_size)
    {
        int[] rows = [.. Enumerable.Range(0, piece.Rows.Count).Chunk(batch_size).SelectMany(batch => batch.Reverse())];
        int inputs = piece.Inputs.GetLength(1), columns = piece.Labels.GetLength(1);
        Piece<T> other = new([.. rows.Select(row => piece.Rows[row])], new T[rows.Length, inputs], new T[rows.Length, columns]);
        for (int row = 0; row < rows.Length; row++)
        {
            for (int i = 0; i < inputs; i++)
                other.Inputs[row, i] = piece.Inputs[rows[row], inputs - 1 - i];
            for (int i = 0; i < columns; i++)
                other.Labels[row, i] = piece.Labels[rows[row], i];
        }
        return mirrored.Train(other, batch_size);
    }

    private SideState Mirrored(SideState state) => state with { Arrays = Mirrored(Network, state.Arrays) };

    // Twice is as it was.
    private static Dictionary<string, NumberArray> Mirrored(Network network, IReadOnlyDictionary<string, NumberArray> arrays)
    {
        var mirrored = new Dictionary<string, NumberArray>();
        foreach (string state in network.Optimizer.State.Prepend(""))
            foreach (var (names, is_output) in network.Names.Select((names, i) => (names, i == network.Names.Count - 1)))
            {
                if (arrays.TryGetValue($"{state}{names.Weights}", out NumberArray? weights))
                    mirrored[$"{state}{names.Weights}"] = weights with { Values = Mirrored(weights, is_output) };
                if (arrays.TryGetValue($"{state}{names.Bias}", out NumberArray? bias))
                    mirrored[$"{state}{names.Bias}"] = bias with { Values = Mirrored(bias, is_output) };
            }
        return mirrored;
    }

    // Rows are inputs, or there is one row; the outputs stay in their order.
    private static double[] Mirrored(NumberArray array, bool is_output)
    {
        var values = new double[array.Values.Length];
        for (int row = 0; row < array.Rows; row++)
            for (int column = 0; column < array.Columns; column++)
                values[row * array.Columns + column] = array.Values[(array.Rows - 1 - row) * array.Columns + (is_output ? column : array.Columns - 1 - column)];
        return values;
    }
}
