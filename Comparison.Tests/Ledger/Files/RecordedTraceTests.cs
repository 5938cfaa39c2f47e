using System.Text.Json;
using Ledger.Files;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>
/// Traces by NumPy, torch and Keras programs that share no code with this project, in reference/traces or in the folder of
/// the same form that the environment variable KERAS_TRACES names.
/// </summary>
[TestClass]
public sealed class RecordedTraceTests
{
    public static IEnumerable<object[]> Recorded
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "traces.json")));
            return [.. document.RootElement.GetProperty("traces").EnumerateArray().Select(item => new object[] { item.Text("file"), item.Clone() })];
        }
    }

    private static string Folder => Environment.GetEnvironmentVariable("KERAS_TRACES") is { Length: > 0 } other
        ? other
        : Path.Combine(Recordings.Root, "reference", "traces");

    [TestMethod]
    public void Every_recorded_file_is_listed() =>
        CollectionAssert.AreEquivalent(
            Directory.GetFiles(Folder, "*.npz").Select(Path.GetFileName).ToArray(), Recorded.Select(row => (string)row[0]).ToArray());

    [TestMethod]
    [DynamicData(nameof(Recorded))]
    public void A_recorded_trace_is_judged_as_what_it_is(string file, JsonElement recorded)
    {
        Trace trace = TraceFile.Read(Path.Combine(Folder, file));
        Assert.AreEqual(recorded.Text("dtype"), trace.Format.Name);
        Assert.HasCount((int)recorded.Number("steps"), trace.Steps);

        string? pair = recorded.TryGetProperty("pair", out JsonElement partner) ? partner.GetString() : null;
        Judgement judgement = Judge.Compare(trace, pair is null ? trace : TraceFile.Read(Path.Combine(Folder, pair)));
        Assert.AreEqual(recorded.Text("expect"), judgement.Agrees ? "agree" : judgement.Verdict.Name(), judgement.Reason);
        if (judgement.Agrees)
            return;
        // A pair differs in a root, which is the first cause whatever follows from it.
        JsonElement first = recorded.GetProperty("first");
        if (pair is not null)
            Assert.AreEqual(0, judgement.First!.Step, judgement.Reason);
        else
            Assert.AreEqual((first.Text("quantity"), (int)first.Number("step")), (judgement.First!.Quantity, judgement.First.Step), judgement.Reason);
    }
}
