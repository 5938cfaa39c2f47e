using System.CommandLine;
using Comparison.Problems;
using DataSets;
using Ledger.Arithmetic;

namespace Comparison.CommandLine;

/// <summary>The options that say which training is meant: the document's, with changes, or one of a file.</summary>
/// <param name="offers_stable">Whether it can be asked how Scratch computes the loss.</param>
internal sealed class ProblemOptions(bool offers_stable = false)
{
    private readonly Option<FloatFormat?> dtype = new("--dtype")
    {
        Description = "dtype of both trainings: float32 or float64 [default: float32, Keras's own]",
        HelpName = "float32|float64",
        CustomParser = Parsing.One(text => ProblemSource.Dtype(text), "float32 or float64"),
    };

    private readonly Option<double?> y_true = new("--y-true")
    {
        Description = "label of the document's one sample, which the document never defines, in [0, 1] [default: 1]",
        HelpName = "LABEL",
        CustomParser = Parsing.One<double?>(text => Parsing.Number(text) is { } label && label is >= 0 and <= 1 ? label : null, "a number in [0, 1]"),
    };

    private readonly Option<int?> epochs = new("--epochs")
    {
        Description = "passes over the samples [default: 5, or what the file says]",
        HelpName = "N",
        CustomParser = Parsing.One<int?>(text => Parsing.Count(text),
            Parsing.CountMeans),
    };

    private readonly Option<double?> learning_rate = new("--learning-rate")
    {
        Description = "step size of the optimizer [default: 0.01, or what the file says]",
        HelpName = "RATE",
        CustomParser = Parsing.One<double?>(text => Parsing.Number(text) is { } rate && rate > 0 && double.IsFinite(rate) ? rate : null, "a positive number"),
    };

    private readonly Option<string?> problem = new("--problem")
    {
        Description = "a network and samples of one's own, as JSON (docs/problem-file.md); options given beat the file",
        HelpName = "FILE",
    };

    private readonly Option<bool> stable = new("--stable")
    {
        Description = "Scratch computes a cross-entropy from the logits, as Keras does, instead of by the document's formulas, which give NaN where an output rounds to 0 or 1",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { dtype, y_true, epochs, learning_rate, problem })
            command.Options.Add(option);
        if (offers_stable)
            command.Options.Add(stable);
    }

    /// <summary>Whether any of these options was given.</summary>
    public bool IsGiven(ParseResult parsed) =>
        new Option[] { dtype, y_true, epochs, learning_rate, problem, stable }.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>The problem that was asked for.</summary>
    /// <exception cref="InputException">It cannot be read or used.</exception>
    /// <param name="parsed">The command line.</param>
    /// <param name="witness">Whether it is the witness network that is asked for.</param>
    public Problem Problem(ParseResult parsed, bool witness = false)
    {
        var wishes = new Wishes(parsed.GetValue(dtype), parsed.GetValue(y_true), parsed.GetValue(epochs), parsed.GetValue(learning_rate),
            offers_stable && parsed.GetValue(stable));
        if (witness && parsed.GetValue(problem) is not null)
            throw new InputException("--witness and --problem name two networks; leave one out.");
        if (witness)
            return ProblemSource.Witness(wishes);
        return parsed.GetValue(problem) is { } file ? ProblemSource.File(file, wishes) : ProblemSource.Document(wishes);
    }
}
