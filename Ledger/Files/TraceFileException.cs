namespace Ledger.Files;

/// <summary>A trace file that cannot be read or written. The message is the one line that its owner is told.</summary>
/// <param name="message">Names the file, the place in it and the remedy; control characters in it become spaces.</param>
/// <param name="cause">What the system said, if it did.</param>
public sealed class TraceFileException(string message, Exception? cause = null) : Exception(OneLine(message), cause)
{
    /// <summary>A message in one line, whatever the names in it hold, which come from files: control characters become spaces.</summary>
    public static string OneLine(string message) =>
        string.Concat(message.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}
