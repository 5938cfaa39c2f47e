using System.Text.Json;
using System.Text.Json.Serialization;
using Benchmarks.Measuring;

namespace Benchmarks.Reports;

/// <summary>A report as JSON: the records' own fields in snake case.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public static string Text(Report report) => JsonSerializer.Serialize(report, options) + "\n";
}
