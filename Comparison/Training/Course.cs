using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comparison.Training;

/// <summary>How far a training has come, and what it came to so far; with the sides' states all that it goes on from.</summary>
public sealed class Course
{
    private static readonly JsonSerializerOptions form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        // A loss may be infinite.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
    };

    /// <summary>How many epochs are whole.</summary>
    public int Epoch { get; set; }

    /// <summary>How many rows of the next one were trained on: whole batches.</summary>
    public int Row { get; set; }

    /// <summary>How many steps each side has taken.</summary>
    public long Steps { get; set; }

    /// <summary>For each side, the sum over those rows of their losses.</summary>
    public Dictionary<string, double> LossSums { get; init; } = [];

    /// <summary>For each side, its whole epochs.</summary>
    public Dictionary<string, List<EpochNumbers>> History { get; init; } = [];

    /// <summary>For each side, how many seconds it has trained.</summary>
    public Dictionary<string, double> Seconds { get; init; } = [];

    /// <summary>For each side, what was judged on the way.</summary>
    public Dictionary<string, JudgedSteps> Judged { get; init; } = [];

    /// <summary>Whether training stops early.</summary>
    public EarlyStopping Stopping { get; set; } = new();

    /// <summary>It as JSON; <see cref="FromJson"/> gives the same.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, form);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static Course FromJson(string json) => JsonSerializer.Deserialize<Course>(json, form) ?? throw new JsonException("there is no course");
}
