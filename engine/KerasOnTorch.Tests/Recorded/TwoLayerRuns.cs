using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KerasOnTorch.Tests.Recorded;

/// <summary>Recorded runs of two dense layers that say so in words, written as those that describe their network.</summary>
internal static class TwoLayerRuns
{
    /// <summary>A run of fit with weights or a validation split.</summary>
    public static JsonElement Weighting(JsonElement run)
    {
        string kind = run.GetProperty("kind").GetString()!;
        int hidden = run.GetProperty("start").GetProperty("hidden_bias").GetArrayLength();
        JsonObject described = Described(run, run.GetProperty("inputs")[0].GetArrayLength(), hidden, 1, "sigmoid", "BinaryCrossentropy", "SGD", "accuracy");
        described["inputs"] = Node(run.GetProperty("inputs"));
        described["labels"] = Node(run.GetProperty("labels"));
        described["fit"] = new JsonObject { [kind] = Node(run.GetProperty(kind)) };
        foreach (string weights in new[] { "start", "after" })
            described[weights] = new JsonArray([.. TwoLayers.WeightNames.Select(name => Node(run.GetProperty(weights).GetProperty(name)))]);
        return JsonSerializer.SerializeToElement(described);
    }

    /// <summary>A run on a table, its columns standardised and its rows put in the recorded order.</summary>
    public static JsonElement Table(JsonElement run)
    {
        double[][] rows = [.. File.ReadLines(RecordedRuns.PathOfTable(run.GetProperty("dataset").GetString()!)).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), number => double.Parse(number, CultureInfo.InvariantCulture)))];
        int columns = rows[0].Length - 1;
        double[][] x = Standardised(rows, columns);
        int[] order = [.. run.GetProperty("order").EnumerateArray().Select(each => each.GetInt32())];
        string kind = run.GetProperty("kind").GetString()!;
        int outputs = kind == "classes" ? (int)rows.Max(row => row[columns]) + 1 : 1;
        double divisor = run.GetProperty("target_divided_by").GetDouble();
        (string activation, string loss) = kind switch
        {
            "binary" => ("sigmoid", "BinaryCrossentropy"),
            "classes" => ("softmax", "SparseCategoricalCrossentropy"),
            "regression" => ("linear", "MeanSquaredError"),
            _ => throw new AssertFailedException($"The kind of table '{kind}' is not known to this test."),
        };
        JsonObject described = Described(
            run, columns, run.GetProperty("hidden").GetInt32(), outputs, activation, loss, run.GetProperty("optimizer").GetString()!, kind == "regression" ? "mae" : "accuracy");
        described["inputs"] = new JsonArray([.. order.Select(row => new JsonArray([.. x[row].Select(number => (JsonNode)number)]))]);
        described["labels"] = kind == "classes"
            ? new JsonArray([.. order.Select(row => (JsonNode)(int)rows[row][columns])])
            : new JsonArray([.. order.Select(row => new JsonArray((double)(float)(rows[row][columns] / divisor)))]);
        described["start"] = Node(run.GetProperty("start"));
        described["after"] = Node(run.GetProperty("after"));
        return JsonSerializer.SerializeToElement(described);
    }

    private static JsonObject Described(
        JsonElement run, int inputs, int hidden, int outputs, string activation, string loss, string optimizer, string metric) => new()
        {
            ["dtype"] = Node(run.GetProperty("dtype")),
            ["architecture"] = new JsonArray(
                new JsonObject { ["layer"] = "Input", ["config"] = new JsonObject { ["shape"] = new JsonArray(inputs) } },
                new JsonObject { ["layer"] = "Dense", ["config"] = new JsonObject { ["units"] = hidden, ["activation"] = "relu" } },
                new JsonObject { ["layer"] = "Dense", ["config"] = new JsonObject { ["units"] = outputs, ["activation"] = activation } }),
            ["loss"] = new JsonObject { ["class"] = $"losses.{loss}", ["config"] = new JsonObject() },
            ["optimizer"] = new JsonObject { ["class"] = $"optimizers.{optimizer}", ["config"] = new JsonObject { ["learning_rate"] = Node(run.GetProperty("learning_rate")) } },
            ["metrics"] = new JsonArray(metric),
            ["batch_size"] = Node(run.GetProperty("batch_size")),
            ["epochs"] = Node(run.GetProperty("epochs")),
            ["history"] = Node(run.GetProperty("history")),
        };

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    /// <summary>By column mean 0 and population standard deviation 1, a constant column 0, rounded to float.</summary>
    private static double[][] Standardised(double[][] rows, int columns)
    {
        double[] means = [.. Enumerable.Range(0, columns).Select(column => rows.Average(row => row[column]))];
        double[] deviations = [.. Enumerable.Range(0, columns).Select(column => Math.Sqrt(rows.Average(row => Math.Pow(row[column] - means[column], 2))))];
        return Array.ConvertAll(rows, row => Enumerable.Range(0, columns)
            .Select(column => (double)(float)((row[column] - means[column]) / (deviations[column] == 0 ? 1 : deviations[column]))).ToArray());
    }
}
