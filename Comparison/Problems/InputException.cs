namespace Comparison.Problems;

/// <summary>Something that a user gave cannot be used; the message is the one line that they are told.</summary>
/// <param name="message">Names the place and the remedy.</param>
public sealed class InputException(string message) : Exception(message);
