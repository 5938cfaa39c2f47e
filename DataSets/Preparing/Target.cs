using System.Text.Json.Serialization;

namespace DataSets.Preparing;

/// <summary>How a column becomes labels.</summary>
/// <param name="Name">The column's name.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ClassTarget), "classes")]
[JsonDerivedType(typeof(NumberTarget), "number")]
public abstract record Target(string Name);
