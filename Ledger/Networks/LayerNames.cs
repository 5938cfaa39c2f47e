namespace Ledger.Networks;

/// <summary>The names of one layer's quantities.</summary>
public sealed record LayerNames
{
    private LayerNames(string weights, string bias, string sum, string output, string output_gradient, string sum_gradient)
    {
        Weights = weights;
        Bias = bias;
        Sum = sum;
        Output = output;
        OutputGradient = output_gradient;
        SumGradient = sum_gradient;
    }

    /// <summary>The output layer's.</summary>
    public static LayerNames OfOutput { get; } = new("output_weights", "output_bias", "output_layer_input", "output", "dL_doutput", "dL_dz_out");

    /// <summary>The kernel: (inputs, units).</summary>
    public string Weights { get; }

    /// <summary>The bias: (units).</summary>
    public string Bias { get; }

    /// <summary>What the activation is applied to: (batch, units).</summary>
    public string Sum { get; }

    /// <summary>What the layer gives: (batch, units).</summary>
    public string Output { get; }

    /// <summary>The loss's gradient with respect to <see cref="Output"/>: (batch, units).</summary>
    public string OutputGradient { get; }

    /// <summary>The loss's gradient with respect to <see cref="Sum"/>: (batch, units).</summary>
    public string SumGradient { get; }

    /// <summary>A hidden layer's: "hidden" where there is one, "hidden1", "hidden2" and so on where there are more.</summary>
    internal static LayerNames OfHidden(string name) =>
        new($"{name}_weights", $"{name}_bias", $"{name}_layer_input", $"{name}_layer_output", $"dL_d{name}_output", $"dL_dz_{name}");

    /// <summary>The name of a parameter's gradient.</summary>
    public static string GradientOf(string parameter) => $"dL_d{parameter}";
}
