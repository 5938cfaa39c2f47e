using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>Writes traces as JSON.</summary>
internal sealed class JsonTraceWriter
{
    // What is kept before it goes to the file.
    private const int MostPending = 1 << 16;

    private readonly Utf8JsonWriter json;

    private JsonTraceWriter(Utf8JsonWriter json) => this.json = json;

    /// <summary>Writes a trace.</summary>
    public static void Write(Stream file, Trace trace)
    {
        using var json = new Utf8JsonWriter(file, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        new JsonTraceWriter(json).Write(trace);
    }

    private void Write(Trace trace)
    {
        json.WriteStartObject();
        json.WriteString("format", JsonMembers.FormatName);
        json.WriteNumber("version", JsonMembers.Version);
        json.WriteString("dtype", trace.Format.Name);
        json.WriteString("side", trace.Side);
        json.WriteString("loss_formula", LossFormulas.Name(trace));
        if (!trace.Network.IsDocuments)
        {
            json.WritePropertyName(NetworkText.Member);
            NetworkText.Write(json, trace.Network, trace.LearningRate);
        }
        Array("learning_rate", new([], [trace.LearningRate]));
        json.WriteNumber("batch_size", trace.BatchSize);
        Array("inputs", trace.Inputs);
        Array("labels", trace.Labels);
        json.WriteStartObject("start");
        Arrays(trace.Start);
        json.WriteEndObject();
        json.WriteStartObject("not_computed");
        foreach (var (name, reason) in trace.NotComputed)
            json.WriteString(name, reason);
        json.WriteEndObject();
        json.WriteStartArray("steps");
        foreach (TraceStep step in trace.Steps)
        {
            json.WriteStartObject();
            json.WriteStartArray(TraceAssembly.Rows);
            foreach (int row in step.Rows)
                json.WriteNumberValue(row);
            json.WriteEndArray();
            Arrays(step.Recorded);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Arrays(IReadOnlyDictionary<string, NumberArray> arrays)
    {
        foreach (var (name, array) in arrays)
            Array(name, array);
    }

    private void Array(string name, NumberArray array)
    {
        json.WritePropertyName(name);
        if (array.Shape.Count == 2)
        {
            json.WriteStartArray();
            for (int row = 0; row < array.Rows; row++)
                Row(array.Values.AsSpan(row * array.Columns, array.Columns));
            json.WriteEndArray();
        }
        else if (array.Shape.Count == 1)
            Row(array.Values);
        else
            Number(array.Values[0]);
    }

    private void Row(ReadOnlySpan<double> values)
    {
        json.WriteStartArray();
        foreach (double value in values)
            Number(value);
        json.WriteEndArray();
        if (json.BytesPending > MostPending)
            json.Flush();
    }

    private void Number(double value)
    {
        if (value == 0 && double.IsNegative(value))
            json.WriteRawValue("-0.0"u8); // Python and others read -0 as the integer 0.
        else if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
