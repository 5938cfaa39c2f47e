using System.Text.Json.Nodes;
using Comparison.Reports;
using Ledger.Explanations;
using Ledger.Judging;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>One training as a page knows it: every quantity of the steps shown, worked out by the form that held.</summary>
/// <param name="tables">Where its numbers, formulas and wordings are kept.</param>
/// <param name="trace">The training.</param>
/// <param name="kept">The steps to show.</param>
internal sealed class SideData(PageTables tables, Trace trace, IReadOnlyList<int> kept)
{
    // Where each element is written in a way of its own, so many are; beyond them one is an example.
    private const int MostWordings = 64;

    private readonly Network network = trace.Network;

    // What a step hands on to the next.
    private IEnumerable<Quantity> Carried => network.Quantities.Where(quantity => network.IsState(quantity.Name) || network.Parameters.Contains(quantity));

    /// <summary>All of it.</summary>
    public JsonObject Json() => new()
    {
        ["name"] = trace.Side,
        ["dtype"] = trace.Format.Name,
        ["network"] = $"{network}",
        ["inputs"] = network.Inputs,
        ["samples"] = trace.Inputs.Rows,
        ["layers"] = new JsonArray([.. network.Layers.Zip(network.Names, Layer)]),
        ["loss"] = trace.Formulas.Loss,
        ["learning_rate"] = tables.Array(new([], [trace.LearningRate]), trace.Format),
        ["not_computed"] = new JsonObject(trace.NotComputed.Select(quantity => KeyValuePair.Create(quantity.Key, (JsonNode?)quantity.Value))),
        ["quantities"] = Names(network.Quantities.Select(quantity => quantity.Name)),
        ["stages"] = Names(network.Quantities.Select(Stage)),
        ["formulas"] = Numbers(network.Quantities.Select(quantity => tables.Formula(trace.Formulas[quantity.Name]))),
        ["carried"] = Names(Carried.Select(quantity => quantity.Name)),
        ["steps"] = new JsonArray([.. Working.Of(trace, kept).GroupBy(working => working.Step).Select(Step)]),
    };

    private static JsonObject Layer(Layer layer, LayerNames names) => new()
    {
        ["units"] = layer.Units,
        ["activation"] = layer.Activation.Name(),
        ["weights"] = names.Weights,
        ["bias"] = names.Bias,
        ["sum"] = names.Sum,
        ["output"] = names.Output,
        ["output_gradient"] = names.OutputGradient,
        ["sum_gradient"] = names.SumGradient,
    };

    private string Stage(Quantity quantity) =>
        Carried.Contains(quantity) ? "update"
        : quantity.Name == "loss" ? "loss"
        : network.Quantities.TakeWhile(earlier => earlier.Name != "loss").Contains(quantity) ? "forward"
        : "backward";

    // Arrays are places in tables; -1 where there is none. What was worked out is the distances, then the budgets.
    private JsonNode Step(IEnumerable<Working> workings)
    {
        Working[] all = [.. workings];
        int step = all[0].Step;
        Dictionary<Working, IReadOnlyList<Wording>> wordings = all.ToDictionary(working => working, Wordings);
        return new JsonObject
        {
            ["step"] = step,
            ["epoch"] = trace.Read("epoch", step)!.Values[0],
            ["rows"] = Numbers(trace.Steps[step - 1].Rows),
            ["inputs"] = Place(trace.Read("inputs", step)),
            ["labels"] = Place(trace.Read("labels", step)),
            ["before"] = Numbers(Carried.Select(quantity => Place(trace.Read(quantity.Name, step - 1)))),
            ["values"] = Numbers(all.Select(working => Place(Recorded(working) ?? Derived(working)))),
            ["worked"] = Numbers(all.Select(Worked)),
            ["way"] = tables.Way(new()
            {
                ["forms"] = Numbers(all.Select(working => working.Form is { } form ? Array.IndexOf([.. trace.Formulas[working.Quantity.Name].Forms], form) : -1)),
                ["wordings"] = Numbers(all.Select(working => tables.Wordings(wordings[working]))),
                ["verdicts"] = Names(all.Select(working => working.Judgement?.Verdict.Name() ?? "not-computed")),
            }),
            ["findings"] = new JsonObject(all.Where(working => working.Judgement?.Finding is not null).Select(working =>
                KeyValuePair.Create(working.Quantity.Name, (JsonNode?)tables.Finding(working.Judgement!.Finding!.Explanation)))),
            ["examples"] = new JsonObject(all.Where(working => working.Form is not null && wordings[working].Count == 0).Select(working => KeyValuePair.Create(working.Quantity.Name, Example(working)))),
            ["extra"] = Names(trace.Steps[step - 1].Recorded.Keys.Where(name => network.Find(name) is null)),
        };
    }

    private NumberArray? Recorded(Working working) => trace.Read(working.Quantity.Name, working.Step);

    private NumberArray? Derived(Working working) => trace.Steps[working.Step - 1].Derived.GetValueOrDefault(working.Quantity.Name);

    private int Place(NumberArray? array) => array is null ? -1 : tables.Array(array, trace.Format);

    private static bool IsPooled(Working working) => working.Form is not null && Pooling.IsFor([working.Count]);

    private static IReadOnlyList<Wording> Wordings(Working working) =>
        !IsPooled(working) && working.Wordings() is { Count: <= MostWordings } wordings ? wordings : [];

    // Without a number to hold against it, the formula's own stands in the place of the distance.
    private int Worked(Working working)
    {
        if (working.Form is null || IsPooled(working))
            return -1;
        NumberArray? recorded = Recorded(working) ?? Derived(working);
        bool fits = recorded?.Values.Length == working.Count;
        IEnumerable<int> positions = Enumerable.Range(0, working.Count);
        return tables.Array(
            new([2, working.Count],
            [
                .. positions.Select(i => fits ? working.Distance(i, recorded!.Values[i]) : working.Exact(i)),
                .. positions.Select(working.Budget),
            ]),
            trace.Format);
    }

    // Of what is not written element by element one is shown as it is computed: the one that comes nearest to its budget.
    private JsonNode? Example(Working working)
    {
        if (Recorded(working) is not { } recorded || recorded.Values.Length != working.Count)
            return null;
        int at = Enumerable.Range(0, working.Count).MaxBy(i => Math.Abs(working.Distance(i, recorded.Values[i])) / working.Budget(i));
        return new JsonObject
        {
            ["index"] = Numbers(recorded.IndexOf(at)),
            ["value"] = LedgerJson.Number(recorded.Values[at]),
            ["substituted"] = working.Substituted(at),
            ["distance"] = LedgerJson.Number(working.Distance(at, recorded.Values[at])),
            ["budget"] = LedgerJson.Number(working.Budget(at)),
        };
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    private static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
