using System.Globalization;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>The members of a NumPy .npz, a zip of .npy arrays.</summary>
internal sealed class NpzMembers : TraceMembers
{
    // A name of a quantity, with its reason, is far shorter.
    private const int MostTextBytes = 1 << 20;

    private readonly NpzArrays arrays;
    private FloatFormat? format;

    /// <param name="path">The file's name, as the user gave it.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="TraceFileException">It is no .npz, or its members are not those of a trace.</exception>
    public NpzMembers(string path, FileStream file)
        : base(path)
    {
        arrays = new NpzArrays(path, file);
        Steps = CountSteps();
    }

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Names => arrays.Names;

    /// <inheritdoc/>
    public override int Steps { get; }

    /// <inheritdoc/>
    public override FloatFormat Format => format ??= Using(FirstWeights, member => member.Header switch
    {
        { Kind: 'f', ItemSize: 4 } => FloatFormat.Float32,
        { Kind: 'f', ItemSize: 8 } => FloatFormat.Float64,
        _ => throw new FormatException($"is {member.Header.Dtype}, and a trace is float32 or float64; save it as one of the two"),
    });

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> NotComputed
    {
        get
        {
            string[] names = Has("not_computed") ? Texts("not_computed") : [];
            string[]? reasons = Has("not_computed_reasons") ? Texts("not_computed_reasons") : null;
            if (reasons is not null && reasons.Length != names.Length)
                throw Bad("not_computed_reasons", $"expected {names.Length} reasons, as many as not_computed has names, got {reasons.Length}");
            var not_computed = new Dictionary<string, string>();
            for (int i = 0; i < names.Length; i++)
                AddNotComputed(not_computed, names[i], reasons?[i]);
            return not_computed;
        }
    }

    /// <inheritdoc/>
    public override bool Has(string name) => arrays.Names.Contains(name);

    /// <inheritdoc/>
    public override NumberArray Numbers(string name, Numerals numerals, Func<IReadOnlyList<int>, IReadOnlyList<int>> fit) => Using(name, member =>
    {
        CheckDtype(member.Header, numerals);
        IReadOnlyList<int> shape = Fit(name, member.Header.Shape, fit);
        double[] values = member.Numbers();
        if (numerals != Numerals.Integers && member.Header.Dtype != Format.Name)
            for (int i = 0; i < values.Length; i++)
                values[i] = Format.Nearest(values[i]);
        return new NumberArray(shape, values);
    });

    /// <inheritdoc/>
    public override string? Text(string name) => !Has(name) ? null
        : Texts(name) is [string text] ? text
        : throw Bad(name, "expected one text; save it as a string");

    /// <inheritdoc/>
    public override string? Json(string name) => Text(name);

    /// <inheritdoc/>
    public override void Dispose() => arrays.Dispose();

    private void CheckDtype(NpyHeader header, Numerals numerals)
    {
        if (numerals == Numerals.Integers)
        {
            if (!header.IsInteger)
                throw new FormatException($"is {header.Dtype}, where integers are expected; save it as int64");
        }
        else if (!header.IsFloat && !header.IsInteger && !header.IsBool)
            throw new FormatException($"is {header.Dtype}, where numbers are expected; save it as {Format}");
        else if (header.IsFloat && numerals == Numerals.Floats && header.Dtype != Format.Name)
            throw new FormatException($"is {header.Dtype}, where {FirstWeights} is {Format}; save all of the trace in the dtype of the training");
    }

    private string[] Texts(string name) => Using(name, member => member.Header switch
    {
        { Shape: [0] } => [],
        { Kind: not 'U' } => throw new FormatException($"is {member.Header.Dtype}, where text is expected; save it as numpy.array([\"...\"])"),
        { Shape.Count: > 1 } => throw new FormatException($"expected a list of names, got shape {NumberArray.Describe(member.Header.Shape)}"),
        var header when NumberArray.Count(header.Shape) * Math.Max(1, header.ItemSize) > MostTextBytes =>
            throw new FormatException("is far too long for names; leave it out"),
        _ => member.Texts(),
    });

    private T Using<T>(string name, Func<NpyMember, T> use) => arrays.Use(name, member => member.Header.Shape.Count > 2
        ? throw new FormatException($"has shape {NumberArray.Describe(member.Header.Shape)}, and a trace holds no array of more than two dimensions; reshape it or leave it out")
        : use(member));

    private int CountSteps()
    {
        var steps = new SortedSet<int>();
        foreach (string name in arrays.Names)
        {
            int slash = name.IndexOf('/');
            if (slash < 0 || name[..slash] == "start")
                continue;
            if (name[0] is < '1' or > '9' || !int.TryParse(name[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out int step))
                throw Bad(name, "belongs to no step; the arrays of the steps are called 1/..., 2/... and so on");
            steps.Add(step);
        }
        int last = 0;
        foreach (int step in steps)
            last = step == last + 1 ? step : throw Bad($"step {last + 1} is missing, and there is a step {step}; number the steps without a gap");
        return last;
    }
}
