using System.ComponentModel;
using System.Diagnostics;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Judging;
using Trace = Ledger.Traces.Trace;

namespace Comparison.Tests.Ledger.Files;

/// <summary>Trace files between this project and Python; skipped where no python3 with NumPy is found.</summary>
[TestClass]
public sealed class PythonTests
{
    private static readonly Lazy<string?> Python = new(() => new[] { "python3", "python", "/usr/bin/python3" }.FirstOrDefault(program => Run(program, ".", "import numpy") is null));

    [TestMethod]
    [DataRow(1, "3 inputs, 4 relu, 1 sigmoid")]
    [DataRow(2, "4 inputs, 5 relu, 6 tanh, 3 softmax")]
    public void The_lines_in_the_documentation_write_a_trace_that_is_judged_clean(int block, string network)
    {
        string document = File.ReadAllText(Path.Combine(Recordings.Root, "docs", "trace-file.md"));
        string lines = document.Split("```python\n")[block].Split("```")[0];
        using var folder = new TemporaryFolder();

        RunPython(folder, lines);

        Trace trace = TraceFile.Read(folder.File("mine.npz"));
        Assert.AreEqual(network, $"{trace.Network}");
        Assert.IsGreaterThan(1, trace.Steps.Count);
        Judgement judgement = Judge.Compare(trace, trace);
        Assert.AreEqual(Verdict.Identical, judgement.Verdict, judgement.Reason);
    }

    [TestMethod]
    public void NumPy_reads_what_is_written_and_saves_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
        {
            Trace trace = Traces.Small(format) with { NotComputed = new Dictionary<string, string> { ["dL_doutput"] = "taken from the logits" } };
            TraceFile.Write(folder.File("ours.npz"), trace);

            RunPython(folder, "import numpy; numpy.savez('theirs.npz', **numpy.load('ours.npz'))");

            Traces.AreSame(trace, TraceFile.Read(folder.File("theirs.npz")));
        }
    }

    [TestMethod]
    public void Python_reads_the_JSON_and_writes_it_with_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        Trace trace = Traces.Small(FloatFormat.Float32);
        TraceFile.Write(folder.File("ours.json"), trace);

        RunPython(folder, "import json; json.dump(json.load(open('ours.json')), open('theirs.json', 'w'))");

        Traces.AreSame(trace, TraceFile.Read(folder.File("theirs.json")));
    }

    private static void RunPython(TemporaryFolder folder, string program)
    {
        if (Python.Value is not { } python)
            Assert.Inconclusive("No python3 with NumPy was found.");
        else
            Assert.IsNull(Run(python, folder.Path, program));
    }

    // What went wrong; null if nothing did.
    private static string? Run(string python, string folder, string program)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", program]) { WorkingDirectory = folder, RedirectStandardError = true })!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : errors;
        }
        catch (Win32Exception error)
        {
            return error.Message;
        }
    }
}
