namespace Ledger.Traces;

/// <summary>What an axis of a quantity counts.</summary>
public enum Axis
{
    /// <summary>One output unit.</summary>
    One,

    /// <summary>Inputs of the network.</summary>
    Inputs,

    /// <summary>Hidden units.</summary>
    Hidden,

    /// <summary>Rows of the step's batch.</summary>
    Batch,
}

/// <summary>A quantity of a training step, by the document's name.</summary>
/// <param name="Name">The document's name.</param>
/// <param name="Axes">What each of its dimensions counts; none for a scalar.</param>
public sealed record Quantity(string Name, params Axis[] Axes)
{
    /// <summary>The four parameters, which are also recorded as they stand at the start.</summary>
    public static IReadOnlyList<Quantity> Parameters { get; } =
    [
        new("hidden_weights", Axis.Inputs, Axis.Hidden),
        new("hidden_bias", Axis.Hidden),
        new("output_weights", Axis.Hidden, Axis.One),
        new("output_bias", Axis.One),
    ];

    /// <summary>Every quantity of a step in the order of cause; the parameters, last, as they stand after the update.</summary>
    public static IReadOnlyList<Quantity> All { get; } =
    [
        new("hidden_layer_input", Axis.Batch, Axis.Hidden),
        new("hidden_layer_output", Axis.Batch, Axis.Hidden),
        new("output_layer_input", Axis.Batch, Axis.One),
        new("output", Axis.Batch, Axis.One),
        new("loss"),
        new("dL_doutput", Axis.Batch, Axis.One),
        new("doutput_dz_out", Axis.Batch, Axis.One),
        new("dL_dz_out", Axis.Batch, Axis.One),
        new("dL_doutput_weights", Axis.Hidden, Axis.One),
        new("dL_doutput_bias", Axis.One),
        new("dL_dhidden_output", Axis.Batch, Axis.Hidden),
        new("dL_dz_hidden", Axis.Batch, Axis.Hidden),
        new("dL_dhidden_weights", Axis.Inputs, Axis.Hidden),
        new("dL_dhidden_bias", Axis.Hidden),
        .. Parameters,
    ];

    /// <summary>The quantity of a name; null if there is none.</summary>
    public static Quantity? Find(string name) => ByName.GetValueOrDefault(name);

    private static Dictionary<string, Quantity> ByName { get; } = All.ToDictionary(quantity => quantity.Name);

    /// <summary>The shape it must have.</summary>
    public int[] Shape(int inputs, int hidden, int batch) => [.. Axes.Select(axis => axis switch
    {
        Axis.One => 1,
        Axis.Inputs => inputs,
        Axis.Hidden => hidden,
        _ => batch,
    })];
}
