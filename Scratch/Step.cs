namespace Scratch;

/// <summary>
/// Every quantity of one training step, in the order in which each causes the next. In all of them rows are samples;
/// the loss is the mean over the batch, and every gradient is the gradient of that mean.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Step<T>
{
    /// <summary>hidden_layer_input = X · hidden_weights + hidden_bias, shape (rows, hidden).</summary>
    public required T[,] HiddenLayerInput { get; init; }

    /// <summary>hidden_layer_output = max(0, hidden_layer_input), shape (rows, hidden).</summary>
    public required T[,] HiddenLayerOutput { get; init; }

    /// <summary>output_layer_input = hidden_layer_output · output_weights + output_bias, shape (rows).</summary>
    public required T[] OutputLayerInput { get; init; }

    /// <summary>output = 1 / (1 + exp(-output_layer_input)), shape (rows).</summary>
    public required T[] Output { get; init; }

    /// <summary>loss = mean of -(y_true · log(output) + (1 - y_true) · log(1 - output)), before the update.</summary>
    public required T Loss { get; init; }

    /// <summary>dL_doutput = -(y_true / output - (1 - y_true) / (1 - output)) / rows, shape (rows).</summary>
    public required T[] DLossByOutput { get; init; }

    /// <summary>doutput_dz_out = sigmoid'(output_layer_input) = s · (1 - s), shape (rows).</summary>
    public required T[] DOutputByOutputLayerInput { get; init; }

    /// <summary>dL_dz_out = dL_doutput · doutput_dz_out, shape (rows).</summary>
    public required T[] DLossByOutputLayerInput { get; init; }

    /// <summary>dL_doutput_weights = hidden_layer_output transposed · dL_dz_out, shape (hidden).</summary>
    public required T[] DLossByOutputWeights { get; init; }

    /// <summary>dL_doutput_bias = sum of dL_dz_out over the batch.</summary>
    public required T DLossByOutputBias { get; init; }

    /// <summary>dL_dhidden_output = dL_dz_out · output_weights, shape (rows, hidden).</summary>
    public required T[,] DLossByHiddenLayerOutput { get; init; }

    /// <summary>dL_dz_hidden = dL_dhidden_output · (hidden_layer_input &gt; 0), shape (rows, hidden).</summary>
    public required T[,] DLossByHiddenLayerInput { get; init; }

    /// <summary>dL_dhidden_weights = X transposed · dL_dz_hidden, shape (inputs, hidden).</summary>
    public required T[,] DLossByHiddenWeights { get; init; }

    /// <summary>dL_dhidden_bias = sum of dL_dz_hidden over the batch, shape (hidden).</summary>
    public required T[] DLossByHiddenBias { get; init; }

    /// <summary>The four parameters after the update: each minus learning_rate times its gradient.</summary>
    public required Parameters<T> Updated { get; init; }
}
