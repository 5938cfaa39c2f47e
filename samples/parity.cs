#:project ../Comparison/Comparison.csproj

using Comparison.Problems;
using Comparison.Sides;
using Ledger;
using Ledger.Judging;
using Ledger.Networks;
using Ledger.Traces;

// A training step of one's own, held against the Keras API: 2 inputs, 3 tanh neurons, 1 linear output, squared error.
float[,] x = { { 0.5f, -1.2f }, { 1.5f, 0.3f }, { -0.7f, 0.8f }, { -1.1f, -0.4f }, { 0.2f, 1.9f } };
float[,] y = { { 0.4f }, { -0.1f }, { 0.9f }, { 0.3f }, { -0.6f } };
const float rate = 0.1f;
var network = new Network(2, [new(3, Activation.Tanh), new(1, Activation.Linear)], LossFunction.MeanSquaredError);
Problem problem = Problem.Of(x, y, network, seed: 7, rate, batch_size: 2, epochs: 10);

float[] W1 = Start("hidden_weights"), b1 = Start("hidden_bias"), W2 = Start("output_weights"), b2 = Start("output_bias");
Trace by_keras = KerasSide.Train(problem).Trace;
Trace by_hand = by_keras with { Side = "my step", Steps = [.. problem.Batches().Select(Step)], NotComputed = new Dictionary<string, string>() };

Parity.AssertAgree(by_hand, by_keras);
Console.WriteLine(Judge.Compare(by_hand, by_keras).Reason);

// One step in plain loops. Record as much as there is; what a step does not have is named in NotComputed, with the reason.
TraceStep Step(int[] rows)
{
    int n = rows.Length;
    float[] z1 = new float[n * 3], a1 = new float[n * 3], z2 = new float[n], error = new float[n];
    float loss = 0;
    for (int r = 0; r < n; r++)
    {
        for (int j = 0; j < 3; j++)
        {
            z1[r * 3 + j] = x[rows[r], 0] * W1[j] + x[rows[r], 1] * W1[3 + j] + b1[j];
            a1[r * 3 + j] = MathF.Tanh(z1[r * 3 + j]);
        }
        z2[r] = a1[r * 3] * W2[0] + a1[r * 3 + 1] * W2[1] + a1[r * 3 + 2] * W2[2] + b2[0];
        error[r] = z2[r] - y[rows[r], 0];
        loss += error[r] * error[r] / n;
    }

    float[] dz2 = [.. error.Select(e => 2 * e / n)], da1 = new float[n * 3], dz1 = new float[n * 3];
    float[] dW2 = new float[3], db2 = new float[1], dW1 = new float[6], db1 = new float[3];
    for (int r = 0; r < n; r++)
    {
        db2[0] += dz2[r];
        for (int j = 0; j < 3; j++)
        {
            dW2[j] += a1[r * 3 + j] * dz2[r];
            da1[r * 3 + j] = dz2[r] * W2[j];
            dz1[r * 3 + j] = da1[r * 3 + j] * (1 - a1[r * 3 + j] * a1[r * 3 + j]);
            db1[j] += dz1[r * 3 + j];
            dW1[j] += x[rows[r], 0] * dz1[r * 3 + j];
            dW1[3 + j] += x[rows[r], 1] * dz1[r * 3 + j];
        }
    }
    foreach (var (parameter, gradient) in new[] { (W1, dW1), (b1, db1), (W2, dW2), (b2, db2) })
        for (int i = 0; i < parameter.Length; i++)
            parameter[i] -= rate * gradient[i];

    return new(rows, new Dictionary<string, NumberArray>
    {
        ["hidden_layer_input"] = Array(z1, n, 3),
        ["hidden_layer_output"] = Array(a1, n, 3),
        ["output_layer_input"] = Array(z2, n, 1),
        ["output"] = Array(z2, n, 1),
        ["loss"] = Array([loss]),
        ["dL_doutput"] = Array(dz2, n, 1),
        ["doutput_dz_out"] = Array([.. dz2.Select(_ => 1f)], n, 1),
        ["dL_dz_out"] = Array(dz2, n, 1),
        ["dL_doutput_weights"] = Array(dW2, 3, 1),
        ["dL_doutput_bias"] = Array(db2, 1),
        ["dL_dhidden_output"] = Array(da1, n, 3),
        ["dL_dz_hidden"] = Array(dz1, n, 3),
        ["dL_dhidden_weights"] = Array(dW1, 2, 3),
        ["dL_dhidden_bias"] = Array(db1, 3),
        ["hidden_weights"] = Array(W1, 2, 3),
        ["hidden_bias"] = Array(b1, 3),
        ["output_weights"] = Array(W2, 3, 1),
        ["output_bias"] = Array(b2, 1),
    }, new Dictionary<string, NumberArray>());
}

float[] Start(string parameter) => [.. problem.Start[parameter].Values.Select(value => (float)value)];

// The trace keeps doubles, which hold every float exactly, and its own copy of them.
static NumberArray Array(float[] values, params int[] shape) => new(shape, [.. values.Select(value => (double)value)]);
