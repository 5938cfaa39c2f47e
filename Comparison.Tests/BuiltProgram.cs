using System.Diagnostics;

namespace Comparison.Tests;

/// <summary>One of the repository's programs as it was built, run as a process.</summary>
internal sealed record BuiltProgram(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a program that lies beside the tests, its output read through pipes.</summary>
    public static BuiltProgram Run(string name, params string[] arguments) => RunWith(new Dictionary<string, string>(), name, arguments);

    /// <summary>The same with some environment variables set besides.</summary>
    public static BuiltProgram RunWith(IReadOnlyDictionary<string, string> environment, string name, params string[] arguments) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), .. arguments], environment);

    /// <summary>Runs any program, in a folder if one is given.</summary>
    public static BuiltProgram Start(string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder = "")
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new(process.ExitCode, output.Result.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    /// <summary>Runs a program in a shell that first does something else: that limits it, say.</summary>
    public static BuiltProgram RunIn(string shell, string name, params string[] arguments) =>
        Start("sh", ["-c", $"{shell} exec dotnet \"$@\"", "sh", Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), .. arguments], new Dictionary<string, string>());

    /// <summary>Asserts that the program refused in one line on standard error, and printed nothing else.</summary>
    public void RefusedWith(string expected)
    {
        Assert.AreEqual(2, ExitCode, Error);
        Assert.AreEqual("", Output);
        Assert.AreEqual(1, Error.Count(c => c == '\n'), $"not one line: {Error}");
        StringAssert.Contains(Error, expected);
    }
}
