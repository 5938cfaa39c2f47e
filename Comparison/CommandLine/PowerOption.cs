using System.CommandLine;
using Comparison.Reports;

namespace Comparison.CommandLine;

/// <summary>The option that asks what an agreement is worth, and what is printed below a verdict line.</summary>
internal sealed class PowerOption
{
    private readonly Option<bool> power = new("--power")
    {
        Description = "list what an agreement is worth: the smallest error of each quantity that would have shown, and each known mistake with what would reveal it",
    };

    /// <summary>Gives a command this option.</summary>
    public void AddTo(Command command) => command.Options.Add(power);

    /// <summary>Whether it was given.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(power);

    /// <summary>Prints the causes of a difference, and the worth of an agreement where it was asked for.</summary>
    public static void Write(LedgerWord word, bool power)
    {
        foreach (string line in LedgerText.Causes(word.Diagnosis))
            Console.WriteLine(line);
        if (power && word.Power is not null)
            foreach (string line in LedgerText.Worths(word.Power))
                Console.WriteLine(line);
    }
}
