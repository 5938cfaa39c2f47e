using Benchmarks.Cases;
using Scratch.Dense;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Sides;

/// <summary>
/// The same training as one would write it in TorchSharp with care. Every intermediate is disposed by hand, the loss is computed
/// from the logits and summed up on tensors, and read once an epoch.
/// </summary>
internal sealed class TorchSide : ISide
{
    private readonly int threads;
    private readonly Tensor x, y;
    private readonly Tensor[] weights;
    private readonly Tensor[] means, squares;
    private readonly Scalar rate = 0.01, one = 1, beta_1 = 0.9, rest_1 = 1 - 0.9, beta_2 = 0.999, rest_2 = 1 - 0.999, epsilon = 1e-7;
    private int updates;

    public TorchSide(TrainingData data, int threads)
    {
        (Data, this.threads) = (data, threads);
        x = tensor(data.Inputs, data.Rows, data.Case.Inputs);
        y = tensor(data.Labels, data.Rows, data.Case.Outputs);
        weights = [.. data.Start.SelectMany(layer => new[] { tensor(layer.Weights, requires_grad: true), tensor(layer.Bias, requires_grad: true) })];
        bool remembers = data.Case.Optimizer is Adam;
        means = [.. weights.Where(_ => remembers).Select(weight => zeros(weight.shape))];
        squares = [.. weights.Where(_ => remembers).Select(weight => zeros(weight.shape))];
    }

    public string Name => SideNames.Of(SideNames.Torch, threads);

    public TrainingData Data { get; }

    public IReadOnlyList<LayerParameters<float>> Parameters =>
    [
        .. Data.Start.Select((layer, i) =>
        {
            var kernel = new float[layer.Weights.GetLength(0), layer.Weights.GetLength(1)];
            Buffer.BlockCopy(Numbers(weights[2 * i]), 0, kernel, 0, Buffer.ByteLength(kernel));
            return new LayerParameters<float>(kernel, Numbers(weights[2 * i + 1]));
        }),
    ];

    public void Train(int epochs)
    {
        TorchThreads.Use(threads);
        for (int epoch = 0; epoch < epochs; epoch++)
            Epoch();
    }

    public void Dispose()
    {
        foreach (Tensor tensor in (Tensor[])[x, y, .. weights, .. means, .. squares])
            tensor.Dispose();
    }

    private static float[] Numbers(Tensor weight)
    {
        using Tensor detached = weight.detach();
        return detached.data<float>().ToArray();
    }

    private float Epoch()
    {
        using Tensor total = zeros([]);
        for (int step = 0, batch = Data.Case.Batch; step < Data.Steps; step++)
        {
            using Tensor x_batch = x.narrow(0, step * batch, batch), y_batch = y.narrow(0, step * batch, batch);
            var layers = new List<Tensor>();
            Tensor logits = Forward(x_batch, layers);
            using Tensor loss = Data.Case.Outputs == 1
                ? nn.functional.binary_cross_entropy_with_logits(logits, y_batch)
                : nn.functional.cross_entropy(logits, y_batch);
            IList<Tensor> gradients = autograd.grad([loss], weights);
            using (no_grad())
            {
                Update(gradients);
                using Tensor value = loss.detach();
                total.add_(value, one);
            }
            layers.ForEach(tensor => tensor.Dispose());
        }
        return total.item<float>() / Data.Steps;
    }

    private Tensor Forward(Tensor x_batch, List<Tensor> layers)
    {
        Tensor a = x_batch;
        for (int i = 0; i < weights.Length; i += 2)
        {
            if (i > 0)
            {
                a = a.relu();
                layers.Add(a);
            }
            a = addmm(weights[i + 1], a, weights[i], 1, 1);
            layers.Add(a);
        }
        return a;
    }

    private void Update(IList<Tensor> gradients)
    {
        updates++;
        Scalar adam_step = -0.001 * Math.Sqrt(1 - Math.Pow(0.999, updates)) / (1 - Math.Pow(0.9, updates));
        for (int i = 0; i < weights.Length; i++)
        {
            using Tensor gradient = gradients[i];
            if (means.Length == 0)
            {
                gradient.mul_(rate);
                weights[i].sub_(gradient);
                continue;
            }
            means[i].mul_(beta_1).add_(gradient, rest_1);
            squares[i].mul_(beta_2).addcmul_(gradient, gradient, rest_2);
            using Tensor root = squares[i].sqrt();
            root.add_(epsilon);
            weights[i].addcdiv_(means[i], root, adam_step);
        }
    }
}
