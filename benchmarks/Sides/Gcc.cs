using System.ComponentModel;
using System.Diagnostics;

namespace Benchmarks.Sides;

/// <summary>The C compiler of the machine, where it has one.</summary>
internal static class Gcc
{
    private static readonly Lazy<string?> version = new(() => Run(["--version"]) is (0, var text, _) ? text.Split('\n')[0].Trim() : null);

    /// <summary>The first line of its version; null where there is no gcc.</summary>
    public static string? Version => version.Value;

    /// <summary>Runs gcc.</summary>
    /// <returns>Its exit code and what it printed; null where there is none.</returns>
    public static (int ExitCode, string Output, string Error)? Run(IEnumerable<string> arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            return (process.ExitCode, output.Result, error.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
