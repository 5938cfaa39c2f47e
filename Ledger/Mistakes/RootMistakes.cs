using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>Mistakes with which rows a training sees, in which batches, and with what it starts from.</summary>
internal static class RootMistakes
{
    private const int DefaultBatchSize = 32;

    public static IEnumerable<Mistake> All { get; } =
    [
        new("rows-in-another-order", "The rows are trained on in another order: shuffled on one side, or with another seed.")
        {
            Variants = [Undeclared()],
            Root = new(trace => Rebatched(trace, Enumerable.Reverse, trace.BatchSize)) { Towards = Reordered },
            Needs = [Need.DifferentRows],
        },
        new("default-batch-32", "The batch size was not given, and Keras's default of 32 was used.")
        {
            Root = new(trace => Rebatched(trace, rows => rows, DefaultBatchSize)) { Towards = InDefaultBatches },
            Needs = [Need.OtherBatchThan32],
        },
        new("last-batch-dropped", "A last batch with fewer rows is left out.")
        {
            Root = new(trace => trace with { Steps = [.. trace.Steps.Where(step => step.Rows.Count >= trace.BatchSize)] }) { Towards = Dropped },
            Needs = [Need.ShortLastBatch],
        },
        new("last-batch-padded", "A last batch with fewer rows is filled up with rows that were already in.")
        {
            Root = new(trace => trace with { Steps = [.. trace.Steps.Select(step => step with { Rows = [.. step.Rows, .. Order(trace).Take(trace.BatchSize - step.Rows.Count)] })] })
            {
                Towards = Padded,
            },
            Needs = [Need.ShortLastBatch],
        },
        new("start-shared-in-place", "The second training starts from the first one's arrays, which that training has changed in place.")
        {
            Root = new(trace => trace with { Start = trace.Start.ToDictionary(item => item.Key, item => trace.Read(item.Key, trace.Steps.Count) ?? item.Value) }),
        },
        new("started-elsewhere", "The two sides start from different weights.")
        {
            Root = new(trace => trace with { Start = trace.Start.ToDictionary(item => item.Key, item => item.Value with { Values = Array.ConvertAll(item.Value.Values, w => trace.Format.Nearest(1.5 * w)) }) })
            {
                Towards = (right, wrong) => right with { Start = wrong.Start },
                LeadsAnywhere = true,
            },
        },
    ];

    // The rows are not in the order that the trace declares: each is told by its pre-activations. Reversed batches to train with.
    private static Variant Undeclared()
    {
        Parent[] told = ["all_inputs", "all_labels", Parent.Before("hidden_weights"), Parent.Before("hidden_bias"), "hidden_layer_input"];
        return new(Rewriting.Plain, (right, _) => Rewritten(right, told, p => Told(p, p[0]), p => Told(p, p[1])))
        {
            IncludesRight = true,
            Train = (right, _) => Rewritten(right, ["inputs", "labels"], p => Reversed(p[0]), p => Reversed(p[1])),
        };

        static IEnumerable<Formula> Rewritten(FormulaSet right, Parent[] parents, Func<Estimates[], Estimates> inputs, Func<Estimates[], Estimates> labels)
        {
            return
            [
                .. right.Rewrite(["hidden_layer_input", "dL_dhidden_weights"], form => form.InsteadOf("inputs", "X being the rows that were trained on", parents, inputs)),
                .. right.Rewrite(["loss"], Labels),
                .. right.RewriteLossGradient(Labels),
            ];

            Form Labels(Form form) => form.InsteadOf("labels", "y_true being that of the rows that were trained on", parents, labels);
        }

        static Estimates Reversed(Estimates batch) => batch.TakeRows(Enumerable.Range(0, batch.Rows).Reverse());
    }

    // For each recorded row the first of all rows that explains it, or the first of all.
    private static Estimates Told(Estimates[] p, Estimates of)
    {
        Estimates all = p[0].Dot(p[2], p[3]), recorded = p[4];
        return of.TakeRows(Enumerable.Range(0, recorded.Rows).Select(row => Math.Max(0, all.RowWithin(recorded, row))));
    }

    // As many rows as the trace has, epoch after epoch, in batches of another size.
    private static Trace Rebatched(Trace trace, Func<IEnumerable<int>, IEnumerable<int>> reorder, int batch_size)
    {
        int[][] epoch = [.. reorder(Order(trace)).Chunk(batch_size)];
        int rows = Flat(trace).Count();
        var steps = new List<TraceStep>();
        for (int taken = 0; taken < rows; taken += steps[^1].Rows.Count)
            steps.Add(new(epoch[steps.Count % epoch.Length], new Dictionary<string, NumberArray>(), new Dictionary<string, NumberArray>()));
        return trace with { BatchSize = batch_size, Steps = steps };
    }

    // Either the rows' numbers are in another order, each still once an epoch, or the rows themselves are.
    private static Trace? Reordered(Trace right, Trace wrong)
    {
        bool by_number = right.Inputs.IsIdenticalTo(wrong.Inputs) && OnceAnEpoch(right) && OnceAnEpoch(wrong)
            && Rows(right).Select(rows => rows.Count).SequenceEqual(Rows(wrong).Select(rows => rows.Count));
        return by_number ? right with { Steps = wrong.Steps }
            : Samples(right).SequenceEqual(Samples(wrong)) ? right with { Inputs = wrong.Inputs, Labels = wrong.Labels }
            : null;
    }

    private static Trace? InDefaultBatches(Trace right, Trace wrong) =>
        wrong.BatchSize == DefaultBatchSize && StartAlike(Flat(right), Flat(wrong), (one, other) => one == other)
            ? right with { BatchSize = DefaultBatchSize, Steps = wrong.Steps }
            : null;

    private static Trace? Dropped(Trace right, Trace wrong) =>
        !StartAlike(Rows(right), Rows(wrong), Enumerable.SequenceEqual)
        && StartAlike(Rows(right).Where(rows => rows.Count >= right.BatchSize), Rows(wrong), Enumerable.SequenceEqual)
            ? right with { Steps = wrong.Steps }
            : null;

    private static Trace? Padded(Trace right, Trace wrong) =>
        StartAlike(Rows(right), Rows(wrong), (given, filled) =>
            filled.Count == Math.Max(given.Count, right.BatchSize) && filled.Take(given.Count).SequenceEqual(given))
            ? right with { Steps = wrong.Steps }
            : null;

    private static IEnumerable<int> Order(Trace trace) => Flat(trace).Distinct();

    private static IEnumerable<int> Flat(Trace trace) => trace.Steps.SelectMany(step => step.Rows);

    private static IEnumerable<IReadOnlyList<int>> Rows(Trace trace) => trace.Steps.Select(step => step.Rows);

    // One may be longer than the other.
    private static bool StartAlike<T>(IEnumerable<T> one, IEnumerable<T> other, Func<T, T, bool> alike) => one.Zip(other).All(pair => alike(pair.First, pair.Second));

    private static bool OnceAnEpoch(Trace trace) => Flat(trace).Chunk(trace.Inputs.Rows).All(epoch => epoch.Distinct().Count() == epoch.Length);

    private static IEnumerable<string> Samples(Trace trace) => Enumerable.Range(0, trace.Inputs.Rows)
        .Select(row => string.Join(' ', trace.Inputs.TakeRows([row]).Values.Append(trace.Labels.Values[row]).Select(BitConverter.DoubleToInt64Bits)))
        .Order(StringComparer.Ordinal);
}
