using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Arithmetic;
using Ledger.Explanations;
using Ledger.Formulas;
using Ledger.Traces;

namespace Comparison.Pages;

/// <summary>What the parts of a page share, each kept once and known by its place.</summary>
internal sealed class PageTables
{
    private readonly ArrayHeap heap = new();
    private readonly Distinct<string> formulas = new(), wordings = new(), ways = new(), findings = new(), sides = new();

    /// <summary>The place of an array.</summary>
    public int Array(NumberArray array, FloatFormat format) => heap.Add(array, format);

    /// <summary>The place of an array of cells, each standing for a block of another array.</summary>
    public int Cells(NumberArray cells, IReadOnlyList<int> of) => heap.Add(cells, FloatFormat.Float32, of);

    /// <summary>The place of a formula: all its forms.</summary>
    public int Formula(Formula formula) => formulas.Add(new JsonArray([.. formula.Forms.Select(form => new JsonObject
    {
        ["text"] = form.Text,
        ["reads"] = new JsonArray([.. form.Parents.Select(parent => new JsonArray(parent.Name, parent.OfEveryStep || parent.Fold is not null ? -1 : parent.StepsBack))]),
    })]).ToJsonString(Layout));

    /// <summary>The place of how the elements of a quantity are written: one wording, or a list of one for each; -1 for none.</summary>
    public int Wordings(IReadOnlyList<Wording> all) => all.Count switch
    {
        0 => -1,
        1 => Wording(all[0]),
        _ => wordings.Add(new JsonArray([.. all.Select(wording => (JsonNode)Wording(wording))]).ToJsonString(Layout)),
    };

    /// <summary>The place of how a step was worked out: forms, wordings and verdicts of its quantities.</summary>
    public int Way(JsonObject way) => ways.Add(way.ToJsonString(Layout));

    /// <summary>The place of what is wrong with a number, in one clause.</summary>
    public int Finding(string text) => findings.Add(text);

    /// <summary>The place of a training.</summary>
    public int Side(Trace trace, IReadOnlyList<int> kept) => sides.Add(new SideData(this, trace, kept).Json().ToJsonString(Layout));

    /// <summary>All of them.</summary>
    public JsonObject Json()
    {
        JsonObject tables = heap.Json();
        tables["formulas"] = Parsed(formulas);
        tables["wordings"] = Parsed(wordings);
        tables["ways"] = Parsed(ways);
        tables["findings"] = new JsonArray([.. findings.Items.Select(text => (JsonNode)text)]);
        tables["sides"] = Parsed(sides);
        return tables;
    }

    private static JsonSerializerOptions Layout => PageWriter.Layout;

    private int Wording(Wording wording) => wordings.Add(new JsonObject
    {
        ["text"] = wording.Text,
        ["places"] = new JsonArray([.. wording.Places.Select(place => new JsonArray(place.Name, place.StepsBack, place.At, place.ByRow, place.ByColumn))]),
    }.ToJsonString(Layout));

    private static JsonArray Parsed(Distinct<string> items) => new([.. items.Items.Select(item => JsonNode.Parse(item))]);
}
