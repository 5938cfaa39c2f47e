using System.Text.Json.Serialization;

namespace DataSets.Preparing;

/// <summary>A column of numbers: (number - mean) / deviation in 64 bits, or 0 where the deviation is 0.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Fill">What takes the place of a missing number; if there is nothing, it is refused.</param>
/// <param name="Mean">The mean of the training rows; 0 if the column is not standardised.</param>
/// <param name="Deviation">The population standard deviation of the training rows, 0 where all are alike; 1 if the column is not standardised.</param>
public sealed record NumberColumn(string Name, double? Fill, double Mean, double Deviation) : PreparedColumn(Name)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames => [Name];
}
