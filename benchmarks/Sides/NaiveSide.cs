using Benchmarks.Cases;
using Scratch.Dense;

namespace Benchmarks.Sides;

/// <summary>The training as a student writes it: arrays and loops, sample by sample, the gradients summed up in arrays.</summary>
internal sealed class NaiveSide : ISide
{
    private readonly int inputs, hidden, batch;
    private readonly float[,] w1;
    private readonly float[] b1, w2;
    private readonly float[,] gradient_w1;
    private readonly float[] gradient_b1, gradient_w2, h;
    private float b2, gradient_b2;

    /// <param name="data">Of a case with one hidden layer and one output.</param>
    public NaiveSide(TrainingData data)
    {
        Data = data;
        (inputs, hidden, batch) = (data.Case.Inputs, data.Case.Sizes[1], data.Case.Batch);
        w1 = (float[,])data.Start[0].Weights.Clone();
        b1 = [.. data.Start[0].Bias];
        w2 = [.. data.Start[1].Weights.Cast<float>()];
        b2 = data.Start[1].Bias[0];
        gradient_w1 = new float[inputs, hidden];
        gradient_b1 = new float[hidden];
        gradient_w2 = new float[hidden];
        h = new float[hidden];
    }

    public string Name => SideNames.Naive;

    public TrainingData Data { get; }

    public IReadOnlyList<LayerParameters<float>> Parameters
    {
        get
        {
            var column = new float[hidden, 1];
            for (int j = 0; j < hidden; j++)
                column[j, 0] = w2[j];
            return [new((float[,])w1.Clone(), [.. b1]), new(column, [b2])];
        }
    }

    public void Train(int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
            for (int step = 0; step < Data.Steps; step++)
                Step(step * batch);
    }

    public void Dispose()
    {
    }

    private float Step(int first)
    {
        float loss = 0;
        Array.Clear(gradient_w1);
        Array.Clear(gradient_b1);
        Array.Clear(gradient_w2);
        gradient_b2 = 0;
        for (int row = first; row < first + batch; row++)
            loss += Sample(row);
        const float rate = 0.01f;
        for (int j = 0; j < hidden; j++)
        {
            for (int i = 0; i < inputs; i++)
                w1[i, j] -= rate * gradient_w1[i, j];
            b1[j] -= rate * gradient_b1[j];
            w2[j] -= rate * gradient_w2[j];
        }
        b2 -= rate * gradient_b2;
        return loss / batch;
    }

    private float Sample(int row)
    {
        float z_out = b2, y = Data.Labels[row];
        for (int j = 0; j < hidden; j++)
        {
            float z = b1[j];
            for (int i = 0; i < inputs; i++)
                z += Data.Inputs[row * inputs + i] * w1[i, j];
            h[j] = Math.Max(0, z);
            z_out += h[j] * w2[j];
        }
        float p = 1 / (1 + MathF.Exp(-z_out));
        float d = (p - y) / batch;
        for (int j = 0; j < hidden; j++)
        {
            float dz = h[j] > 0 ? d * w2[j] : 0;
            for (int i = 0; i < inputs; i++)
                gradient_w1[i, j] += Data.Inputs[row * inputs + i] * dz;
            gradient_b1[j] += dz;
            gradient_w2[j] += d * h[j];
        }
        gradient_b2 += d;
        return Math.Max(z_out, 0) - z_out * y + MathF.Log(1 + MathF.Exp(-Math.Abs(z_out)));
    }
}
