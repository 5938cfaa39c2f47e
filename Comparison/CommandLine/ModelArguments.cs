using System.CommandLine;
using Comparison.Models;
using Comparison.Sides;
using DataSets;
using DataSets.Preparing;
using KerasVersion;
using Ledger.Arithmetic;

namespace Comparison.CommandLine;

/// <summary>What commands that use a trained model are given: the model, new data, and which sides compute.</summary>
internal sealed class ModelArguments
{
    // What made tables come from where nothing is said, as in train.
    private static readonly ulong usual_seed = new TableOptions().MadeSeed;

    private readonly Argument<string> model = new("MODEL") { Description = "the folder that train was given as --out" };
    private readonly Argument<string> data = new("DATA") { Description = "a table with the columns that the model was trained on: CSV, TSV, .npz, IDX or made (docs/data-sets.md)" };
    private readonly Option<string?> side = SideOption.Create("which side computes [default: every side that trained]", is_required: false);
    private readonly Option<ulong?> seed = new("--seed") { Description = $"what a made table comes from [default: {usual_seed}]", HelpName = "S" };
    private readonly ReadingOptions reading = new(of_new_data: true);

    /// <summary>Gives a command these arguments and options.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(model);
        command.Arguments.Add(data);
        command.Options.Add(side);
        reading.AddTo(command);
        command.Options.Add(seed);
    }

    /// <summary>The folder of the model, as it was given.</summary>
    public string Folder(ParseResult parsed) => parsed.GetValue(model)!;

    /// <summary>The data, as they were named.</summary>
    public string Source(ParseResult parsed) => parsed.GetValue(data)!;

    /// <summary>The sides that compute.</summary>
    /// <exception cref="InputException">The side did not train, or the engine does not compute in the model's dtype.</exception>
    public IReadOnlyList<Side> Sides(ParseResult parsed, SavedModel saved)
    {
        IReadOnlyList<Side> sides = parsed.GetValue(side) is { } name ? [Enum.GetValues<Side>().Single(each => each.Name() == name)] : saved.Sides;
        return sides.Contains(Side.Keras) && saved.Format == FloatFormat.Float64 && !Engine.Current.HasFloat64
            ? throw new InputException($"float64 is not supported by this engine ({Engine.Current}); use --side {Side.Scratch.Name()}.")
            : sides;
    }

    /// <summary>Opens the data as the training data were read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="preparation">How the model's rows are prepared.</param>
    /// <param name="with_target">Whether the target's column is needed.</param>
    /// <exception cref="InputException">They cannot be read.</exception>
    public Table Open(ParseResult parsed, Preparation preparation, bool with_target)
    {
        TableOptions options = reading.Of(parsed, parsed.GetValue(seed) ?? usual_seed);
        return Tables.Open(Source(parsed), options with { Reading = preparation.Reading(with_target) with { Delimiter = options.Reading.Delimiter } });
    }
}
