using System.Numerics;

namespace Scratch;

/// <summary>
/// The document's network, line by line: inputs, a hidden layer with ReLU, one sigmoid output, binary cross-entropy,
/// and gradient descent on derivatives written by hand. The formulas are the document's, also where they give NaN:
/// an output that rounds to 0 or 1 makes its loss 0 · log(0).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class DocumentNetwork<T>
    where T : IFloatingPointIeee754<T>
{
    /// <param name="start">The parameters to start from. They are not written to.</param>
    /// <param name="learning_rate">Step size of gradient descent.</param>
    /// <exception cref="ArgumentException">The parameters do not fit each other.</exception>
    public DocumentNetwork(Parameters<T> start, T learning_rate)
    {
        int hidden = start.HiddenWeights.GetLength(1);
        if (start.HiddenBias.Length != hidden || start.OutputWeights.Length != hidden)
            throw new ArgumentException(
                $"hidden_weights has {hidden} columns, but hidden_bias has {start.HiddenBias.Length} numbers and output_weights {start.OutputWeights.Length}; all three must be the same.",
                nameof(start));
        Parameters = start;
        LearningRate = learning_rate;
    }

    /// <summary>Step size of gradient descent.</summary>
    public T LearningRate { get; }

    /// <summary>The parameters as they stand: those given at first, those of <see cref="Step{T}.Updated"/> after a step.</summary>
    public Parameters<T> Parameters { get; private set; }

    /// <summary>One step of training on one batch: forward pass, backward pass, update.</summary>
    /// <param name="X">The samples, shape (rows, inputs).</param>
    /// <param name="y_true">Their labels, shape (rows), each in [0, 1].</param>
    /// <returns>Every quantity of the step.</returns>
    /// <exception cref="ArgumentException">The batch is empty or does not fit the network.</exception>
    public Step<T> Train(T[,] X, T[] y_true)
    {
        var (hidden_weights, hidden_bias, output_weights, output_bias) = Parameters;
        int rows = X.GetLength(0), inputs = hidden_weights.GetLength(0), hidden = hidden_bias.Length;
        if (rows == 0 || X.GetLength(1) != inputs || y_true.Length != rows)
            throw new ArgumentException(
                $"X has shape ({rows}, {X.GetLength(1)}) and y_true {y_true.Length} labels; X must have at least one row, {inputs} columns, and a label for each row.", nameof(X));
        T n = T.CreateChecked(rows);

        // Forward pass.
        var hidden_layer_input = new T[rows, hidden];
        var hidden_layer_output = new T[rows, hidden];
        for (int r = 0; r < rows; r++)
            for (int j = 0; j < hidden; j++)
            {
                T sum = T.Zero;
                for (int i = 0; i < inputs; i++)
                    sum += X[r, i] * hidden_weights[i, j];
                hidden_layer_input[r, j] = sum + hidden_bias[j];
                hidden_layer_output[r, j] = Relu(hidden_layer_input[r, j]);
            }

        var output_layer_input = new T[rows];
        var output = new T[rows];
        for (int r = 0; r < rows; r++)
        {
            T sum = T.Zero;
            for (int j = 0; j < hidden; j++)
                sum += hidden_layer_output[r, j] * output_weights[j];
            output_layer_input[r] = sum + output_bias;
            output[r] = Sigmoid(output_layer_input[r]);
        }

        T loss = T.Zero;
        for (int r = 0; r < rows; r++)
            loss += -(y_true[r] * T.Log(output[r]) + (T.One - y_true[r]) * T.Log(T.One - output[r]));
        loss /= n;

        // Backward pass: the chain rule from the loss back to each parameter.
        var dL_doutput = new T[rows];
        var doutput_dz_out = new T[rows];
        var dL_dz_out = new T[rows];
        for (int r = 0; r < rows; r++)
        {
            dL_doutput[r] = -(y_true[r] / output[r] - (T.One - y_true[r]) / (T.One - output[r])) / n;
            doutput_dz_out[r] = SigmoidDerivative(output_layer_input[r]);
            dL_dz_out[r] = dL_doutput[r] * doutput_dz_out[r];
        }

        var dL_doutput_weights = new T[hidden];
        T dL_doutput_bias = T.Zero;
        for (int r = 0; r < rows; r++)
        {
            for (int j = 0; j < hidden; j++)
                dL_doutput_weights[j] += dL_dz_out[r] * hidden_layer_output[r, j];
            dL_doutput_bias += dL_dz_out[r];
        }

        var dL_dhidden_output = new T[rows, hidden];
        var dL_dz_hidden = new T[rows, hidden];
        for (int r = 0; r < rows; r++)
            for (int j = 0; j < hidden; j++)
            {
                dL_dhidden_output[r, j] = dL_dz_out[r] * output_weights[j];
                dL_dz_hidden[r, j] = dL_dhidden_output[r, j] * ReluDerivative(hidden_layer_input[r, j]);
            }

        var dL_dhidden_weights = new T[inputs, hidden];
        var dL_dhidden_bias = new T[hidden];
        for (int r = 0; r < rows; r++)
            for (int j = 0; j < hidden; j++)
            {
                for (int i = 0; i < inputs; i++)
                    dL_dhidden_weights[i, j] += X[r, i] * dL_dz_hidden[r, j];
                dL_dhidden_bias[j] += dL_dz_hidden[r, j];
            }

        // Gradient descent: all four from the same gradients.
        Parameters = new(
            Descend(hidden_weights, dL_dhidden_weights), Descend(hidden_bias, dL_dhidden_bias),
            Descend(output_weights, dL_doutput_weights), Descend(output_bias, dL_doutput_bias));

        return new()
        {
            HiddenLayerInput = hidden_layer_input,
            HiddenLayerOutput = hidden_layer_output,
            OutputLayerInput = output_layer_input,
            Output = output,
            Loss = loss,
            DLossByOutput = dL_doutput,
            DOutputByOutputLayerInput = doutput_dz_out,
            DLossByOutputLayerInput = dL_dz_out,
            DLossByOutputWeights = dL_doutput_weights,
            DLossByOutputBias = dL_doutput_bias,
            DLossByHiddenLayerOutput = dL_dhidden_output,
            DLossByHiddenLayerInput = dL_dz_hidden,
            DLossByHiddenWeights = dL_dhidden_weights,
            DLossByHiddenBias = dL_dhidden_bias,
            Updated = Parameters,
        };
    }

    private static T Relu(T z) => T.Max(T.Zero, z);

    private static T ReluDerivative(T z) => z > T.Zero ? T.One : T.Zero;

    private static T Sigmoid(T z) => T.One / (T.One + T.Exp(-z));

    private static T SigmoidDerivative(T z) => Sigmoid(z) * (T.One - Sigmoid(z));

    private T Descend(T parameter, T gradient) => parameter - LearningRate * gradient;

    private T[] Descend(T[] parameter, T[] gradient)
    {
        var updated = new T[parameter.Length];
        for (int j = 0; j < updated.Length; j++)
            updated[j] = Descend(parameter[j], gradient[j]);
        return updated;
    }

    private T[,] Descend(T[,] parameter, T[,] gradient)
    {
        var updated = new T[parameter.GetLength(0), parameter.GetLength(1)];
        for (int i = 0; i < updated.GetLength(0); i++)
            for (int j = 0; j < updated.GetLength(1); j++)
                updated[i, j] = Descend(parameter[i, j], gradient[i, j]);
        return updated;
    }
}
