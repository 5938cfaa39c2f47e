using System.IO.Compression;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>Each bad .npz is refused in one line that names the file, the place and the remedy.</summary>
[TestClass]
public sealed class NpzErrorTests
{
    private static readonly Trace Small32 = Traces.Small(FloatFormat.Float32);

    [TestMethod]
    [DataRow("inputs", "<f4", "(5, 4)", 20, "(samples, 3)", "(5, 4)")]
    [DataRow("inputs", "<f4", "(4,)", 4, "(samples, 3)", "(4,)")]
    [DataRow("inputs", "<f4", "(0, 3)", 0, "(samples, 3)", "(0, 3)")]
    [DataRow("labels", "<f4", "(4, 1)", 4, "(5, 1)", "(4, 1)")]
    [DataRow("labels", "<f4", "(1, 5)", 5, "(5, 1)", "(1, 5)")]
    [DataRow("start/hidden_weights", "<f4", "(12,)", 12, "(inputs, hidden units)", "(12,)")]
    [DataRow("start/hidden_weights", "<f4", "(3, 0)", 0, "(inputs, hidden units)", "(3, 0)")]
    [DataRow("start/hidden_bias", "<f4", "(3,)", 3, "(4,)", "(3,)")]
    [DataRow("start/output_weights", "<f4", "(1, 4)", 4, "(4, 1)", "(1, 4)")]
    [DataRow("start/output_bias", "<f4", "(2,)", 2, "(1,)", "(2,)")]
    [DataRow("learning_rate", "<f4", "(2,)", 2, "()", "(2,)")]
    [DataRow("batch_size", "<i8", "(2,)", 2, "()", "(2,)")]
    [DataRow("2/rows", "<i8", "(2, 2)", 4, "(batch,)", "(2, 2)")]
    [DataRow("2/rows", "<i8", "(0,)", 0, "lists no row", "at least one")]
    [DataRow("2/loss", "<f4", "(1, 1, 1)", 1, "more than two dimensions", "reshape")]
    [DataRow("2/loss", "<f4", "(99999999999, 1)", 1, "99999999999", "no shape")]
    public void A_wrong_shape_is_refused_with_what_was_expected_and_what_came(string name, string dtype, string shape, int count, string expected, string came)
    {
        Npz npz = Npz.Of(Small32);
        npz[name] = Npz.Numbers(dtype, shape, Enumerable.Repeat(1.0, count));
        Refuses(npz, name, expected, came);
    }

    [TestMethod]
    [DataRow("1/loss", "<f8", "float64", "float32")]
    [DataRow("inputs", "<f8", "float64", "float32")]
    [DataRow("start/hidden_weights", "<f2", "float16", "float32 or float64")]
    [DataRow("start/hidden_weights", "<i4", "int32", "float32 or float64")]
    [DataRow("1/loss", "<c8", "complex64", "float32")]
    [DataRow("1/loss", "<U1", "text", "float32")]
    [DataRow("1/loss", "|S4", "text", "float32")]
    [DataRow("1/loss", "|V4", "dtype V4", "float32")]
    [DataRow("1/loss", "|O", "Python objects", "never read")]
    [DataRow("1/loss", "|O8", "Python objects", "never read")]
    [DataRow("1/loss", "float", "dtype float", "float32")]
    [DataRow("batch_size", "<f8", "float64", "integers")]
    [DataRow("batch_size", "|b1", "bool", "integers")]
    [DataRow("2/rows", "<f4", "float32", "integers")]
    [DataRow("side", "<f4", "float32", "text")]
    [DataRow("not_computed", "<i8", "int64", "text")]
    public void A_wrong_dtype_is_refused_with_the_array_and_the_dtype(string name, string dtype, string found, string remedy)
    {
        Npz npz = Npz.Of(Small32);
        string shape = name == "inputs" ? "(5, 3)" : name == "start/hidden_weights" ? "(3, 4)" : name is "2/rows" or "not_computed" ? "(1,)" : "()";
        int count = name == "inputs" ? 15 : name == "start/hidden_weights" ? 12 : 1;
        int size = dtype.Any(char.IsDigit) ? int.Parse(dtype[2..]) * (dtype[1] == 'U' ? 4 : 1) : 8;
        npz[name] = Npz.Npy(dtype, shape, new byte[count * size]);
        Refuses(npz, name, found, remedy);
    }

    [TestMethod]
    public void The_refusal_in_the_documentation_is_what_is_said()
    {
        Npz npz = Npz.Of(Small32);
        npz["3/loss"] = Npz.Numbers("<f8", "()", 1);
        string said = Assert.ThrowsExactly<TraceFileException>(() => npz.Read()).Message;
        Assert.Contains(said[said.IndexOf("3/loss", StringComparison.Ordinal)..], File.ReadAllText(Path.Combine(Recordings.Root, "docs", "trace-file.md")));
    }

    [TestMethod]
    [DataRow("inputs")]
    [DataRow("labels")]
    [DataRow("learning_rate")]
    [DataRow("batch_size")]
    [DataRow("start/hidden_weights")]
    [DataRow("start/hidden_bias")]
    [DataRow("start/output_weights")]
    [DataRow("start/output_bias")]
    public void A_missing_root_is_refused_by_its_name(string name)
    {
        Npz npz = Npz.Of(Small32);
        npz[name] = null;
        Refuses(npz, $"{name}: missing");
    }

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    [DataRow(1e39)]
    public void A_learning_rate_that_is_not_finite_in_the_dtype_is_refused(double rate)
    {
        Npz npz = Npz.Of(Small32);
        npz["learning_rate"] = Npz.Numbers("<f8", "()", rate);
        Refuses(npz, "learning_rate", "finite in float32", double.IsNaN(rate) ? "NaN" : "Infinity");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-3)]
    [DataRow(3_000_000_000)]
    public void A_batch_size_below_one_or_beyond_reason_is_refused(long size)
    {
        Npz npz = Npz.Of(Small32);
        npz["batch_size"] = Npz.Numbers("<i8", "()", size);
        Refuses(npz, "batch_size", "whole number from 1", size.ToString());
    }

    [TestMethod]
    [DataRow("<i8", -1, "-1")]
    [DataRow("|i1", -1, "-1")]
    [DataRow("<i8", 5, "5")]
    [DataRow("<u8", 1.8e19, "1.8E+19")]
    public void A_row_that_is_not_there_is_refused(string dtype, double row, string came)
    {
        Npz npz = Npz.Of(Small32);
        npz["3/rows"] = Npz.Numbers(dtype, "(1,)", row);
        Refuses(npz, "3/rows", "from 0 to 4", $"got {came}");
    }

    [TestMethod]
    [DataRow("5/loss", "step 4 is missing")]
    [DataRow("0/loss", "0/loss")]
    [DataRow("01/loss", "01/loss")]
    [DataRow("-1/loss", "-1/loss")]
    [DataRow("step1/loss", "step1/loss")]
    [DataRow("99999999999/loss", "99999999999/loss")]
    [DataRow("1/", "1/")]
    [DataRow("loss", "belongs to a step")]
    [DataRow("rows", "belongs to a step")]
    [DataRow("start/weights", "is no parameter")]
    public void A_gap_in_the_steps_and_a_name_out_of_place_are_refused(string name, string says)
    {
        Npz npz = Npz.Of(Small32);
        npz[name] = Npz.Numbers("<f4", "()", 1);
        Refuses(npz, says);
    }

    [TestMethod]
    public void A_name_with_a_line_break_is_refused_in_one_line()
    {
        Npz npz = Npz.Of(Small32);
        npz["1/lo\nss"] = Npz.Numbers("<f4", "()", 1);
        Refuses(npz, "control character");
    }

    [TestMethod]
    public void A_member_that_is_there_twice_is_refused()
    {
        Npz npz = Npz.Of(Small32);
        npz.Add("2/loss", npz["2/loss"]!);
        Refuses(npz, "2/loss", "twice");
    }

    [TestMethod]
    public void Texts_that_cannot_be_names_are_refused()
    {
        Npz npz = Npz.Of(Small32);
        npz["side"] = Npz.Npy("<U1", "()", [10, 0, 0, 0]);
        Refuses(npz, "side", "control character");
        npz["side"] = Npz.Npy("<U1", "()", [0, 0xD8, 0, 0]);
        Refuses(npz, "side", "no text");
        npz["side"] = Npz.Npy("<U1", "(2,)", new byte[8]);
        Refuses(npz, "side", "one text");
        npz = Npz.Of(Small32);
        npz["loss_formula"] = Npz.Npy("<U1", "()", [65, 0, 0, 0]);
        Refuses(npz, "loss_formula", "\"A\"", "\"document\"");
        npz = Npz.Of(Small32);
        npz["not_computed_reasons"] = Npz.Npy("<U1", "(1,)", new byte[4]);
        Refuses(npz, "not_computed_reasons", "expected 0", "got 1");
        npz["not_computed"] = Npz.Npy("<U1", "(2,)", [65, 0, 0, 0, 65, 0, 0, 0]);
        npz["not_computed_reasons"] = null;
        Refuses(npz, "not_computed", "A twice");
        npz["not_computed"] = Npz.Npy("<U1", "(1, 1)", [65, 0, 0, 0]);
        Refuses(npz, "not_computed", "(1, 1)");
    }

    [TestMethod]
    public void An_unknown_version_and_a_member_that_is_no_array_are_refused()
    {
        Npz npz = Npz.Of(Small32);
        npz["1/loss"] = Npz.Npy("<f4", "()", Npz.Bytes("<f4", 1), version: 4);
        Refuses(npz, "1/loss", "version 4.0", "numpy.savez");
        npz["1/loss"] = "not an array, only text"u8.ToArray();
        Refuses(npz, "1/loss", "no NumPy array");
        npz["1/loss"] = Npz.Npy("<f4', 'descr': '<f8", "()", new byte[4]);
        Refuses(npz, "1/loss", "cannot be understood");
        npz["1/loss"] = [0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0x7F];
        Refuses(npz, "1/loss", "claims a header of 2147483647 bytes");
        npz["1/loss"] = [.. "\u0093"u8[1..], .. "NUMPY"u8, 1, 0];
        Refuses(npz, "1/loss", "cut short");
        npz["1/loss"] = Structured();
        Refuses(npz, "1/loss", "structured");

        static byte[] Structured()
        {
            byte[] header = "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (), }"u8.ToArray();
            return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, 0, 0, 0, 0];
        }
    }

    [TestMethod]
    public void A_shape_that_its_bytes_do_not_fill_is_refused_without_allocating_it()
    {
        foreach (string name in new[] { "inputs", "start/hidden_weights", "1/loss", "1/rows" })
        {
            Npz npz = Npz.Of(Small32);
            npz[name] = Npz.Numbers(name == "1/rows" ? "<i8" : "<f4", "(2147483647, 3)", [1, 2, 3]);
            RefusesCheaply(npz.ToBytes(), name, "(2147483647, 3)");
        }
    }

    [TestMethod]
    public void A_size_that_the_zip_only_claims_is_refused_without_allocating_it()
    {
        Npz npz = Npz.Of(Small32);
        npz["inputs"] = Npz.Numbers("<f4", "(300000000, 3)", [1, 2, 3]);
        uint size = (uint)(npz["inputs"]!.Length - 12 + 300_000_000L * 3 * 4);
        RefusesCheaply(Npz.ClaimSize(npz.ToBytes(), "inputs", size), "inputs", $"{size} bytes", "cannot hold");
    }

    [TestMethod]
    public void More_numbers_than_are_read_from_one_file_are_refused_without_allocating_them()
    {
        Npz npz = Npz.Of(Small32);
        byte[] some = new byte[1_200_000];
        new Random(1).NextBytes(some);
        npz["inputs"] = Npz.Npy("<f4", "(89478486, 3)", some);
        uint size = (uint)(npz["inputs"]!.Length - some.Length + 89_478_486L * 3 * 4);
        RefusesCheaply(Npz.ClaimSize(npz.ToBytes(), "inputs", size), "inputs", "268435456 numbers", "fewer steps");
    }

    [TestMethod]
    public void Real_bytes_that_the_shapes_do_not_call_for_are_refused_without_allocating_them()
    {
        Npz npz = Npz.Of(Small32);
        foreach (string name in new[] { "1/output", "1/gradients" })
        {
            npz[name] = Npz.Npy("<f4", "(20000000,)", new byte[80_000_000]);
            RefusesCheaply(npz.ToBytes(), name, "(20000000,)", "far more numbers");
            npz[name] = null;
        }
        npz["not_computed"] = Npz.Npy("<U1000000", "(20,)", new byte[80_000_000]);
        RefusesCheaply(npz.ToBytes(), "not_computed", "too long");
        npz["not_computed"] = Npz.Numbers("<U0", "(2000000000,)", []);
        RefusesCheaply(npz.ToBytes(), "not_computed", "too long");
    }

    [TestMethod]
    public void A_byte_that_changed_is_told_by_the_checksum_and_not_blamed_on_the_training()
    {
        byte[] bytes = Stored(Npz.Of(Small32));
        byte[] loss = BitConverter.GetBytes((float)Small32.Read("loss", 2)!.Values[0]);
        int at = bytes.AsSpan().IndexOf(loss);
        Assert.IsGreaterThan(0, at);
        bytes[at] ^= 1;
        Traces.IsRefused(() => Npz.Read(bytes), "2/loss", "damaged");
    }

    [TestMethod]
    public void A_file_that_is_no_zip_or_empty_is_refused()
    {
        Traces.IsRefused(() => Npz.Read([]), "trace.npz", "empty");
        Traces.IsRefused(() => Npz.Read([.. "just text"u8]), "trace.npz", "is a zip", "numpy.savez");
        Traces.IsRefused(() => Npz.Read([.. "P"u8]), "trace.npz", "cut short");
        Traces.IsRefused(() => Npz.Read(Npz.Numbers("<f4", "()", 1)), "trace.npz", "is a zip", "numpy.savez");
        Traces.IsRefused(() => new Npz().Read(), "trace.npz", "inputs, labels", "missing");
    }

    [TestMethod]
    public void A_file_that_is_not_there_or_has_another_ending_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("folder.json"));
        Traces.IsRefused(() => TraceFile.Read(folder.File("trace.npz")), "trace.npz", "there is no such");
        Traces.IsRefused(() => TraceFile.Read(folder.File("missing/trace.json")), "trace.json", "there is no such");
        Traces.IsRefused(() => TraceFile.Read(folder.File("trace.npy")), "trace.npy", ".npz", ".json");
        Traces.IsRefused(() => TraceFile.Read(folder.File("trace")), "trace", "no ending");
        Traces.IsRefused(() => TraceFile.Read(folder.File("folder.json")), "folder.json", "is a folder");
    }

    private static byte[] Stored(Npz npz)
    {
        var stored = new Npz { Compression = CompressionLevel.NoCompression };
        foreach (string name in npz.Names)
            stored.Add(name, npz[name]!);
        return stored.ToBytes();
    }

    private static void Refuses(Npz npz, params string[] words) => Traces.IsRefused(() => npz.Read(), ["trace.npz", .. words]);

    // Far less than any of the arrays: what a small trace and the zip's own buffers need.
    private static void RefusesCheaply(byte[] bytes, params string[] words)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("trace.npz"), bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Traces.IsRefused(() => TraceFile.Read(folder.File("trace.npz")), words);
        Assert.IsLessThan(10_000_000, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
