using System.ComponentModel;
using System.Diagnostics;

namespace Comparison.Tests;

/// <summary>Lines of Python, run where there is one.</summary>
internal static class PythonProgram
{
    /// <summary>Runs lines that need no package.</summary>
    /// <param name="folder">Where they run.</param>
    /// <param name="lines">The program.</param>
    /// <returns>What it printed; null where there is no Python 3.</returns>
    public static string? Run(string folder, string lines)
    {
        foreach (string program in new[] { "python3", "python", "/usr/bin/python3" })
            try
            {
                var start = new ProcessStartInfo(program, ["-c", lines]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
                using Process process = Process.Start(start)!;
                Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
                process.WaitForExit();
                Assert.AreEqual(0, process.ExitCode, errors.Result);
                return output.Result;
            }
            catch (Win32Exception)
            {
                // There is none of this name.
            }
        return null;
    }
}
