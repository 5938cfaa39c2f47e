using System.CommandLine;
using DataSets;

namespace Comparison.CommandLine;

/// <summary>The options that say where a result goes.</summary>
internal sealed class OutputOptions
{
    private readonly JsonOption json = new();

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "print the verdict line only" };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        json.AddTo(command);
        command.Options.Add(quiet);
    }

    /// <summary>Where to write JSON, found writable before any work is done; null for nowhere.</summary>
    /// <exception cref="InputException">It cannot be written there.</exception>
    public string? Json(ParseResult parsed) => json.File(parsed);

    /// <summary>Whether to print the verdict line only.</summary>
    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);
}
