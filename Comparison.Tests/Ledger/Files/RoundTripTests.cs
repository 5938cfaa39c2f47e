using System.Text.Json;
using CsCheck;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Formulas;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

[TestClass]
public sealed class RoundTripTests
{
    private static readonly double[] Special = [double.NegativeInfinity, double.PositiveInfinity, -0.0, 0, 1e-45f, float.MaxValue, -float.MinValue, 1 / 3f];

    [TestMethod]
    public void What_is_written_as_npz_is_read_with_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        HonestTraining.Any.Sample(trace => Traces.AreSame(trace, WrittenAndRead(folder.File("trace.npz"), trace)), iter: 300, threads: 1);
    }

    [TestMethod]
    public void What_is_written_as_JSON_is_read_with_the_same_bits_and_every_NaN_as_one()
    {
        using var folder = new TemporaryFolder();
        HonestTraining.Any.Sample(
            trace => Traces.AreSame(trace.Map(value => double.IsNaN(value) ? double.NaN : value), WrittenAndRead(folder.File("trace.json"), trace)),
            iter: 300, threads: 1);
    }

    [TestMethod]
    [DataRow("trace.npz")]
    [DataRow("trace.json")]
    public void Infinities_signed_zeros_and_denormals_survive(string name)
    {
        using var folder = new TemporaryFolder();
        foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
        {
            int next = 0;
            Trace trace = Traces.Small(format).Map(value => next++ % 2 == 0 ? value : Special[next / 2 % Special.Length]);
            Traces.AreSame(trace, WrittenAndRead(folder.File(name), trace));
        }
    }

    [TestMethod]
    [DataRow("trace.npz")]
    [DataRow("trace.json")]
    public void The_side_the_reasons_and_the_formula_of_the_loss_survive(string name)
    {
        using var folder = new TemporaryFolder();
        Trace trace = Traces.Small(FloatFormat.Float64) with
        {
            Side = "my \"own\" loop 🙂",
            Formulas = FormulaSet.EpsilonInsideLogarithms,
            NotComputed = new Dictionary<string, string> { ["dL_doutput"] = "taken from the logits", ["doutput_dz_out"] = "" },
        };
        Traces.AreSame(trace, WrittenAndRead(folder.File(name), trace));
    }

    [TestMethod]
    [DataRow("trace.npz")]
    [DataRow("trace.json")]
    public void Missing_extra_and_misshapen_quantities_are_kept_for_the_judge(string name)
    {
        using var folder = new TemporaryFolder();
        Trace trace = Traces.Small(FloatFormat.Float32);
        var recorded = new Dictionary<string, NumberArray>(trace.Steps[1].Recorded)
        {
            ["accuracy"] = new([], [0.5]),
            ["dL_dz_out"] = new([2, 2], [1, 2, 3, 4]),
            ["dL_doutput_weights"] = new([1, 4], [1, 2, 3, 4]),
            ["output"] = new([0], []),
        };
        recorded.Remove("hidden_bias");
        trace = trace with { Steps = [trace.Steps[0], trace.Steps[1] with { Recorded = recorded }, trace.Steps[2] with { Recorded = new Dictionary<string, NumberArray>() }] };
        Traces.AreSame(trace, WrittenAndRead(folder.File(name), trace));
    }

    [TestMethod]
    [DataRow("trace.npz")]
    [DataRow("trace.json")]
    public void A_trace_without_steps_is_read_as_one(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.IsEmpty(WrittenAndRead(folder.File(name), Traces.Small(FloatFormat.Float32) with { Steps = [] }).Steps);
    }

    [TestMethod]
    public void An_array_larger_than_any_buffer_survives_in_both_forms()
    {
        using var folder = new TemporaryFolder();
        Trace trace = HonestTraining.Train(FloatFormat.Float32, 300, 2, 201, 3, 1, 1, new(1, false, false, false));
        Traces.AreSame(trace, WrittenAndRead(folder.File("trace.npz"), trace));
        Traces.AreSame(trace, WrittenAndRead(folder.File("trace.json"), trace));
    }

    [TestMethod]
    public void The_same_trace_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (string ending in new[] { "npz", "json" })
        {
            TraceFile.Write(folder.File($"one.{ending}"), Traces.Small(FloatFormat.Float32));
            TraceFile.Write(folder.File($"other.{ending}"), Traces.Small(FloatFormat.Float32));
            CollectionAssert.AreEqual(File.ReadAllBytes(folder.File($"one.{ending}")), File.ReadAllBytes(folder.File($"other.{ending}")));
        }
    }

    [TestMethod]
    public void JSON_is_strict_and_widens_float32()
    {
        using var folder = new TemporaryFolder();
        Trace trace = Traces.Small(FloatFormat.Float32);
        TraceFile.Write(folder.File("trace.json"), trace);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(folder.File("trace.json")));
        JsonElement root = json.RootElement;
        Assert.AreEqual("scratch-vs-keras trace", root.GetProperty("format").GetString());
        Assert.AreEqual(1, root.GetProperty("version").GetInt32());
        Assert.AreEqual("float32", root.GetProperty("dtype").GetString());
        Assert.AreEqual(trace.Inputs.Values[4], root.GetProperty("inputs")[1][1].GetDouble());
        Assert.AreEqual(trace.Read("loss", 2)!.Values[0], root.GetProperty("steps")[1].GetProperty("loss").GetDouble());
    }

    [TestMethod]
    [DataRow("trace.npz")]
    [DataRow("trace.json")]
    public void A_file_that_is_there_is_replaced_and_nothing_is_left_beside_it(string name)
    {
        using var folder = new TemporaryFolder();
        Trace trace = Traces.Small(FloatFormat.Float64);
        folder.Write(name, "an older file");
        Traces.AreSame(trace, WrittenAndRead(folder.File(name), trace));
        Assert.HasCount(1, Directory.GetFileSystemEntries(folder.Path));
    }

    [TestMethod]
    public void A_file_that_cannot_be_written_is_refused_in_one_line_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Trace trace = Traces.Small(FloatFormat.Float64);
        Directory.CreateDirectory(folder.File("folder.npz"));
        Traces.IsRefused(() => TraceFile.Write(folder.File("folder.npz"), trace), "folder.npz", "is a folder");
        Traces.IsRefused(() => TraceFile.Write(folder.File("missing/trace.npz"), trace), "missing", "does not exist", "create it");
        Traces.IsRefused(() => TraceFile.Write(folder.File("trace.csv"), trace), "trace.csv", ".npz", ".json");
        Assert.HasCount(1, Directory.GetFileSystemEntries(folder.Path));
    }

    [TestMethod]
    public void A_trace_that_no_file_could_give_back_is_not_written()
    {
        using var folder = new TemporaryFolder();
        Trace trace = Traces.Small(FloatFormat.Float32);
        foreach (Trace other in new[]
        {
            trace with { LearningRate = 0.1 },
            trace with { Side = "two\nlines" },
            With(trace, "rows", new([], [1])),
            With(trace, "", new([], [1])),
            With(trace, "loss", new([1, 1, 1], [1])),
            With(trace, "loss", new([], [0.1])),
        })
            Assert.ThrowsExactly<ArgumentException>(() => TraceFile.Write(folder.File("trace.npz"), other));
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static Trace With(Trace trace, string quantity, NumberArray array) => trace with
    {
        Steps = [trace.Steps[0] with { Recorded = new Dictionary<string, NumberArray>(trace.Steps[0].Recorded) { [quantity] = array } }],
    };

    private static Trace WrittenAndRead(string file, Trace trace)
    {
        TraceFile.Write(file, trace);
        return TraceFile.Read(file);
    }
}
