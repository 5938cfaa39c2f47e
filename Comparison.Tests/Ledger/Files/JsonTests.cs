using System.Text;
using System.Text.Json.Nodes;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>What people and programs may write as JSON, and what is refused in one line.</summary>
[TestClass]
public sealed class JsonTests
{
    private static readonly Trace Small32 = Traces.Small(FloatFormat.Float32);

    [TestMethod]
    public void The_example_in_the_documentation_is_a_trace()
    {
        string document = File.ReadAllText(Path.Combine(Recordings.Root, "docs", "trace-file.md"));
        Trace trace = Read(Encoding.UTF8.GetBytes(document.Split("```json\n")[1].Split("```")[0]));
        Assert.AreEqual("my loop", trace.Side);
        Assert.AreEqual((double)MathF.Log(2), trace.Read("loss", 1)!.Values[0]);
    }

    [TestMethod]
    public void Numbers_are_rounded_to_the_dtype()
    {
        JsonObject json = Json();
        json["learning_rate"] = 0.1;
        json["inputs"]![0]![0] = 0.1;
        Trace read = Read(json);
        Assert.AreEqual((double)0.1f, read.LearningRate);
        Assert.AreEqual((double)0.1f, read.Inputs.Values[0]);
    }

    [TestMethod]
    public void Fields_may_stand_in_any_order_and_columns_may_be_lists()
    {
        JsonObject json = Json(), reversed = [];
        json["labels"] = Column(json["labels"]!);
        json["start"]!["output_weights"] = Column(json["start"]!["output_weights"]!);
        json["start"]!["output_bias"] = Small32.Start["output_bias"].Values[0];
        json["steps"]![1]!["output"] = Column(json["steps"]![1]!["output"]!);
        foreach (var (name, value) in json.Reverse())
            reversed[name] = value?.DeepClone();
        Traces.AreSame(Small32, Read(reversed));

        static JsonArray Column(JsonNode rows) => [.. rows.AsArray().Select(row => row![0]!.DeepClone())];
    }

    [TestMethod]
    public void What_is_not_computed_may_be_a_list_without_reasons()
    {
        JsonObject json = Json();
        json["not_computed"] = new JsonArray("dL_doutput");
        CollectionAssert.AreEqual(new[] { "dL_doutput" }, Read(json).NotComputed.Keys.ToArray());
        json.Remove("not_computed");
        Assert.IsEmpty(Read(json).NotComputed);
    }

    [TestMethod]
    public void The_side_is_the_file_where_the_file_is_silent_and_other_fields_are_left_alone()
    {
        JsonObject json = Json();
        json.Remove("side");
        json.Remove("loss_formula");
        json["epochs"] = new JsonArray(null, true, new JsonObject());
        Traces.AreSame(Small32 with { Side = "trace.json" }, Read(json));
    }

    [TestMethod]
    public void A_step_without_rows_takes_the_samples_in_order_and_an_empty_step_is_one()
    {
        JsonObject json = Json();
        json["steps"] = new JsonArray(new JsonObject(), new JsonObject(), new JsonObject());
        string[] batches = [.. Read(json).Steps.Select(step => string.Join(",", step.Rows))];
        CollectionAssert.AreEqual(new[] { "0,1", "2,3", "4" }, batches);
    }

    [TestMethod]
    public void A_byte_order_mark_is_skipped() =>
        Traces.AreSame(Small32, Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json().ToJsonString())]));

    [TestMethod]
    [DataRow("inputs", "missing")]
    [DataRow("labels", "missing")]
    [DataRow("learning_rate", "missing")]
    [DataRow("batch_size", "missing")]
    [DataRow("start", "start.hidden_weights, start.hidden_bias, start.output_weights, start.output_bias: missing")]
    [DataRow("format", "scratch-vs-keras trace")]
    [DataRow("version", "must be 1")]
    [DataRow("dtype", "\"float32\" or \"float64\"")]
    public void A_missing_root_is_refused_by_its_name(string field, string says)
    {
        JsonObject json = Json();
        json.Remove(field);
        Refuses(json, field, says);
    }

    [TestMethod]
    [DataRow("format", "\"another\"", "format", "scratch-vs-keras trace")]
    [DataRow("version", "2", "version", "must be 1")]
    [DataRow("version", "\"1\"", "version", "must be 1")]
    [DataRow("dtype", "\"float16\"", "dtype", "\"float32\" or \"float64\"")]
    [DataRow("dtype", "32", "dtype", "text")]
    [DataRow("side", "\"a\\nb\"", "side", "control character")]
    [DataRow("side", "null", "side", "text")]
    [DataRow("loss_formula", "\"hinge\"", "loss_formula", "\"document\"")]
    [DataRow("not_computed", "\"loss\"", "not_computed", "list of names")]
    [DataRow("not_computed", "[1]", "not_computed", "text")]
    [DataRow("not_computed", "[\"loss\", \"loss\"]", "not_computed", "loss twice")]
    [DataRow("learning_rate", "\"NaN\"", "learning_rate", "NaN")]
    [DataRow("learning_rate", "1e39", "learning_rate", "beyond the largest float32")]
    [DataRow("learning_rate", "1e999", "learning_rate", "beyond the largest float32")]
    [DataRow("learning_rate", "[0.1, 0.2]", "learning_rate", "(2,)")]
    [DataRow("batch_size", "0", "batch_size", "whole number from 1")]
    [DataRow("batch_size", "1.5", "batch_size", "whole number")]
    [DataRow("batch_size", "\"2\"", "batch_size", "text")]
    [DataRow("batch_size", "\"NaN\"", "batch_size", "text")]
    [DataRow("inputs", "[[1, 2, 3], [4, 5]]", "inputs", "differ in length at row 1")]
    [DataRow("inputs", "[[1, 2, 3], 4]", "inputs", "differ in length at row 1")]
    [DataRow("inputs", "[[1, 2, null]]", "inputs", "null")]
    [DataRow("inputs", "[[1, 2, \"3\"]]", "inputs", "\"3\" is text")]
    [DataRow("inputs", "[[1, 2, {}]]", "inputs", "an object")]
    [DataRow("inputs", "[[1, 2, true]]", "inputs", "true or false")]
    [DataRow("inputs", "[[[1, 2, 3]]]", "inputs", "two dimensions")]
    [DataRow("inputs", "[[1, 2]]", "(samples, 3)", "(1, 2)")]
    [DataRow("inputs", "[]", "(samples, 3)", "(0,)")]
    [DataRow("labels", "[1, 0]", "labels", "(5, 1)", "(2,)")]
    [DataRow("start", "[]", "start", "object of arrays")]
    [DataRow("start", "{\"weights\": 1}", "start.weights", "is no parameter")]
    [DataRow("steps", "{}", "steps", "list of steps")]
    [DataRow("steps", "[{}, 1]", "step 2", "object of arrays")]
    [DataRow("steps", "[{\"rows\": [7]}]", "step 1, rows", "from 0 to 4")]
    [DataRow("steps", "[{}, {\"loss\": \"low\"}]", "step 2, loss", "\"low\" is text")]
    [DataRow("steps", "[{\"\": 1}]", "step 1", "its name is empty")]
    [DataRow("loss", "1", "loss", "belongs to a step")]
    [DataRow("1/loss", "1", "1/loss", "without a slash")]
    public void A_field_that_cannot_be_used_is_refused(string field, string value, params string[] words)
    {
        JsonObject json = Json();
        json[field] = JsonNode.Parse(value);
        Refuses(json, words);
    }

    [TestMethod]
    [DataRow("{\"format\": 1, \"format\": 2}", "format", "twice")]
    [DataRow("{\"start\": {}, \"start\": {}}", "start", "twice")]
    [DataRow("{\"steps\": [], \"steps\": []}", "steps", "twice")]
    [DataRow("{\"steps\": [{\"loss\": 1, \"loss\": 1}]}", "step 1, loss", "twice")]
    [DataRow("{\"a\\ud800\": 1}", "no UTF-8")]
    [DataRow("{\"inputs\": [NaN]}", "line 1, byte 13", "\"NaN\"")]
    [DataRow("{}\n{}", "line 2")]
    [DataRow("{\"inputs\": [1,", "cut short")]
    [DataRow("[]", "no JSON object")]
    [DataRow("   ", "cut short")]
    [DataRow("", "empty")]
    public void Text_that_is_no_trace_is_refused(string text, params string[] words) =>
        Traces.IsRefused(() => Read(Encoding.UTF8.GetBytes(text)), ["trace.json", .. words]);

    [TestMethod]
    public void An_array_that_the_shapes_do_not_call_for_is_refused()
    {
        JsonObject json = Json();
        json["steps"]![0]!["gradients"] = new JsonArray([.. Enumerable.Repeat(0, 1_100_000).Select(zero => JsonValue.Create(zero))]);
        Refuses(json, "step 1, gradients", "far more numbers");
    }

    private static JsonObject Json()
    {
        using var folder = new TemporaryFolder();
        TraceFile.Write(folder.File("trace.json"), Small32);
        return JsonNode.Parse(File.ReadAllBytes(folder.File("trace.json")))!.AsObject();
    }

    private static Trace Read(JsonObject json) => Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static Trace Read(byte[] text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("trace.json"), text);
        return TraceFile.Read(folder.File("trace.json"));
    }

    private static void Refuses(JsonObject json, params string[] words) => Traces.IsRefused(() => Read(json), ["trace.json", .. words]);
}
