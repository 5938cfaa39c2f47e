using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Explanations;

/// <summary>One quantity of one step of one side, worked out element by element by the form that held.</summary>
public sealed partial class Working
{
    private readonly QuantityJudge judge;
    private readonly Estimates? estimates;

    private Working(QuantityJudge judge, Quantity quantity, int step, QuantityJudgement? judgement, Form? form)
    {
        this.judge = judge;
        Quantity = quantity;
        Step = step;
        Judgement = judgement;
        Form = form;
        estimates = form is null ? null : judge.Evaluate(form, step);
    }

    /// <summary>The quantity.</summary>
    public Quantity Quantity { get; }

    /// <summary>The step, from 1.</summary>
    public int Step { get; }

    /// <summary>What the judge makes of it; null if the side does not compute it.</summary>
    public QuantityJudgement? Judgement { get; }

    /// <summary>
    /// The form that held, or else came nearest; for a quantity that the side does not compute the first that can be evaluated.
    /// Null if none can be.
    /// </summary>
    public Form? Form { get; }

    /// <summary>How many elements the form gives; 0 without one.</summary>
    public int Count => estimates?.Values.Length ?? 0;

    /// <summary>Works out every quantity of some steps, in the order of cause.</summary>
    /// <param name="trace">The side.</param>
    /// <param name="steps">The steps, from 1, in ascending order.</param>
    public static IEnumerable<Working> Of(Trace trace, IEnumerable<int> steps)
    {
        var judge = new QuantityJudge(trace);
        return from step in steps
               from quantity in trace.Network.Quantities
               select Of(trace, judge, quantity, step);
    }

    /// <summary>What the form gives exactly for an element, by its position, rows first.</summary>
    public double Exact(int position) => estimates!.Values[position].Value.High;

    /// <summary>How far honest rounding can be from that.</summary>
    public double Budget(int position) => estimates!.Values[position].Hard;

    /// <summary>How far a number is from the exact one, with its sign.</summary>
    public double Distance(int position, double number) => (number - estimates!.Values[position].Value).High;

    /// <summary>An element's formula with the numbers put in.</summary>
    public string Substituted(int position) => judge.Evaluate(Form!, Step, written: true)!.Expression(position)!.Text;

    /// <summary>
    /// How the elements are written: one wording for all where the numbers that they read lie evenly, otherwise one for
    /// each, rows first. Empty without a form.
    /// </summary>
    public IReadOnlyList<Wording> Wordings()
    {
        if (estimates is null)
            return [];
        Estimates written = judge.Evaluate(Form!, Step, Write)!;
        Wording[] each = [.. Enumerable.Range(0, Count).Select(i => Read(written.Expression(i)!.Text))];
        return Common(each, written.Columns) is { } common ? [common] : each;
    }

    private static Working Of(Trace trace, QuantityJudge judge, Quantity quantity, int step)
    {
        QuantityJudgement? judged = judge.Judge(quantity, step);
        return new(judge, quantity, step, judged, judged is null
            ? trace.Formulas[quantity.Name].Forms.FirstOrDefault(form => judge.Evaluate(form, step) is not null)
            : judged.Form);
    }

    // What is read further back than one step stands in digits.
    private Estimates Write(string name, int step, Estimates operand) => Step - step > 1
        ? operand.Written()
        : operand.Written(position => Notation.Place(string.Create(CultureInfo.InvariantCulture, $"{name} {Step - step} {position}")));

    private static Wording Read(string text)
    {
        var places = new List<Place>();
        string numbered = PlaceInText().Replace(text, match =>
        {
            places.Add(new(match.Groups[1].Value, Number(match.Groups[2]), Number(match.Groups[3]), 0, 0));
            return $"{Notation.PlaceOpen}{places.Count - 1}{Notation.PlaceClose}";
        });
        return new(numbered, places);

        static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
    }

    private static Wording? Common(Wording[] each, int columns)
    {
        Wording first = each[0];
        int rows = each.Length / columns;
        Place[] places = [.. first.Places.Select((place, k) => place with
        {
            ByRow = rows > 1 && each[columns].Places.Count > k ? each[columns].Places[k].At - place.At : 0,
            ByColumn = columns > 1 && each[1].Places.Count > k ? each[1].Places[k].At - place.At : 0,
        })];
        bool is_common = each.Index().All(element => element.Item.Text == first.Text
            && element.Item.Places.Count == places.Length
            && element.Item.Places.Zip(places).All(pair => pair.First == (pair.Second with
            {
                At = pair.Second.At + element.Index / columns * pair.Second.ByRow + element.Index % columns * pair.Second.ByColumn,
                ByRow = 0,
                ByColumn = 0,
            })));
        return is_common ? new(first.Text, places) : null;
    }

    [GeneratedRegex("⟦([^ ]+) ([0-9]+) ([0-9]+)⟧")]
    private static partial Regex PlaceInText();
}
