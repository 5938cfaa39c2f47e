namespace NativeLibraryMending;

/// <summary>
/// A library that cannot be read or must not be mended. The message is one line for a person: it names the file and
/// says what is wrong with it.
/// </summary>
public sealed class UnusableLibraryException(string message) : Exception(message);
