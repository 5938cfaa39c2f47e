namespace DataSets.Preparing;

/// <summary>A target of classes: a label is the class's place among them, so that two classes are 0 and 1.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Classes">The classes of the training rows: numbers in rising order, or texts in ordinal order.</param>
/// <param name="AreTexts">Whether the column holds texts.</param>
public sealed record ClassTarget(string Name, IReadOnlyList<string> Classes, bool AreTexts) : Target(Name);
