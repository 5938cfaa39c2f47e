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
    private readonly Variant variant;
    private readonly QuantityJudge judge;
    private readonly List<Quantity> replaced;

    private readonly Estimate? estimate;

    private Trial(Examination examined, Mistake mistake, Variant variant, double? value, Estimate? estimate)
    {
        this.examined = examined;
        this.variant = variant;
        this.estimate = estimate;
        Mistake = mistake;
        Value = value;
        replaced = Replaced(examined, variant);
        Formulas = variant.Formulas(examined.Trace.Formulas, value);
        judge = new(examined.Trace with { Formulas = Formulas });
    }

    public Mistake Mistake { get; }

    /// <summary>The value of what the variant leaves open, as the trace has it.</summary>
    public double? Value { get; }

    public FormulaSet Formulas { get; }

    /// <summary>Whether every recorded quantity of every step is explained.</summary>
    public bool ExplainsAll { get; private set; }

    /// <summary>Whether that is enough to prove the mistake.</summary>
    public bool Proves { get; private set; }

    /// <summary>What the first quantity that was unexplained should be, by the mistake.</summary>
    public QuantityJudgement First { get; private set; } = null!;

    /// <summary>What the mistake gives for an element of that quantity.</summary>
    public double Given(int[] index)
    {
        Estimates given = judge.Evaluate(First.Form!, First.Step)!;
        return given.Values[index.Aggregate(0, (position, i) => position * given.Columns + i)].Value.High;
    }

    /// <summary>The settings and the number of the variant.</summary>
    public IReadOnlyDictionary<string, object> Parameters =>
        Value is { } value ? variant.Settings.And(variant.Fitted!.Name, value) : variant.Settings;

    /// <summary>How many numbers were fitted.</summary>
    public int Fitted => estimate is null ? 0 : 1;

    /// <summary>
    /// The trial of a variant by which the first unexplained quantity lies in its budget; null if it does not. Where a number
    /// is open its usual value is tried before any is fitted.
    /// </summary>
    public static Trial? Of(Examination examined, Mistake mistake, Variant variant)
    {
        if (!variant.CanRun(examined.Trace) || !Replaced(examined, variant).Exists(quantity => quantity.Name == examined.First!.Quantity))
            return null;
        var usual = new Trial(examined, mistake, variant, variant.Fitted?.Usual, null);
        bool is_named = usual.Judged();
        if (variant.Fitted is null || usual.ExplainsAll)
            return is_named ? usual : null;
        if (new Estimation(examined, variant).Estimate() is not { } estimate)
            return null;
        var fitted = new Trial(examined, mistake, variant, estimate.Value, estimate);
        return fitted.Judged() ? fitted : null;
    }

    private static List<Quantity> Replaced(Examination examined, Variant variant) =>
        [.. variant.Replace(examined.Trace.Formulas, variant.Fitted?.Usual ?? 0).Select(formula => Quantity.Find(formula.Quantity)!)];

    private bool Judged()
    {
        QuantityJudgement first = examined.First!;
        First = judge.Judge(Quantity.Find(first.Quantity)!, first.Step)!;
        if (First.Verdict > Verdict.Suspicious)
            return false;

        // Elsewhere, too, the first wrong quantity must be as the mistake has it, or its value fitted by chance.
        int[] steps = [.. Enumerable.Range(1, examined.Trace.Steps.Count)];
        if (!Array.TrueForAll(steps, step => Explains(Quantity.Find(first.Quantity)!, step)))
            return false;
        ExplainsAll = examined.Unexplained.All(name => replaced.Exists(quantity => quantity.Name == name))
            && replaced.TrueForAll(quantity => Array.TrueForAll(steps, step => Explains(quantity, step)));
        int wrong = steps.Sum(step => replaced.Sum(quantity => Explained(quantity.Name, step)));
        bool uses_its_freedom = variant.Accepts is null || steps.Any(step => examined.Wrong(first.Quantity, step).Any(i => !IsEvidence(first.Quantity, step, i)));
        // A fitted number is borne out by what only it explains; a mistake without one also by what it leaves right.
        int elements = Fitted > 0 ? wrong : steps.Sum(step => replaced.Sum(quantity => Evidence(quantity.Name, step)));
        Proves = ExplainsAll && uses_its_freedom && wrong > 0 && elements >= ElementsOfProof + Fitted
            && steps.Any(step => step > first.Step && replaced.Exists(quantity => Evidence(quantity.Name, step) > 0));
        // What was fitted must be met again, or be a number that a person would write, before it is more than an adjustment.
        return uses_its_freedom && wrong > (estimate?.IsTelling == false ? Fitted : 0);
    }

    private bool Explains(Quantity quantity, int step) => judge.Judge(quantity, step)?.Verdict is not Verdict.Unexplained;

    // Elements that only the mistake explains, and by its value, not by a budget that is wider than the right formula's.
    private int Explained(string quantity, int step)
    {
        IReadOnlyList<int> wrong = examined.Wrong(quantity, step);
        if (wrong.Count == 0 || judge.Judge(Quantity.Find(quantity)!, step)?.Form is not { } form)
            return 0;
        double[] recorded = examined.Trace.Read(quantity, step)!.Values;
        Estimates mistaken = judge.Evaluate(form, step)!, right = examined.Right(quantity, step)!;
        return wrong.Count(i => IsEvidence(quantity, step, i) && !(2 * Distance(recorded[i], mistaken.Values[i]) > Distance(recorded[i], right.Values[i])));

        static double Distance(double number, Bounded estimate) => Math.Abs((number - estimate.Value).High);
    }

    // Elements that are not 0 whatever the formula, or that only the mistake explains.
    private int Evidence(string quantity, int step) =>
        examined.Trace.Read(quantity, step) is { } recorded
            ? Enumerable.Range(0, recorded.Values.Length).Count(i =>
                IsEvidence(quantity, step, i) && (recorded.Values[i] != 0 || examined.Wrong(quantity, step).Contains(i)))
            : 0;

    private bool IsEvidence(string quantity, int step, int position)
    {
        double recorded = examined.Trace.Read(quantity, step)!.Values[position];
        return double.IsFinite(recorded) && variant.Accepts?.Invoke(recorded) != true;
    }
}
