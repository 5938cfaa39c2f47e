using System.CommandLine;
using Comparison.Reports;

namespace Comparison.CommandLine;

/// <summary>The options that say where a result goes.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> json = new("--json") { Description = "also write the result as JSON", HelpName = "FILE" };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "print the verdict line only" };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(json);
        command.Options.Add(quiet);
    }

    /// <summary>Where to write JSON, found writable before any work is done; null for nowhere.</summary>
    /// <exception cref="Problems.InputException">It cannot be written there.</exception>
    public string? Json(ParseResult parsed)
    {
        string? file = parsed.GetValue(json);
        if (file is not null)
            AtomicFile.Check(file);
        return file;
    }

    /// <summary>Whether to print the verdict line only.</summary>
    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);
}
