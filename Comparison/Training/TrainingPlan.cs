using System.Text.Json;
using System.Text.Json.Serialization;
using Comparison.Problems;
using DataSets;
using DataSets.Preparing;
using Ledger.Arithmetic;
using Ledger.Networks;

namespace Comparison.Training;

/// <summary>All that a training on a table is determined by: the same plan on the same table gives the same numbers.</summary>
public sealed record TrainingPlan
{
    private static readonly JsonSerializerOptions form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The table: a file, or the name of a made one.</summary>
    public required string Source { get; init; }

    /// <summary>How it is read.</summary>
    public TableOptions Reading { get; init; } = new();

    /// <summary>What of it is learned, and how it is prepared.</summary>
    public required PreparationOptions Preparation { get; init; }

    /// <summary>The share of rows that is held out; 0 for none.</summary>
    public double HeldOut { get; init; } = 0.2;

    /// <summary>Whether each class is held out by its share.</summary>
    public bool Stratify { get; init; }

    /// <summary>Units of each hidden layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [16];

    /// <summary>The hidden layers' activation.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The loss; chosen by the target if not given.</summary>
    public LossFunction? Loss { get; init; }

    /// <summary>How parameters follow their gradients.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>Step size, as asked for.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>The momentum of the optimizers that have one.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Rows a batch; the last batch of an epoch may be smaller.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Passes over the training rows.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>What the split, the start weights and the orders of rows come from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether each epoch takes the rows in another order, from the seed; otherwise as they stand.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>After how many epochs without a smaller loss training stops; null for never.</summary>
    public int? Patience { get; init; }

    /// <summary>Which sides train.</summary>
    public SideChoice Sides { get; init; }

    /// <summary>float32 or float64.</summary>
    public string Dtype { get; init; } = FloatFormat.Float32.Name;

    /// <summary>Where the sides record no more numbers than these, every step is judged; otherwise some are.</summary>
    public double MostTraced { get; init; } = 5e6;

    /// <summary>A checkpoint is written after so many epochs; null for not.</summary>
    public int? CheckpointEpochs { get; init; }

    /// <summary>A checkpoint is written after so many minutes; null for not.</summary>
    public double? CheckpointMinutes { get; init; }

    /// <summary>The dtype.</summary>
    [JsonIgnore]
    public FloatFormat Format => ProblemSource.Dtype(Dtype) ?? throw new InvalidOperationException($"{Dtype} is no dtype of a training.");

    /// <summary>The network that predicts a target.</summary>
    /// <param name="inputs">Inputs of a row.</param>
    /// <param name="target">What is predicted.</param>
    /// <exception cref="InputException">The loss that was asked for does not go with the target.</exception>
    public Network Network(int inputs, Target target)
    {
        int classes = target is ClassTarget of_classes ? of_classes.Classes.Count : 0;
        LossFunction loss = Loss ?? classes switch
        {
            0 => LossFunction.MeanSquaredError,
            2 => LossFunction.BinaryCrossentropy,
            _ => LossFunction.SparseCategoricalCrossentropy,
        };
        Layer output = (loss, classes) switch
        {
            (LossFunction.MeanSquaredError, 0) => new(1, Activation.Linear),
            (LossFunction.BinaryCrossentropy or LossFunction.MeanSquaredError, 2) => new(1, Activation.Sigmoid),
            (not LossFunction.BinaryCrossentropy, > 1) => new(classes, Activation.Softmax),
            _ => throw new InputException(
                $"--loss: {loss.Name()} does not go with the target \"{target.Name}\", which {(classes == 0 ? "is a number" : $"has {classes} classes")}; leave --loss out, and the one that goes with it is taken."),
        };
        Optimizer optimizer = Optimizer switch
        {
            OptimizerKind.Adam => new Adam(),
            OptimizerKind.Sgd => new GradientDescent(),
            _ => new GradientDescent(Momentum, Optimizer == OptimizerKind.Nesterov),
        };
        // What an optimizer remembers, Keras computes with some constants rounded to float32.
        return new(inputs, [.. Hidden.Select(units => new Layer(units, Activation)), output], loss, optimizer with { Float32Constants = optimizer.State.Count > 0 });
    }

    /// <summary>The plan as JSON; <see cref="FromJson"/> gives the same one.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, form);

    /// <summary>Reads a plan that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static TrainingPlan FromJson(string json) => JsonSerializer.Deserialize<TrainingPlan>(json, form) ?? throw new JsonException("there is no plan");
}
