using System.Globalization;
using System.Text.Json.Nodes;
using Comparison.Problems;
using Comparison.Reports;
using Ledger.Judging;
using Spectre.Console;

namespace Comparison.Studies;

/// <summary>What a check of gradients found, for people and as JSON.</summary>
/// <param name="problem">What Scratch trained.</param>
/// <param name="arrays">What was found for each parameter array.</param>
public sealed class GradientReport(Problem problem, IReadOnlyList<CheckedArray> arrays)
{
    private const int MostNamed = 10;

    /// <summary>Writes the whole report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it.</param>
    public void Write(TextWriter output, bool plain)
    {
        IAnsiConsole console = Tables.On(output, plain);
        output.WriteLine("Scratch's gradients against central differences of the loss");
        output.WriteLine(ProblemText.Describe(problem));
        output.WriteLine();
        Table table = Tables.Framed("Gradient of", "Checked", "At kinks", "Furthest off", "Its bound", "Its gradient", "Verdict");
        foreach (CheckedArray array in arrays)
            table.AddRow(array.Parameter, array.Elements.Count == array.Size ? $"{array.Size}" : $"{array.Elements.Count} of {array.Size}", $"{array.AtKinks.Count()}",
                Short(array.Furthest?.Distance), Short(array.Furthest?.Bound), Short(array.Furthest?.Gradient), Word(array.Verdict));
        console.Write(table);
        output.WriteLine();
        string[] kinks = [.. arrays.SelectMany(array => array.AtKinks.Select(element => Name(array, element)))];
        if (kinks.Length > 0)
            output.WriteLine($"Not to be judged so, for the difference crosses a kink of ReLU: {string.Join(", ", kinks.Take(MostNamed))}{(kinks.Length > MostNamed ? $" and {kinks.Length - MostNamed} more (--json FILE has all)" : "")}.");
        output.WriteLine(VerdictLine());
    }

    /// <summary>The verdict in one line.</summary>
    public string VerdictLine()
    {
        int judged = arrays.Sum(array => array.Judged), kinks = arrays.Sum(array => array.AtKinks.Count());
        string beside = kinks == 0 ? "" : $"; {kinks} could not be judged at kinks of ReLU";
        return GradientCheck.Worst(arrays) switch
        {
            Verdict.Unexplained => $"Verdict: the hand-written gradients differ: {First(ElementVerdict.Differs)}.",
            Verdict.CannotJudge when First(ElementVerdict.Saturated) is { } saturated => $"Verdict: the hand-written gradients cannot be judged: {saturated}; the network's numbers saturate.",
            Verdict.CannotJudge => $"Verdict: the hand-written gradients cannot be judged: all of {string.Join(" and ", arrays.Where(array => array.Judged == 0).Select(array => array.Parameter))} lie at kinks of ReLU.",
            _ => $"Verdict: the hand-written gradients agree: {judged} elements lie within the bounds of their differences{beside}.",
        };
    }

    /// <summary>The whole result, ending in a line break.</summary>
    public string Json() => LedgerJson.Text(new JsonObject
    {
        ["dtype"] = problem.Format.Name,
        ["steps"] = problem.Steps,
        ["gradients"] = new JsonArray([.. arrays.Select(array => new JsonObject
        {
            ["parameter"] = array.Parameter,
            ["elements"] = array.Size,
            ["checked"] = array.Elements.Count,
            ["furthest"] = array.Furthest is { } furthest ? Of(furthest) : null,
            ["kinks"] = new JsonArray([.. array.AtKinks.Select(Of)]),
            ["verdict"] = array.Verdict.Name(),
        })]),
        ["verdict"] = GradientCheck.Worst(arrays).Name(),
        ["reason"] = VerdictLine()["Verdict: ".Length..],
    });

    private static JsonObject Of(CheckedElement element) => new()
    {
        ["step"] = element.Step,
        ["index"] = new JsonArray([.. element.Index.Select(index => JsonValue.Create(index))]),
        ["gradient"] = LedgerJson.Number(element.Gradient),
        ["difference"] = LedgerJson.Number(element.Difference),
        ["distance"] = LedgerJson.Number(element.Distance),
        ["bound"] = LedgerJson.Number(element.Bound),
    };

    private string? First(ElementVerdict verdict) => (
        from array in arrays
        from element in array.Elements
        where element.Verdict == verdict
        orderby element.Step
        select $"{Name(array, element)} is {Exactly(element.Gradient)}, the difference of the loss gives {Exactly(element.Difference)}: off by {Short(element.Distance)}, the bound is {Short(element.Bound)}").FirstOrDefault();

    private static string Name(CheckedArray array, CheckedElement element) => $"step {element.Step}, dL_d{array.Parameter}[{string.Join(", ", element.Index)}]";

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Unexplained => "differ",
        Verdict.CannotJudge => "cannot be judged",
        _ => "agree",
    };

    private static string Exactly(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Short(double? value) => value?.ToString("G3", CultureInfo.InvariantCulture) ?? "";
}
