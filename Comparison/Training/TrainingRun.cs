using System.Numerics;
using Comparison.Metrics;
using Comparison.Sides;
using DataSets.Preparing;
using Ledger.Traces;
using Scratch.Dense;

namespace Comparison.Training;

/// <summary>A training under way: the sides that train, and how far they have come. It goes on piece by piece, and may stop after any.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainingRun<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The first of the seed's streams that choose which step of an epoch is judged; that of epoch k, from 0, is k further.</summary>
    public const ulong JudgedStream = 1UL << 33;

    /// <summary>How files call the twin's numbers.</summary>
    public const string TwinKey = "twin";

    private readonly TrainingPlan plan;
    private readonly TrainingData<T> data;
    private readonly PieceReader<T> training;
    private readonly PieceReader<T>? held_out;
    private readonly Dictionary<string, Trained<T>> all = [];
    private readonly Dictionary<string, double> seconds_before = [];
    private Dictionary<string, Dictionary<string, NumberArray>> best = [];
    private int[] order = [];
    private int order_epoch = -1;

    /// <param name="plan">What is trained.</param>
    /// <param name="data">On what.</param>
    /// <exception cref="NotSupportedException">The framework does not train in this dtype.</exception>
    public TrainingRun(TrainingPlan plan, TrainingData<T> data)
    {
        (this.plan, this.data) = (plan, data);
        training = new(data.Training, data.Network);
        held_out = data.HeldOut is { } rows ? new(rows, data.Network) : null;
        if (plan.Sides != SideChoice.Keras)
            Sides.Add(new TrainedScratch<T>(data.Start));
        if (plan.Sides != SideChoice.Scratch)
            Sides.Add(new TrainedKeras<T>(data.Start));
        if (plan.Sides == SideChoice.Both)
            Twin = new(data.Start);
        foreach (TrainedSide<T> side in Sides)
            all.Add(side.Side.Name(), side);
        if (Twin is not null)
            all.Add(TwinKey, Twin);
        foreach (string key in all.Keys)
        {
            Course.LossSums[key] = Course.Seconds[key] = seconds_before[key] = 0;
            Course.History[key] = [];
        }
        if (!IsTracedWhole)
            foreach (TrainedSide<T> side in Sides)
                Course.Judged[side.Side.Name()] = new();
    }

    /// <summary>The sides, Scratch first.</summary>
    public List<TrainedSide<T>> Sides { get; } = [];

    /// <summary>Scratch again with every sum in another order, where both sides train: how far rounding takes this training.</summary>
    public TrainedTwin<T>? Twin { get; }

    /// <summary>How far it has come.</summary>
    public Course Course { get; private set; } = new();

    /// <summary>Whether every step is to be recorded and judged in the end, the training being small enough; otherwise some are judged on the way.</summary>
    public bool IsTracedWhole => TracedNumbers <= plan.MostTraced;

    /// <summary>Whether there is nothing left to train.</summary>
    public bool IsDone => Course.Epoch >= plan.Epochs || Course.Stopping.IsOver;

    /// <summary>Rows that were trained on, over all epochs.</summary>
    public long RowsDone => (long)Course.Epoch * training.Rows + Course.Row;

    /// <summary>Rows that are to be trained on, over all epochs, unless training stops early.</summary>
    public long RowsPlanned => (long)plan.Epochs * training.Rows;

    private double TracedNumbers => (double)Sides.Count * plan.Epochs
        * (data.Batches * Size(data.Network.Quantities.Where(quantity => !quantity.Lengths.Contains(Ledger.Traces.Quantity.Batch)))
            + (double)training.Rows * Size(data.Network.Quantities.Where(quantity => quantity.Lengths.Contains(Ledger.Traces.Quantity.Batch))));

    /// <summary>Trains on the next piece of the epoch; after its last one the held-out rows are evaluated.</summary>
    public void Advance()
    {
        int epoch = Course.Epoch, first = Course.Row, size = plan.BatchSize;
        if (order_epoch != epoch)
            (order, order_epoch) = (data.Order(epoch), epoch);
        int? judged = IsTracedWhole ? null : NextJudged(epoch, first);
        int end = Math.Min(order.Length, judged == first ? first + size : Math.Min(first + training.RowsOfPiece(size), judged ?? int.MaxValue));
        Piece<T> piece = training.Read(new(order, first, end - first));
        foreach (var (key, trained) in all)
        {
            double loss;
            if (judged == first && trained is TrainedSide<T> side)
            {
                (loss, Trace step) = side.TrainJudged(piece, plan);
                Course.Judged[key].Add(step);
            }
            else
                loss = trained.Train(piece, size);
            Course.LossSums[key] += loss * piece.Rows.Count;
            Course.Seconds[key] = seconds_before[key] + trained.TimeTrained.TotalSeconds;
        }
        Course.Steps += (piece.Rows.Count + size - 1) / size;
        Course.Row = end;
        if (end == order.Length)
            EndEpoch();
    }

    /// <summary>What a side's loss over the epoch under way is so far; of the last one before its first piece; NaN before any.</summary>
    public double LossNow(TrainedSide<T> side) => Course.Row > 0 ? Course.LossSums[side.Side.Name()] / Course.Row
        : Course.History[side.Side.Name()] is [.., var last] ? last.Loss : double.NaN;

    /// <summary>Sets the parameters of the best epoch where such are kept.</summary>
    /// <returns>Whether they were.</returns>
    public bool RestoreBest()
    {
        foreach (var (key, parameters) in best)
            all[key].Restore(parameters);
        return best.Count > 0;
    }

    /// <summary>The states of the sides and of the twin, and the parameters of the best epoch, each by the name of the side.</summary>
    public (Dictionary<string, SideState> Now, Dictionary<string, Dictionary<string, NumberArray>> Best) States() =>
        (all.ToDictionary(side => side.Key, side => side.Value.State), best);

    /// <summary>Goes on from where another run of this plan stopped.</summary>
    /// <param name="course">Its course.</param>
    /// <param name="now">Its sides' states.</param>
    /// <param name="best_parameters">Its parameters of the best epoch.</param>
    public void GoOn(Course course, IReadOnlyDictionary<string, SideState> now, Dictionary<string, Dictionary<string, NumberArray>> best_parameters)
    {
        foreach (var (key, trained) in all)
        {
            trained.State = now[key];
            seconds_before[key] = course.Seconds[key];
        }
        (Course, best) = (course, best_parameters);
        // More epochs may make a training too large to be recorded whole.
        if (!IsTracedWhole)
            foreach (TrainedSide<T> side in Sides)
                Course.Judged.TryAdd(side.Side.Name(), new());
    }

    private static double Size(IEnumerable<Ledger.Traces.Quantity> quantities) =>
        quantities.Sum(quantity => quantity.Lengths.Aggregate(1.0, (product, length) => product * (length ?? 1)));

    // The first row of the next batch that is judged: one chosen by the seed, the very first and the very last.
    private int? NextJudged(int epoch, int first)
    {
        int last = data.Batches - 1, chosen = new SeededRandom(plan.Seed, JudgedStream + (ulong)epoch).Below(data.Batches);
        int[] batches = [epoch == 0 ? 0 : chosen, chosen, epoch == plan.Epochs - 1 ? last : chosen];
        int[] ahead = [.. batches.Select(batch => batch * plan.BatchSize).Where(row => row >= first).Order()];
        return ahead.Length > 0 ? ahead[0] : null;
    }

    private void EndEpoch()
    {
        foreach (var (key, trained) in all)
        {
            double loss = Course.LossSums[key] / order.Length;
            Course.History[key].Add(held_out is not null && trained is TrainedSide<T> side ? new(loss, HeldOutLoss(side), HeldOutScore(side)) : new(loss));
            Course.LossSums[key] = 0;
        }
        if (plan.Patience is { } patience)
        {
            EpochNumbers numbers = Course.History[Sides[0].Side.Name()][^1];
            Course.Stopping = Course.Stopping.After(Course.Epoch, numbers.HeldOutLoss ?? numbers.Loss, patience);
            // Keras, too, takes the first epoch for the best until a better one comes.
            if (best.Count == 0 || Course.Stopping.BestEpoch == Course.Epoch)
                best = all.ToDictionary(side => side.Key, side => side.Value.Parameters);
        }
        Course.Epoch++;
        Course.Row = 0;
    }

    private double HeldOutLoss(TrainedSide<T> side)
    {
        double sum = 0;
        foreach (Piece<T> piece in held_out!.ReadAll(plan.BatchSize))
            sum += side.Evaluate(piece) * piece.Rows.Count;
        return sum / held_out.Rows;
    }

    private double? HeldOutScore(TrainedSide<T> side)
    {
        Scores scores = Scores.Of(data.HeldOut!, data.Network.Loss, side.Predict);
        return data.Preparation.Target is ClassTarget ? scores.Accuracy : scores.MeanAbsoluteError;
    }
}
