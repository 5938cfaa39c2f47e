using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Comparison.Problems;
using Ledger.Arithmetic;

namespace Comparison.CommandLine;

/// <summary>The options of <c>compare</c>, which the program without a command shares.</summary>
internal sealed class CompareOptions
{
    private readonly Option<FloatFormat?> dtype = new("--dtype")
    {
        Description = "dtype of both trainings: float32 or float64 [default: float32, Keras's own]",
        HelpName = "float32|float64",
        CustomParser = One(text => ProblemSource.Dtype(text), "float32 or float64"),
    };

    private readonly Option<double?> y_true = new("--y-true")
    {
        Description = "label of the document's one sample, which the document never defines, in [0, 1] [default: 1]",
        HelpName = "LABEL",
        CustomParser = One<double?>(text => Number(text) is { } label && label is >= 0 and <= 1 ? label : null, "a number in [0, 1]"),
    };

    private readonly Option<int?> epochs = new("--epochs")
    {
        Description = "passes over the samples [default: 5, or what the file says]",
        HelpName = "N",
        CustomParser = One<int?>(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1 ? count : null,
            "a whole number from 1 up"),
    };

    private readonly Option<double?> learning_rate = new("--learning-rate")
    {
        Description = "step size of gradient descent [default: 0.01, or what the file says]",
        HelpName = "RATE",
        CustomParser = One<double?>(text => Number(text) is { } rate && rate > 0 && double.IsFinite(rate) ? rate : null, "a positive number"),
    };

    private readonly Option<string?> problem = new("--problem")
    {
        Description = "a network and samples of one's own, as JSON (docs/problem-file.md); options given beat the file",
        HelpName = "FILE",
    };

    private readonly Option<string?> json = new("--json") { Description = "also write the result as JSON", HelpName = "FILE" };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "print the verdict line only" };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { dtype, y_true, epochs, learning_rate, problem, json, quiet })
            command.Options.Add(option);
    }

    /// <summary>The problem that was asked for.</summary>
    /// <exception cref="InputException">It cannot be read or used.</exception>
    public Problem Problem(ParseResult parsed)
    {
        var wishes = new Wishes(parsed.GetValue(dtype), parsed.GetValue(y_true), parsed.GetValue(epochs), parsed.GetValue(learning_rate));
        return parsed.GetValue(problem) is { } file ? ProblemSource.File(file, wishes) : ProblemSource.Document(wishes);
    }

    /// <summary>Where to write JSON; null for nowhere.</summary>
    public string? Json(ParseResult parsed) => parsed.GetValue(json);

    /// <summary>Whether to print the verdict line only.</summary>
    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static Func<ArgumentResult, T?> One<T>(Func<string, T?> parse, string expected) => argument =>
    {
        string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Join(' ', argument.Tokens.Select(token => token.Value));
        T? value = parse(text);
        if (value is null)
            argument.AddError($"{((OptionResult)argument.Parent!).IdentifierToken?.Value}: '{text}' is not {expected}.");
        return value;
    };
}
