namespace DataSets.Preparing;

/// <summary>What of a table is learned, and how it is prepared.</summary>
public sealed record PreparationOptions
{
    /// <summary>The column to predict, by name or by number from 1.</summary>
    public required string Target { get; init; }

    /// <summary>The columns to predict it from; all others but those in <see cref="LeftOut"/> if not given.</summary>
    public IReadOnlyList<string>? Inputs { get; init; }

    /// <summary>Columns that are no inputs.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What becomes of missing values. A missing target is refused, unless its row is dropped.</summary>
    public MissingPolicy Missing { get; init; } = MissingPolicy.Refuse;

    /// <summary>Whether a text that the training rows did not have counts as none of theirs, instead of being refused.</summary>
    public bool IgnoreUnseen { get; init; }

    /// <summary>Whether columns of numbers are brought to mean 0 and deviation 1 by the training rows' numbers.</summary>
    public bool Standardize { get; init; }

    /// <summary>Whether prepared numbers are rounded to float32 also for a float64 training, as of a table that was prepared and saved in float32.</summary>
    public bool RoundToFloat32 { get; init; }

    /// <summary>What the target is.</summary>
    public TargetKind TargetKind { get; init; } = TargetKind.Auto;

    /// <summary>What a target that is a number is divided by.</summary>
    public double TargetDividedBy { get; init; } = 1;
}
