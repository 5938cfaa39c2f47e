namespace KerasVersion.Tracing;

/// <summary>
/// The document's names for the quantities of one layer. A single hidden layer is "hidden"; where there are several they are
/// counted from the inputs: "hidden1", "hidden2".
/// </summary>
/// <param name="layer">The layer, from 0.</param>
/// <param name="layers">How many there are, the output layer included.</param>
internal sealed class LayerNames(int layer, int layers)
{
    private readonly bool is_output = layer == layers - 1;
    private readonly string name = layer == layers - 1 ? "output" : layers == 2 ? "hidden" : $"hidden{layer + 1}";

    public string Input => $"{name}_layer_input";

    public string Output => is_output ? "output" : $"{name}_layer_output";

    public string OutputGradient => is_output ? "dL_doutput" : $"dL_d{name}_output";

    public string InputGradient => is_output ? "dL_dz_out" : $"dL_dz_{name}";

    /// <summary>The kernel and the bias, as Keras orders them.</summary>
    public IEnumerable<string> Parameters => [$"{name}_weights", $"{name}_bias"];
}
