using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>A variant of a mistake, held against a trace that the right formulas do not explain.</summary>
internal sealed class Trial
{
    /// <summary>How many more independent elements than fitted numbers a proof takes.</summary>
    private const int ElementsOfProof = 3;

    private readonly Examination examined;
    private readonly Estimate? estimate;
    private readonly QuantityJudge judge;
    private readonly IReadOnlyList<Quantity> replaced;

    private Trial(Examination examined, Mistake mistake, Variant variant, double? value, Estimate? estimate)
    {
        this.examined = examined;
        this.estimate = estimate;
        Mistake = mistake;
        Variant = variant;
        Value = value;
        replaced = variant.Replaced(examined.Trace);
        judge = new(examined.Trace with { Formulas = variant.Formulas(examined.Trace.Formulas, value) });
    }

    public Mistake Mistake { get; }

    public Variant Variant { get; }

    /// <summary>The value of what the variant leaves open, as the trace has it.</summary>
    public double? Value { get; }

    /// <summary>How many numbers were fitted.</summary>
    public int Fitted => estimate is null ? 0 : 1;

    /// <summary>Whether the value is one that was given, or that a person would write.</summary>
    public bool IsTelling => estimate?.IsTelling != false;

    /// <summary>The settings and the number of the variant.</summary>
    public IReadOnlyDictionary<string, object> Parameters =>
        Value is { } value ? Variant.Settings.And(Variant.Fitted!.Name, value) : Variant.Settings;

    /// <summary>The trial of a variant, what it leaves open having its usual value.</summary>
    public static Trial Usual(Examination examined, Mistake mistake, Variant variant) => new(examined, mistake, variant, variant.Fitted?.Usual, null);

    /// <summary>The trial of a variant, what it leaves open being fitted to a quantity; null if no number explains that.</summary>
    public static Trial? FittedTo(Quantity quantity, Examination examined, Mistake mistake, Variant variant) =>
        variant.Fitted is not null && new Estimation(examined, variant, quantity).Estimate() is { } estimate
            ? new(examined, mistake, variant, estimate.Value, estimate)
            : null;

    /// <summary>Whether by the mistake every quantity of every step is explained.</summary>
    public bool ExplainsAll() => examined.Unexplained.IsSubsetOf(replaced.Select(quantity => quantity.Name)) && replaced.All(Explains) && IsBorneOut();

    /// <summary>
    /// Whether by the mistake at least the first quantity that was unexplained is, at every step, and nothing is unexplained
    /// that was not.
    /// </summary>
    public bool ExplainsFirst() =>
        Explains(examined.Trace.Network.Find(examined.First!.Quantity)!)
        && replaced.All(quantity => Steps.All(step => examined[quantity.Name, step]?.Verdict == Verdict.Unexplained || Explains(quantity, step)))
        && IsBorneOut();

    /// <summary>Whether the mistake, if it explains all, is proved by it.</summary>
    public bool Proves()
    {
        // A fitted number is borne out by what only it explains; a mistake without one also by what it leaves right.
        IEnumerable<Element> elements = Fitted > 0 ? OnlyExplained() : Steps.SelectMany(Evidence);
        return AreAtLeast(ElementsOfProof + Fitted, elements) && Steps.Any(step => step > examined.First!.Step && Evidence(step).Any());
    }

    /// <summary>The form of the first unexplained quantity by the mistake, and what it gives for an element.</summary>
    public (Form Form, double Value) Given(int[] index)
    {
        Form form = judge.Judge(examined.Trace.Network.Find(examined.First!.Quantity)!, examined.First.Step)!.Form!;
        Estimates given = judge.Evaluate(form, examined.First.Step)!;
        return (form, given.Values[index.Aggregate(0, (position, i) => position * given.Columns + i)].Value.High);
    }

    private IEnumerable<int> Steps => Enumerable.Range(1, examined.Trace.Steps.Count);

    private bool Explains(Quantity quantity) => Steps.All(step => Explains(quantity, step));

    private bool Explains(Quantity quantity, int step) => judge.Judge(quantity, step)?.Verdict is not Verdict.Unexplained;

    // Something must be explained that only the mistake explains; as much as a proof takes, where a number was fitted to it
    // that no person would write. And what a mistake leaves free must have been used, or it is another mistake.
    private bool IsBorneOut() =>
        AreAtLeast(IsTelling ? 1 : ElementsOfProof + Fitted, OnlyExplained())
        && (Variant.Accepts is null || Steps.Any(step => examined.Wrong(examined.First!.Quantity, step).Any(i => !IsEvidence(examined.First.Quantity, step, i))));

    // A number that is recorded again where the same is right, step after step, says nothing new.
    private static bool AreAtLeast(int count, IEnumerable<Element> elements) => elements.Distinct().Take(count).Count() == count;

    // Elements that only the mistake explains, and by its value, not by a budget that is wider than the right formula's.
    private IEnumerable<Element> OnlyExplained() =>
        from step in Steps
        from quantity in replaced
        where examined.Wrong(quantity.Name, step).Count > 0
        let form = judge.Judge(quantity, step)?.Form
        where form is not null
        let mistaken = judge.Evaluate(form, step)
        from i in examined.Wrong(quantity.Name, step)
        where IsEvidence(quantity.Name, step, i)
        let element = At(quantity.Name, step, i)
        where !(2 * Math.Abs((element.Recorded - mistaken.Values[i].Value).High) > Math.Abs(element.Recorded - element.Right))
        select element;

    // Elements that are not 0 whatever the formula, or that only the mistake explains.
    private IEnumerable<Element> Evidence(int step) =>
        from quantity in replaced
        let recorded = examined.Trace.Read(quantity.Name, step)
        where recorded is not null
        from i in Enumerable.Range(0, recorded.Values.Length)
        where IsEvidence(quantity.Name, step, i) && (recorded.Values[i] != 0 || examined.Wrong(quantity.Name, step).Contains(i))
        select At(quantity.Name, step, i);

    private bool IsEvidence(string quantity, int step, int position)
    {
        double recorded = examined.Trace.Read(quantity, step)!.Values[position];
        return double.IsFinite(recorded) && Variant.Accepts?.Invoke(recorded) != true;
    }

    private Element At(string quantity, int step, int position) =>
        new(quantity, examined.Trace.Read(quantity, step)!.Values[position], examined.Right(quantity, step)?.Values[position].Value.High ?? double.NaN);

    private readonly record struct Element(string Quantity, double Recorded, double Right);
}
