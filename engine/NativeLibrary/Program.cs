namespace NativeLibraryMending;

/// <summary>
/// <c>NativeLibrary SOURCE DESTINATION</c>: writes to DESTINATION a copy of the shared library SOURCE that loads with
/// this system's C++ runtime, or says that SOURCE needs no mending and leaves no DESTINATION.
/// </summary>
public static class Program
{
    private const int Done = 0;
    private const int Failed = 2;

    /// <summary>Runs the program for this system's C++ runtime.</summary>
    /// <returns>0 if SOURCE is mended or needs no mending, otherwise 2.</returns>
    public static int Main(string[] args) => Run(args, CppRuntime.DefinedVersions, Console.Out, Console.Error);

    /// <summary>Runs the program.</summary>
    /// <param name="args">SOURCE and DESTINATION.</param>
    /// <param name="definedVersions">Finds the versions that the C++ runtime defines.</param>
    /// <param name="output">Takes the line that says what was done.</param>
    /// <param name="error">Takes the line that says why nothing was done, in the form that MSBuild knows as an error.</param>
    /// <returns>0 if SOURCE is mended or needs no mending, otherwise 2.</returns>
    public static int Run(
        IReadOnlyList<string> args, Func<IReadOnlySet<string>> definedVersions, TextWriter output, TextWriter error)
    {
        if (args is not [{ Length: > 0 } source, { Length: > 0 } destination])
        {
            error.WriteLine("usage: NativeLibrary SOURCE DESTINATION");
            return Failed;
        }
        try
        {
            var weakened = MendedCopy.Write(source, destination, definedVersions());
            output.WriteLine(weakened.Count == 0
                ? $"{Path.GetFileName(source)} needs no mending: this system's C++ runtime has every version it asks for."
                : $"{Path.GetFileName(source)} mended: it asks for {string.Join(", ", weakened)}, which this system's "
                    + $"C++ runtime lacks and nothing in it uses. The copy is '{destination}'.");
            return Done;
        }
        catch (Exception exception) when (exception is UnusableLibraryException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"NativeLibrary: error: {exception.Message}");
            return Failed;
        }
    }
}
