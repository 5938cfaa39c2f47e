using Ledger.Files;

namespace DataSets;

/// <summary>Something that a user gave cannot be used; the message is the one line that they are told.</summary>
/// <param name="message">Names the place and the remedy; control characters in it become spaces.</param>
public sealed class InputException(string message) : Exception(TraceFileException.OneLine(message));
