using System.Text.Json.Serialization;

namespace DataSets.Preparing;

/// <summary>A column of texts: an input for each text, 1 where the cell is that text and 0 elsewhere.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Texts">The texts of the training rows, in ordinal order.</param>
/// <param name="Fill">What takes the place of a missing text; if there is nothing, it is refused.</param>
public sealed record TextColumn(string Name, IReadOnlyList<string> Texts, string? Fill) : PreparedColumn(Name)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames => [.. Texts.Select(text => $"{Name}={text}")];
}
