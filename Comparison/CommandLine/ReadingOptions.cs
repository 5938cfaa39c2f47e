using System.CommandLine;
using DataSets;

namespace Comparison.CommandLine;

/// <summary>The options that say how a table is read.</summary>
/// <param name="of_new_data">Whether a model's preparation tells which columns there are and what they hold.</param>
internal sealed class ReadingOptions(bool of_new_data = false)
{
    private readonly Option<char?> delimiter = new("--delimiter")
    {
        Description = "what stands between the cells of a table of text: one character, or tab [default: found out]",
        HelpName = "C",
        CustomParser = Parsing.One<char?>(text => text == "tab" ? '\t' : text.Length == 1 ? text[0] : null, "one character, or tab"),
    };

    private readonly Option<bool?> header = new("--header") { Description = "whether a table of text names its columns in the first row [default: found out]", HelpName = "true|false" };

    private readonly Option<string[]> texts = new("--text-column") { Description = "a column that holds texts though its first cell looks like a number; may be given several times", HelpName = "COLUMN" };

    private readonly Option<string[]> numbers = new("--number-column") { Description = "a column that holds numbers, so that a text in its first cell is refused; may be given several times", HelpName = "COLUMN" };

    private readonly Option<string?> cache = new("--cache") { Description = "the folder for the binary file that a large table of text is parsed into [default: beside it]", HelpName = "DIR" };

    private readonly Option<string?> inputs_array = new("--inputs-array") { Description = "the array of inputs in an .npz [default: X]", HelpName = "NAME" };

    private readonly Option<string?> labels_array = new("--labels-array") { Description = "the array of labels in an .npz [default: y]", HelpName = "NAME" };

    private readonly Option<string?> labels_file = new("--labels-file") { Description = "the file of labels that goes with IDX images [default: the one named like the images']", HelpName = "FILE" };

    private readonly Option<int?> rows = new("--rows")
    {
        Description = "rows of a made table [default: 200]",
        HelpName = "N",
        CustomParser = Parsing.One<int?>(text => Parsing.Count(text), Parsing.CountMeans),
    };

    private readonly Option<double?> noise = new("--noise")
    {
        Description = "standard deviation of the noise on a made table's numbers [default: 0.1]",
        HelpName = "X",
        CustomParser = Parsing.One<double?>(text => Parsing.Number(text) is { } number && number >= 0 && double.IsFinite(number) ? number : null, "a number from 0 up"),
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [delimiter, .. of_new_data ? [] : new Option[] { header, texts, numbers }, cache, inputs_array, labels_array, labels_file, rows, noise];

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in All)
            command.Options.Add(option);
    }

    /// <summary>How the table is read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="seed">What a made table comes from.</param>
    public TableOptions Of(ParseResult parsed, ulong seed)
    {
        var defaults = new TableOptions();
        return new()
        {
            Reading = new(parsed.GetValue(delimiter), parsed.GetValue(header), parsed.GetValue(texts) is { Length: > 0 } told ? told : null, parsed.GetValue(numbers) is { Length: > 0 } told_numbers ? told_numbers : null),
            CacheFolder = parsed.GetValue(cache),
            InputsArray = parsed.GetValue(inputs_array) ?? defaults.InputsArray,
            LabelsArray = parsed.GetValue(labels_array),
            LabelsFile = parsed.GetValue(labels_file),
            MadeRows = parsed.GetValue(rows) ?? defaults.MadeRows,
            MadeNoise = parsed.GetValue(noise) ?? defaults.MadeNoise,
            MadeSeed = seed,
        };
    }
}
