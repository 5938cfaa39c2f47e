namespace Scratch.Dense;

/// <summary>
/// The document's names for the quantities of one layer. A single hidden layer is "hidden"; where there are several they are
/// counted: "hidden1", "hidden2".
/// </summary>
internal sealed class Names
{
    /// <param name="layer">The layer, from 0.</param>
    /// <param name="layers">How many there are, the output layer included.</param>
    public Names(int layer, int layers)
    {
        bool is_output = layer == layers - 1;
        string name = is_output ? "output" : layers == 2 ? "hidden" : $"hidden{layer + 1}";
        Weights = $"{name}_weights";
        Bias = $"{name}_bias";
        Input = $"{name}_layer_input";
        Output = is_output ? "output" : $"{name}_layer_output";
        OutputDerivative = is_output ? "dL_doutput" : $"dL_d{name}_output";
        InputDerivative = is_output ? "dL_dz_out" : $"dL_dz_{name}";
    }

    public string Weights { get; }

    public string Bias { get; }

    public string Input { get; }

    public string Output { get; }

    public string OutputDerivative { get; }

    public string InputDerivative { get; }
}
