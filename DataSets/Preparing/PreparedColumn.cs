using System.Text.Json.Serialization;

namespace DataSets.Preparing;

/// <summary>How a column becomes inputs of a network.</summary>
/// <param name="Name">The column's name.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NumberColumn), "number")]
[JsonDerivedType(typeof(TextColumn), "text")]
public abstract record PreparedColumn(string Name)
{
    /// <summary>The inputs that it becomes, by name.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> InputNames { get; }
}
