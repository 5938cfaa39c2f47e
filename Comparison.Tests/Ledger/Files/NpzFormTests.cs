using System.IO.Compression;
using Ledger.Arithmetic;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>Every way in which NumPy, or a program like it, may save the same trace.</summary>
[TestClass]
public sealed class NpzFormTests
{
    private static readonly Trace Small32 = Traces.Small(FloatFormat.Float32);

    [TestMethod]
    [DataRow("<", (byte)1, false, CompressionLevel.NoCompression)]
    [DataRow(">", (byte)1, false, CompressionLevel.Fastest)]
    [DataRow("<", (byte)2, true, CompressionLevel.SmallestSize)]
    [DataRow(">", (byte)3, true, CompressionLevel.NoCompression)]
    public void Either_byte_order_either_order_of_axes_any_version_stored_or_deflated(string order, byte version, bool fortran, CompressionLevel compression)
    {
        foreach (FloatFormat format in new[] { FloatFormat.Float32, FloatFormat.Float64 })
        {
            Trace trace = Traces.Small(format);
            Npz written = Npz.Of(trace), other = new() { Compression = compression };
            foreach (string name in written.Names)
                other.Add(name, written[name]!);
            Array("inputs", trace.Inputs);
            Array("labels", trace.Labels);
            foreach (var (name, array) in trace.Start)
                Array($"start/{name}", array);
            for (int step = 1; step <= trace.Steps.Count; step++)
                foreach (var (name, array) in trace.Steps[step - 1].Recorded)
                    Array($"{step}/{name}", array);

            Traces.AreSame(trace, other.Read());

            void Array(string name, NumberArray array)
            {
                string dtype = order + (format == FloatFormat.Float32 ? "f4" : "f8");
                IEnumerable<double> values = fortran ? Columnwise(array) : array.Values;
                other[name] = Npz.Npy(dtype, NumberArray.Describe(array.Shape), Npz.Bytes(dtype, values), fortran, version);
            }
        }
    }

    [TestMethod]
    [DataRow("|i1")]
    [DataRow("|u1")]
    [DataRow("<i2")]
    [DataRow(">u2")]
    [DataRow(">i4")]
    [DataRow("<u4")]
    [DataRow(">i8")]
    [DataRow("<u8")]
    public void Rows_and_the_batch_size_are_integers_of_any_width(string dtype)
    {
        Npz npz = Npz.Of(Small32);
        npz["batch_size"] = Npz.Numbers(dtype, "()", 2);
        npz["2/rows"] = Npz.Numbers(dtype, "(2,)", 4, 1);
        Trace read = npz.Read();
        Assert.AreEqual(2, read.BatchSize);
        CollectionAssert.AreEqual(new[] { 4, 1 }, read.Steps[1].Rows.ToArray());
    }

    [TestMethod]
    public void Vectors_where_columns_are_meant_and_axes_of_length_one_are_lifted()
    {
        Npz npz = Npz.Of(Small32);
        Reshape("labels", Small32.Labels, "(5,)");
        Reshape("learning_rate", new([], [Small32.LearningRate]), "(1,)");
        Reshape("start/output_weights", Small32.Start["output_weights"], "(4,)");
        Reshape("start/output_bias", Small32.Start["output_bias"], "()");
        Reshape("start/hidden_bias", Small32.Start["hidden_bias"], "(1, 4)");
        foreach (var (name, shape) in new[]
        {
            ("output_layer_input", "(2,)"), ("output", "(2,)"), ("dL_doutput", "(2,)"), ("loss", "(1, 1)"), ("dL_doutput_weights", "(4,)"),
            ("dL_doutput_bias", "()"), ("dL_dhidden_bias", "(1, 4)"), ("hidden_bias", "(1, 4)"), ("output_weights", "(4,)"), ("output_bias", "(1, 1)"),
        })
            Reshape($"1/{name}", Small32.Read(name, 1)!, shape);
        npz["1/rows"] = Npz.Numbers("<i8", "(2, 1)", Small32.Steps[0].Rows.Select(row => (double)row));
        npz["batch_size"] = Npz.Numbers("<i8", "(1,)", 2);

        Traces.AreSame(Small32, npz.Read());

        void Reshape(string name, NumberArray array, string shape) => npz[name] = Npz.Numbers("<f4", shape, array.Values);
    }

    [TestMethod]
    public void A_vector_of_inputs_is_one_sample_or_one_input()
    {
        Trace one_sample = HonestTraining.Train(FloatFormat.Float32, 3, 4, 1, 1, 1, 1, new(1, false, false, false));
        Npz npz = Npz.Of(one_sample);
        npz["inputs"] = Npz.Numbers("<f4", "(3,)", one_sample.Inputs.Values);
        npz["1/hidden_layer_input"] = Npz.Numbers("<f4", "(4,)", one_sample.Read("hidden_layer_input", 1)!.Values);
        Traces.AreSame(one_sample, npz.Read());

        Trace one_input = HonestTraining.Train(FloatFormat.Float32, 1, 4, 3, 1, 1, 1, new(1, false, false, false));
        npz = Npz.Of(one_input);
        npz["inputs"] = Npz.Numbers("<f4", "(3,)", one_input.Inputs.Values);
        Traces.AreSame(one_input, npz.Read());
    }

    [TestMethod]
    public void A_row_in_place_of_a_column_is_kept_and_reported_by_the_judge()
    {
        Npz npz = Npz.Of(Small32);
        npz["1/dL_doutput_weights"] = Npz.Numbers("<f4", "(1, 4)", Small32.Read("dL_doutput_weights", 1)!.Values);
        QuantityJudgement judged = Judge.Quantities(npz.Read()).First(judged => judged.Verdict == Verdict.Unexplained);
        Assert.AreEqual(("dL_doutput_weights", 1), (judged.Quantity, judged.Step));
        Assert.Contains("(1, 4)", judged.Finding!.Explanation);
    }

    [TestMethod]
    public void A_learning_rate_saved_as_a_Python_float_is_rounded_to_the_dtype_of_the_training()
    {
        Npz npz = Npz.Of(Small32);
        npz["learning_rate"] = Npz.Numbers("<f8", "()", 0.1);
        Assert.AreEqual((double)0.1f, npz.Read().LearningRate);
    }

    [TestMethod]
    public void A_float32_learning_rate_of_a_float64_training_is_widened()
    {
        Npz npz = Npz.Of(Traces.Small(FloatFormat.Float64));
        npz["learning_rate"] = Npz.Numbers("<f4", "()", 0.1);
        Assert.AreEqual((double)0.1f, npz.Read().LearningRate);
    }

    [TestMethod]
    public void Labels_may_be_integers_or_truth_values()
    {
        foreach (string dtype in new[] { "<i8", "|b1" })
        {
            Npz npz = Npz.Of(Small32);
            npz["labels"] = Npz.Numbers(dtype, "(5,)", Small32.Labels.Values);
            Traces.AreSame(Small32, npz.Read());
        }
    }

    [TestMethod]
    public void Without_rows_the_batches_are_in_the_order_of_the_samples_and_the_last_of_an_epoch_is_smaller()
    {
        Trace trace = HonestTraining.Train(FloatFormat.Float32, 1, 1, 5, 2, 1, 1, new(1, false, false, false));
        Npz npz = Npz.Of(trace with { Steps = [.. Enumerable.Repeat(trace.Steps[0], 4)] });
        for (int step = 1; step <= 4; step++)
            npz[$"{step}/rows"] = null;
        string[] batches = [.. npz.Read().Steps.Select(step => string.Join(",", step.Rows))];
        CollectionAssert.AreEqual(new[] { "0,1", "2,3", "4", "0,1" }, batches);

        npz["batch_size"] = Npz.Numbers("<i8", "()", int.MaxValue);
        Assert.IsTrue(npz.Read().Steps.All(step => step.Rows.SequenceEqual([0, 1, 2, 3, 4])));
    }

    [TestMethod]
    public void The_side_is_the_file_and_nothing_is_declared_where_the_file_is_silent()
    {
        Npz npz = Npz.Of(Small32);
        foreach (string name in new[] { "side", "loss_formula", "not_computed", "not_computed_reasons" })
            npz[name] = null;
        Traces.AreSame(Small32 with { Side = "trace.npz" }, npz.Read());
    }

    [TestMethod]
    public void Names_that_are_not_computed_need_no_reason_and_an_empty_list_has_any_dtype()
    {
        Npz npz = Npz.Of(Small32);
        npz["not_computed_reasons"] = null;
        npz["not_computed"] = Npz.Npy(">U3", "(2,)", [.. Utf32BigEndian("one"), .. Utf32BigEndian("a"), 0, 0, 0, 0, 0, 0, 0, 0]);
        CollectionAssert.AreEquivalent(new[] { "one", "a" }, npz.Read().NotComputed.Keys.ToArray());

        npz["not_computed"] = Npz.Numbers("<f8", "(0,)", []);
        Assert.IsEmpty(npz.Read().NotComputed);
    }

    [TestMethod]
    public void Other_members_beside_the_steps_are_left_alone()
    {
        Npz npz = Npz.Of(Small32);
        npz["epochs"] = Npz.Npy("|O", "(3, 4, 5)", [1, 2, 3]);
        Traces.AreSame(Small32, npz.Read());
    }

    [TestMethod]
    public void The_keys_of_a_header_may_stand_in_any_order()
    {
        Npz npz = Npz.Of(Small32);
        byte[] header = "{'shape':(),'fortran_order':True,'descr':'<f4'}"u8.ToArray();
        npz["1/loss"] = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. BitConverter.GetBytes((float)Small32.Read("loss", 1)!.Values[0])];
        Traces.AreSame(Small32, npz.Read());
    }

    private static IEnumerable<byte> Utf32BigEndian(string text) => text.SelectMany(letter => new byte[] { 0, 0, 0, (byte)letter });

    private static IEnumerable<double> Columnwise(NumberArray array) =>
        from column in Enumerable.Range(0, array.Columns)
        from row in Enumerable.Range(0, array.Rows)
        select array.Values[row * array.Columns + column];
}
