namespace DataSets.Preparing;

/// <summary>A target that is a number: a label is the number divided by another.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="DividedBy">What it is divided by.</param>
public sealed record NumberTarget(string Name, double DividedBy) : Target(Name);
