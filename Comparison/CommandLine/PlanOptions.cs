using System.CommandLine;
using System.Globalization;
using Comparison.Problems;
using Comparison.Training;
using DataSets;
using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.CommandLine;

/// <summary>The options that say what is trained on a table, and how.</summary>
internal sealed class PlanOptions
{
    private static readonly TrainingPlan defaults = new() { Source = "", Preparation = new() { Target = "" } };

    private readonly Option<string?> target = Text("--target", "COLUMN", "the column to predict, by name or by number from 1 [default: the labels of a made table, of IDX or of .npz]");
    private readonly Option<string[]?> inputs = List("--inputs", "A,B", "the columns to predict it from, separated by commas [default: all others]");
    private readonly Option<string[]?> left_out = List("--leave-out", "A,B", "columns that are no inputs");
    private readonly Option<TargetKind?> target_kind = Choice<TargetKind>("--target-kind", "what the target is: classes or a number [default: classes if it holds texts or at most 20 different whole numbers]");
    private readonly Option<double?> divide_target = Number("--divide-target", "X", "what a target that is a number is divided by", number => number != 0, "a number other than 0");
    private readonly Option<MissingPolicy?> missing = Choice<MissingPolicy>("--missing", "what becomes of a missing value: it is refused, its row dropped, or the training rows' mean or most frequent value takes its place [default: refuse]");
    private readonly Option<bool> ignore_unseen = new("--ignore-unseen") { Description = "a text that the training rows do not have counts as none of theirs, instead of being refused" };
    private readonly Option<bool> standardize = new("--standardize") { Description = "bring columns of numbers to mean 0 and deviation 1 by the training rows' numbers" };
    private readonly Option<bool> round = new("--round-to-float32") { Description = "round prepared numbers to float32 also for a float64 training, as of a table that was prepared and saved in float32" };
    private readonly Option<double?> split = Number("--split", "SHARE", "the share of rows that is held out, 0 for none [default: 0.2]", number => number is >= 0 and < 1, "a number from 0 to below 1");
    private readonly Option<bool> stratify = new("--stratify") { Description = "hold out each class by its share" };
    private readonly Option<int?> hidden = Count("--hidden", "N", "units of one hidden layer, 0 for no hidden layer [default: 16]", least: 0);
    private readonly Option<int[]?> layers = new("--layers")
    {
        Description = "units of several hidden layers, as in 32,16",
        HelpName = "A,B",
        CustomParser = Parsing.One(text => text.Split(',').Select(Parsing.Count).ToArray() is var units && units.All(count => count is not null) ? Array.ConvertAll(units, count => count!.Value) : null,
            "whole numbers from 1 up, separated by commas"),
    };
    private readonly Option<Activation?> activation = Choice<Activation>("--activation", "the hidden layers' activation [default: relu]");
    private readonly Option<LossFunction?> loss = new("--loss")
    {
        Description = "the loss [default: binary_crossentropy for two classes, sparse_categorical_crossentropy for several, mean_squared_error for a number]",
        HelpName = string.Join('|', Enum.GetValues<LossFunction>().Select(LossFunctionNames.Name)),
        CustomParser = Parsing.One<LossFunction?>(text => Enum.GetValues<LossFunction>().Cast<LossFunction?>().FirstOrDefault(loss => loss!.Value.Name() == text),
            string.Join(" or ", Enum.GetValues<LossFunction>().Select(LossFunctionNames.Name))),
    };
    private readonly Option<OptimizerKind?> optimizer = Choice<OptimizerKind>("--optimizer", "how weights follow their gradients, with Keras's constants [default: adam]");
    private readonly Option<double?> learning_rate = Number("--learning-rate", "RATE", "step size of the optimizer [default: 0.01]", rate => rate > 0 && (float)rate > 0 && float.IsFinite((float)rate), "a positive number that a float can hold");
    private readonly Option<double?> momentum = Number("--momentum", "X", "the momentum of optimizers that have one [default: 0.9]", number => number is > 0 and <= 1, "a number above 0, up to 1");
    private readonly Option<int?> batch_size = Count("--batch-size", "N", "rows a batch [default: 32]");
    private readonly Option<int?> epochs = Count("--epochs", "N", "passes over the training rows [default: 30]");
    private readonly Option<ulong?> seed = new("--seed")
    {
        Description = "what the split, the start weights and the orders of rows come from (docs/random-numbers.md) [default: 1]",
        HelpName = "S",
        CustomParser = Parsing.One<ulong?>(text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number : null, $"a whole number from 0 to {ulong.MaxValue}"),
    };
    private readonly Option<bool?> shuffle = new("--shuffle") { Description = "take the rows in another order each epoch; --shuffle false takes them as they stand [default: true]", HelpName = "true|false", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int?> early_stopping = Count("--early-stopping", "EPOCHS", "stop after so many epochs without a smaller loss over the held-out rows (without such, over the training rows), and keep the best epoch's weights. Scratch's loss decides for both sides; the framework's, where that trains alone");
    private readonly Option<SideChoice?> side = Choice<SideChoice>("--side", "which sides train [default: both]");
    private readonly Option<string?> dtype = new("--dtype")
    {
        Description = "dtype of both trainings: float32 or float64 [default: float32, Keras's own]",
        HelpName = "float32|float64",
        CustomParser = Parsing.One(text => ProblemSource.Dtype(text)?.Name, "float32 or float64"),
    };
    private readonly Option<double?> trace = Number("--trace", "NUMBERS", "judge every step where the sides record no more numbers than these; of a larger training the first step, one an epoch and the last [default: 5000000]", number => number >= 0, "a number from 0 up");
    private readonly Option<int?> checkpoint_every = Count("--checkpoint-every", "EPOCHS", "write a checkpoint to --out after so many epochs");
    private readonly Option<double?> checkpoint_minutes = Number("--checkpoint-minutes", "MINUTES", "write a checkpoint to --out after so many minutes", number => number > 0, "a number above 0");
    private readonly ReadingOptions reading = new();

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in All)
            command.Options.Add(option);
        reading.AddTo(command);
    }

    /// <summary>The options given beside the passes over the rows: a training that goes on has them from before.</summary>
    public IEnumerable<string> GivenBesideEpochs(ParseResult parsed) =>
        All.Where(option => option != epochs).Concat(reading.All).Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>The passes over the rows that were asked for.</summary>
    public int? Epochs(ParseResult parsed) => parsed.GetValue(epochs);

    /// <summary>The plan that was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="source">The table.</param>
    /// <exception cref="InputException">Options do not go together, or the target is missing.</exception>
    public TrainingPlan Plan(ParseResult parsed, string source)
    {
        if (parsed.GetValue(hidden) is not null && Given(parsed, layers) is not null)
            throw new InputException("--hidden gives one hidden layer, --layers several; leave one of the two out.");
        TableOptions table = reading.Of(parsed, parsed.GetValue(seed) ?? defaults.Seed);
        return new()
        {
            Source = source,
            Reading = table,
            Preparation = new()
            {
                Target = parsed.GetValue(target) ?? LabelsOf(source, table),
                Inputs = Given(parsed, inputs),
                LeftOut = Given(parsed, left_out) ?? [],
                Missing = parsed.GetValue(missing) ?? MissingPolicy.Refuse,
                IgnoreUnseen = parsed.GetValue(ignore_unseen),
                Standardize = parsed.GetValue(standardize),
                RoundToFloat32 = parsed.GetValue(round),
                TargetKind = parsed.GetValue(target_kind) ?? TargetKind.Auto,
                TargetDividedBy = parsed.GetValue(divide_target) ?? 1,
            },
            HeldOut = parsed.GetValue(split) ?? defaults.HeldOut,
            Stratify = parsed.GetValue(stratify),
            Hidden = Given(parsed, layers) ?? (parsed.GetValue(hidden) is { } units ? units == 0 ? [] : [units] : defaults.Hidden),
            Activation = parsed.GetValue(activation) ?? defaults.Activation,
            Loss = parsed.GetValue(loss),
            Optimizer = parsed.GetValue(optimizer) ?? defaults.Optimizer,
            LearningRate = parsed.GetValue(learning_rate) ?? defaults.LearningRate,
            Momentum = parsed.GetValue(momentum) ?? defaults.Momentum,
            BatchSize = parsed.GetValue(batch_size) ?? defaults.BatchSize,
            Epochs = parsed.GetValue(epochs) ?? defaults.Epochs,
            Seed = parsed.GetValue(seed) ?? defaults.Seed,
            Shuffle = parsed.GetValue(shuffle) ?? defaults.Shuffle,
            Patience = parsed.GetValue(early_stopping),
            Sides = parsed.GetValue(side) ?? defaults.Sides,
            Dtype = parsed.GetValue(dtype) ?? defaults.Dtype,
            MostTraced = parsed.GetValue(trace) ?? defaults.MostTraced,
            CheckpointEpochs = parsed.GetValue(checkpoint_every),
            CheckpointMinutes = parsed.GetValue(checkpoint_minutes),
        };
    }

    private Option[] All =>
    [
        target, inputs, left_out, target_kind, divide_target, missing, ignore_unseen, standardize, round, split, stratify, hidden, layers, activation, loss, optimizer, learning_rate, momentum,
        batch_size, epochs, seed, shuffle, early_stopping, side, dtype, trace, checkpoint_every, checkpoint_minutes,
    ];

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static Option<string[]?> List(string name, string value, string description) => new(name)
    {
        Description = description,
        HelpName = value,
        CustomParser = Parsing.One<string[]>(text => text.Split(',', StringSplitOptions.TrimEntries), "a list"),
    };

    private static Option<int?> Count(string name, string value, string description, int least = 1) => new(name)
    {
        Description = description,
        HelpName = value,
        CustomParser = Parsing.One<int?>(text => Parsing.Whole(text) is { } count && count >= least ? count : null, $"a whole number from {least} to {int.MaxValue}"),
    };

    private static Option<double?> Number(string name, string value, string description, Func<double, bool> is_allowed, string expected) => new(name)
    {
        Description = description,
        HelpName = value,
        CustomParser = Parsing.One<double?>(text => Parsing.Number(text) is { } number && double.IsFinite(number) && is_allowed(number) ? number : null, expected),
    };

    private static Option<TEnum?> Choice<TEnum>(string name, string description) where TEnum : struct, Enum
    {
        Dictionary<string, TEnum> choices = Enum.GetValues<TEnum>().ToDictionary(value => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}"));
        return new(name)
        {
            Description = description,
            HelpName = string.Join('|', choices.Keys),
            CustomParser = Parsing.One<TEnum?>(text => choices.TryGetValue(text, out TEnum value) ? value : null, string.Join(" or ", choices.Keys)),
        };
    }

    // A list that is not given is an empty one.
    private static T[]? Given<T>(ParseResult parsed, Option<T[]?> list) => parsed.GetValue(list) is { Length: > 0 } given ? given : null;

    // What a table of labels calls them; only a table of text does not tell.
    private static string LabelsOf(string source, TableOptions options)
    {
        using Table table = Tables.Open(source, options);
        string[] names = [.. table.Columns.Select(column => column.Name)];
        bool tells = MadeTables.Names.Contains(source) || names[^1] == "label" || names[^1] == (options.LabelsArray ?? "y");
        return tells ? names[^1] : throw new InputException($"--target: name the column of {source} to predict: {string.Join(", ", names)}.");
    }
}
