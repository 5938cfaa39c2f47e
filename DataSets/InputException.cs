namespace DataSets;

/// <summary>Something that a user gave cannot be used; the message is the one line that they are told.</summary>
/// <param name="message">Names the place and the remedy; line breaks in it, which may come from a file, become spaces.</param>
public sealed class InputException(string message) : Exception(message.ReplaceLineEndings(" "));
