using System.Globalization;
using System.IO.Compression;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>The members of a NumPy .npz, a zip of .npy arrays.</summary>
internal sealed class NpzMembers : TraceMembers
{
    // A name of a quantity, with its reason, is far shorter.
    private const int MostTextBytes = 1 << 20;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = [];
    private FloatFormat? format;

    /// <param name="path">The file's name, as the user gave it.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="TraceFileException">It is no .npz, or its members are not those of a trace.</exception>
    public NpzMembers(string path, FileStream file)
        : base(path)
    {
        Span<byte> start = stackalloc byte[2];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (length == 0)
            throw Bad("is empty; save the trace again");
        if (!start[..length].SequenceEqual("PK"u8[..length]))
            throw Bad("is no .npz file, which is a zip of arrays; save it with numpy.savez");
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            foreach (ZipArchiveEntry entry in archive.Entries)
                if (entry.FullName.EndsWith(".npy", StringComparison.Ordinal) && !entries.TryAdd(entry.FullName[..^".npy".Length], entry))
                    throw Bad(entry.FullName[..^".npy".Length], "is in the file twice; keep one of the two");
        }
        catch (InvalidDataException error)
        {
            throw Bad("is cut short or damaged; save or copy it again", error);
        }
        Steps = CountSteps();
    }

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Names => entries.Keys;

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
    public override bool Has(string name) => entries.ContainsKey(name);

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
    public override void Dispose() => archive.Dispose();

    private void CheckDtype(NpyHeader header, Numerals numerals)
    {
        bool is_integer = header is { Kind: 'i' or 'u', ItemSize: 1 or 2 or 4 or 8 };
        bool is_float = header is { Kind: 'f', ItemSize: 4 or 8 };
        if (numerals == Numerals.Integers)
        {
            if (!is_integer)
                throw new FormatException($"is {header.Dtype}, where integers are expected; save it as int64");
        }
        else if (!is_float && !is_integer && header is not { Kind: 'b', ItemSize: 1 })
            throw new FormatException($"is {header.Dtype}, where numbers are expected; save it as {Format}");
        else if (is_float && numerals == Numerals.Floats && header.Dtype != Format.Name)
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

    private T Using<T>(string name, Func<NpyMember, T> use)
    {
        try
        {
            using var member = new NpyMember(entries[name]);
            return use(member);
        }
        catch (FormatException error)
        {
            throw Bad(name, error.Message, error);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Bad(name, $"is damaged or cut short ({error.Message.TrimEnd('.')}); save or copy the file again", error);
        }
    }

    private int CountSteps()
    {
        var steps = new SortedSet<int>();
        foreach (string name in entries.Keys)
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
