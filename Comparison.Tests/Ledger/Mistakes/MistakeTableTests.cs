using System.Globalization;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Mistakes;

/// <summary>Every mistake, really made by a training that shares no code with the ledger, on the networks of the table.</summary>
[TestClass]
public sealed class MistakeTableTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [TestCategory("Long")]
    public void Every_visible_mistake_is_found_at_its_first_quantity_named_and_proved_and_no_other_is_ever_named()
    {
        Row total = new("all");
        TestContext.WriteLine(Row.Head);
        foreach (Making making in Makings.All)
        {
            Row row = new(making.ToString());
            foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
                foreach (var (network, roots) in Networks(making.Name, format))
                    if (making.CanBeMade(roots))
                    {
                        row.Add(network, making, MistakenTraining.Train(roots, making));
                        if (making.CanBeFused())
                            row.Add(network, making, MistakenTraining.Train(roots, making, from_logits: true));
                    }
            TestContext.WriteLine($"{row}");
            total.Add(row);
        }
        foreach (Mistake mistake in Catalogue.All.Where(mistake => mistake.Root is not null))
        {
            Row row = new($"{mistake.Name} (in the roots)");
            foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
                foreach (var (network, roots) in Networks(mistake.Name, format))
                {
                    Trace right = MistakenTraining.Train(roots, Making.None);
                    row.Add(network, mistake.Name, right, MistakenTraining.Train(mistake.Root!.Apply(right), Making.None));
                }
            TestContext.WriteLine($"{row}");
            total.Add(row);
        }
        TestContext.WriteLine($"{total}");

        Assert.AreEqual("", string.Join('\n', total.Faults));
    }

    private static IEnumerable<(string Network, Trace Roots)> Networks(string mistake, FloatFormat format) =>
    [
        ("witness", Mistakes.Networks.WitnessOf(mistake, format)),
        ("document", Mistakes.Networks.Document(format)),
        .. Enumerable.Range(1, 20).Select(seed => ("random", Mistakes.Networks.Random(seed, format))),
    ];

    private sealed class Row(string name)
    {
        public static readonly string Head =
            $"{"",-50} | {"witness",-24} | {"document",-24} | {"random",-24} |\n{"mistake",-50} |{Columns} |{Columns} |{Columns} | wrong";

        private const string Columns = " made seen name prvd same";

        private readonly Dictionary<string, int[]> counts = new() { ["witness"] = new int[5], ["document"] = new int[5], ["random"] = new int[5] };
        private int wrong;

        public List<string> Faults { get; } = [];

        public void Add(string network, Making making, Trace trace)
        {
            QuantityJudgement? first = Judge.Quantities(trace).FirstOrDefault(judged => judged.Verdict == Verdict.Unexplained);
            Diagnosis diagnosis = Diagnosis.Of(trace);
            bool found = diagnosis.First?.Quantity == first?.Quantity && diagnosis.First?.Step == first?.Step && (first is null || making.MadeIn().Contains(first.Quantity));
            // Where dropout dropped nothing, or nothing that can be told from it was kept, it must not be guessed at.
            bool may_stay_unnamed = making.Name == "dropout-left-on" && !DropsAndKeeps(trace);
            Add(network, $"{making}", making.Name, trace, diagnosis, first is not null, found, may_stay_unnamed);
        }

        public void Add(string network, string mistake, Trace right, Trace wrong)
        {
            Diagnosis diagnosis = Diagnosis.Of(right, wrong);
            Add(network, mistake, mistake, wrong, diagnosis, Judge.Compare(right, wrong).Verdict == Verdict.Unexplained, found: true, may_stay_unnamed: false);
        }

        private void Add(string network, string made, string mistake, Trace trace, Diagnosis diagnosis, bool visible, bool found, bool may_stay_unnamed)
        {
            int[] count = counts[network];
            bool named = diagnosis.Causes.Count > 0 && diagnosis.Causes.All(cause => cause.Name == mistake || cause.SameAs.Contains(mistake));
            bool[] columns = [true, visible, visible && found && named, visible && named && diagnosis.Causes[0].Proved, visible && named && diagnosis.Causes[0].SameAs.Count > 0];
            for (int i = 0; i < columns.Length; i++)
                count[i] += columns[i] ? 1 : 0;
            wrong += diagnosis.Causes.Count > 0 && !named ? 1 : 0;
            bool right = visible ? found && (named || (may_stay_unnamed && diagnosis.Causes.Count == 0)) : diagnosis.First is null && diagnosis.Causes.Count == 0;
            if (!right)
                Faults.Add($"{made} on {network} {trace.Format} ({trace.Inputs.Columns} inputs, {trace.Start["hidden_bias"].Columns} units, {trace.Inputs.Rows} rows by {trace.BatchSize}): {diagnosis}");
        }

        private static bool DropsAndKeeps(Trace trace)
        {
            var outputs = Enumerable.Range(1, trace.Steps.Count).SelectMany(step => trace.Read("hidden_layer_input", step)!.Values.Zip(trace.Read("hidden_layer_output", step)!.Values)).Where(pair => pair.First > 0).ToList();
            return outputs.Exists(pair => pair.Second == 0) && outputs.Exists(pair => pair.Second > 0);
        }

        public void Add(Row other)
        {
            foreach (var (network, count) in other.counts)
                for (int i = 0; i < count.Length; i++)
                    counts[network][i] += count[i];
            wrong += other.wrong;
            Faults.AddRange(other.Faults);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{name,-50} | {Text("witness")} | {Text("document")} | {Text("random")} | {wrong}");

        private string Text(string network) => string.Join(' ', counts[network].Select(count => $"{count,4}"));
    }
}
