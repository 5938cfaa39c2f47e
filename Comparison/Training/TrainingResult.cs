using Comparison.Problems;
using Comparison.Studies;
using DataSets.Preparing;
using Ledger.Networks;

namespace Comparison.Training;

/// <summary>What a training came to.</summary>
public sealed record TrainingResult
{
    /// <summary>What was trained.</summary>
    public required TrainingPlan Plan { get; init; }

    /// <summary>How rows were prepared.</summary>
    public required Preparation Preparation { get; init; }

    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>Step size.</summary>
    public required LearningRate LearningRate { get; init; }

    /// <summary>Rows that were trained on.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Rows that were held out.</summary>
    public required int HeldOutRows { get; init; }

    /// <summary>The sides, Scratch first.</summary>
    public required IReadOnlyList<SideResult> Sides { get; init; }

    /// <summary>Whether training stopped early, and after which epoch the loss was smallest.</summary>
    public required EarlyStopping Stopping { get; init; }

    /// <summary>What the ledger says.</summary>
    public required TrainingVerdict Verdict { get; init; }

    /// <summary>How far the sides' weights ended apart, beside a twin's; null where twins say nothing.</summary>
    public TwinsResult? Twins { get; init; }

    /// <summary>The largest distance between the sides' losses of an epoch; null where one side trained.</summary>
    public double? LossGap { get; init; }

    /// <summary>The largest distance between Scratch's losses and the twin's.</summary>
    public double? TwinLossGap { get; init; }
}
