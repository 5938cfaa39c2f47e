using System.CommandLine;
using Comparison.Reports;
using DataSets;

namespace Comparison.CommandLine;

/// <summary>The option that asks for the result as JSON besides.</summary>
internal sealed class JsonOption
{
    private readonly Option<string?> json = new("--json") { Description = "also write the result as JSON", HelpName = "FILE" };

    /// <summary>Gives a command this option.</summary>
    public void AddTo(Command command) => command.Options.Add(json);

    /// <summary>Where to write JSON, found writable before any work is done; null for nowhere.</summary>
    /// <exception cref="InputException">It cannot be written there.</exception>
    public string? File(ParseResult parsed)
    {
        string? file = parsed.GetValue(json);
        if (file is not null)
            AtomicFile.Check(file);
        return file;
    }
}
