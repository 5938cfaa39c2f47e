using System.Text.Json.Nodes;
using Ledger.Arithmetic;
using Ledger.Explanations;
using Ledger.Judging;
using Spectre.Console;

namespace Comparison.Reports;

/// <summary>An explanation of a quantity, for people and as JSON.</summary>
internal static class ExplanationReport
{
    // The document's largest arrays have 12 elements; of larger ones the first tell how it is done.
    private const int AllShown = 12, FirstShown = 4;

    /// <summary>Writes an explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="format">The dtype of the training.</param>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it.</param>
    public static void Write(Explanation explanation, FloatFormat format, TextWriter output, bool plain)
    {
        string name = explanation.Quantity;
        output.WriteLine($"{name} of {explanation.Side}, step {explanation.Step}");
        if (explanation.NotComputed is { } reason)
            output.WriteLine($"This side does not compute it: {reason}. What the formula gives from this side's numbers is shown instead; nothing is judged by it.");
        output.WriteLine();
        int shown = explanation.Elements.Count <= AllShown ? explanation.Elements.Count : FirstShown;
        foreach (ExplainedElement element in explanation.Elements.Take(shown))
            output.WriteLine(Line(name, explanation.Form!.Text, element));
        if (shown < explanation.Elements.Count)
            output.WriteLine($"… and {explanation.Elements.Count - shown} more elements (--json FILE has all)");
        if (shown > 0)
        {
            output.WriteLine();
            Tables.On(output, plain).Write(Numbers(explanation, shown, format));
        }
        output.WriteLine(Held(explanation));
        if (explanation.OtherForms.Count > 0)
            output.WriteLine("Mathematically equal forms:");
        foreach (ExplainedForm form in explanation.OtherForms)
            output.WriteLine($"  {form.Text}: {Word(form)}");
        output.WriteLine($"Reads: {List(explanation.Parents.Select(parent => Parent(parent, explanation.Step)), "nothing that was recorded")}");
        output.WriteLine($"Read by: {List(explanation.Children.Select(child => child.Step == explanation.Step ? child.Name : $"{child.Name} of step {child.Step}"), "nothing")}");
    }

    /// <summary>The explanation as JSON, all its elements, ending in a line break.</summary>
    public static string Json(Explanation explanation) => LedgerJson.Text(new JsonObject
    {
        ["side"] = explanation.Side,
        ["quantity"] = explanation.Quantity,
        ["step"] = explanation.Step,
        ["verdict"] = explanation.Verdict?.Name(),
        ["not_computed"] = explanation.NotComputed,
        ["form"] = explanation.Form?.Text,
        ["elements"] = new JsonArray([.. explanation.Elements.Select(element => new JsonObject
        {
            ["index"] = new JsonArray([.. element.Index.Select(index => (JsonNode)index)]),
            ["substituted"] = element.Substituted,
            ["exact"] = LedgerJson.Number(element.Exact),
            ["budget"] = LedgerJson.Number(element.Budget),
            ["recorded"] = Optional(element.Recorded),
            ["derived"] = Optional(element.Derived),
            ["distance"] = Optional(element.Recorded is { } recorded ? element.DistanceOf(recorded) : null),
        })]),
        ["other_forms"] = new JsonArray([.. explanation.OtherForms.Select(form => new JsonObject
        {
            ["form"] = form.Text,
            ["verdict"] = form.Verdict?.Name(),
            ["missing"] = new JsonArray([.. form.Missing.Select(name => (JsonNode)name)]),
        })]),
        ["parents"] = Places(explanation.Parents),
        ["children"] = Places(explanation.Children),
    });

    // The letters and then the numbers; where nothing is computed they are one.
    private static string Line(string name, string formula, ExplainedElement element)
    {
        string result = element.Substituted == element.Result ? "" : $" = {element.Result}";
        return $"{Tables.Element(name, element.Index)} = {formula} = {element.Substituted}{result}";
    }

    private static Table Numbers(Explanation explanation, int shown, FloatFormat format)
    {
        bool is_computed = explanation.NotComputed is null;
        Table table = Tables.Framed(is_computed ? ["Element", "Recorded", "Exact", "Distance", "Budget"] : ["Element", "Derived", "Exact", "Distance"]);
        foreach (ExplainedElement element in explanation.Elements.Take(shown))
        {
            double? value = is_computed ? element.Recorded : element.Derived;
            string[] cells =
            [
                Markup.Escape(Tables.Element(explanation.Quantity, element.Index)),
                value is { } number ? Tables.Text(number, format) : "none",
                Tables.Text(element.Exact, FloatFormat.Float64),
                value is { } other ? Tables.Size(element.DistanceOf(other)) : "",
                Tables.Size(element.Budget),
            ];
            table.AddRow(cells[..table.Columns.Count]);
        }
        return table;
    }

    private static string Held(Explanation explanation) => explanation.Verdict switch
    {
        null => $"By the formula: {explanation.Form?.Text ?? "what it reads was not recorded"}",
        Verdict.Rounding => $"Holds: {explanation.Form!.Text}, in every element within its rounding budget",
        Verdict.Suspicious => $"Holds, but suspicious: {explanation.Form!.Text}, within the budget but further off than independent roundings would be",
        Verdict.CannotJudge => $"Cannot be judged: {explanation.Form?.Text ?? "what its formula reads was not recorded"}",
        _ => $"Does not hold: {explanation.Form?.Text ?? "it was not recorded in its shape"}",
    };

    private static string Word(ExplainedForm form) => form switch
    {
        { Missing.Count: > 0 } => $"cannot be tried, for this side does not record {string.Join(" and ", form.Missing)}",
        { Verdict: null } => "nothing to hold it against",
        { Verdict: Verdict.Rounding } => "holds too",
        { Verdict: Verdict.Suspicious } => "holds too, but suspicious",
        { Verdict: Verdict.CannotJudge } => "cannot be judged",
        _ => "does not hold",
    };

    private static string Parent((string Name, int Step) parent, int step) =>
        parent.Step == step ? parent.Name
        : parent.Step == 0 ? $"{parent.Name} as at the start"
        : $"{parent.Name} after step {parent.Step}";

    private static string List(IEnumerable<string> names, string none)
    {
        string list = string.Join(", ", names);
        return list.Length > 0 ? list : none;
    }

    private static JsonNode? Optional(double? value) => value is { } number ? LedgerJson.Number(number) : null;

    private static JsonArray Places(IEnumerable<(string Name, int Step)> places) =>
        new([.. places.Select(place => new JsonObject { ["name"] = place.Name, ["step"] = place.Step })]);
}
