using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>What the numbers of a member may be stored as.</summary>
internal enum Numerals
{
    /// <summary>The file's dtype, or integers, which are converted to it.</summary>
    Floats,

    /// <summary>float32, float64 or integers, rounded to the file's dtype.</summary>
    Rounded,

    /// <summary>Integers of any width.</summary>
    Integers,
}

/// <summary>
/// The members of a trace file of either form by the names that they have in an .npz: "inputs", "start/hidden_bias",
/// "3/loss". A member that is not asked for is not read.
/// </summary>
/// <param name="path">The file's name, as the user gave it.</param>
internal abstract class TraceMembers(string path) : IDisposable
{
    /// <summary>The most numbers that are read from one file: 2 GiB of memory.</summary>
    private const long MostNumbers = 1L << 28;

    private long numbers;

    /// <summary>The names of all members.</summary>
    public abstract IReadOnlyCollection<string> Names { get; }

    /// <summary>How many steps there are; every step from the first on may have members.</summary>
    public abstract int Steps { get; }

    /// <summary>The member that has the file's dtype where no member says it.</summary>
    public string FirstWeights { get; set; } = "start/hidden_weights";

    /// <summary>The file's dtype.</summary>
    public abstract FloatFormat Format { get; }

    /// <summary>Names of quantities that the computation does not have, each with the reason.</summary>
    public abstract IReadOnlyDictionary<string, string> NotComputed { get; }

    /// <summary>Whether there is a member of this name.</summary>
    public abstract bool Has(string name);

    /// <summary>The numbers of a member.</summary>
    /// <param name="name">A member that there is.</param>
    /// <param name="numerals">What they may be stored as.</param>
    /// <param name="fit">From the shape found, of at most two dimensions, to the shape to give; it throws before numbers are read.</param>
    public abstract NumberArray Numbers(string name, Numerals numerals, Func<IReadOnlyList<int>, IReadOnlyList<int>> fit);

    /// <summary>The text of a member; null if there is no such member.</summary>
    public abstract string? Text(string name);

    /// <summary>The JSON of a member; null if there is no such member.</summary>
    public abstract string? Json(string name);

    /// <summary>An error at a member.</summary>
    public TraceFileException Bad(string name, string what, Exception? cause = null) => new($"{path}: {Place(name)}: {what}.", cause);

    /// <summary>An error of the file as a whole.</summary>
    public TraceFileException Bad(string what, Exception? cause = null) => new($"{path}: {what}.", cause);

    /// <summary>Where a member stands, in the words of the file's form.</summary>
    public virtual string Place(string name) => name;

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>The shape to give for a shape found, once it is sure that it may be read.</summary>
    protected IReadOnlyList<int> Fit(string name, IReadOnlyList<int> found, Func<IReadOnlyList<int>, IReadOnlyList<int>> fit)
    {
        IReadOnlyList<int> shape = fit(found);
        numbers += NumberArray.Count(found);
        return numbers <= MostNumbers ? shape : throw Bad(name, $"with it the file has more than {MostNumbers} numbers; record fewer steps");
    }

    /// <summary>Collects names of quantities that are not computed.</summary>
    protected void AddNotComputed(Dictionary<string, string> names, string quantity, string? reason)
    {
        if (!names.TryAdd(quantity, reason ?? "the file gives no reason"))
            throw Bad("not_computed", $"names {quantity} twice; name it once");
    }
}
