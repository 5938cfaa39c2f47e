using System.Diagnostics;
using System.Numerics;
using Comparison.Models;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Training;

/// <summary>A network while it is trained on pieces of rows.</summary>
/// <param name="start">What is trained, with the parameters to start from.</param>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Trained<T>(TrainedNetwork<T> start)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Stopwatch clock = new();

    /// <summary>What is trained, with the parameters that it started from.</summary>
    protected TrainedNetwork<T> Start => start;

    /// <summary>What is trained.</summary>
    protected Network Network => start.Network;

    /// <summary>How long it has trained in this process.</summary>
    public TimeSpan TimeTrained => clock.Elapsed;

    /// <summary>The parameters, what the optimizer remembers, and how many steps were taken; getting and setting copy.</summary>
    public abstract SideState State { get; set; }

    /// <summary>Copies of the parameters alone.</summary>
    public Dictionary<string, NumberArray> Parameters
    {
        get
        {
            IReadOnlyDictionary<string, NumberArray> arrays = State.Arrays;
            return Network.Parameters.ToDictionary(parameter => parameter.Name, parameter => arrays[parameter.Name]);
        }
    }

    /// <summary>Trains on a piece, batch after batch.</summary>
    /// <param name="piece">The rows.</param>
    /// <param name="batch_size">Rows a batch; the last of the piece may be smaller.</param>
    /// <returns>The mean over the rows of the loss, each batch's taken before its update.</returns>
    public double Train(Piece<T> piece, int batch_size)
    {
        clock.Start();
        double loss = Fit(piece, Math.Min(batch_size, piece.Rows.Count));
        clock.Stop();
        return loss;
    }

    /// <summary>Sets the parameters alone, as early stopping does; what the optimizer remembers stays.</summary>
    public void Restore(IReadOnlyDictionary<string, NumberArray> parameters)
    {
        SideState state = State;
        State = state with { Arrays = state.Arrays.ToDictionary(array => array.Key, array => parameters.GetValueOrDefault(array.Key, array.Value)) };
    }

    /// <summary>Trains without counting the time.</summary>
    protected abstract double Fit(Piece<T> piece, int batch_size);
}
