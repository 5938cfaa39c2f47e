using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Optimizers;

/// <summary>
/// Gradient descent: w - learning_rate * g. With momentum m: m = momentum * m - learning_rate * g, then w + m, or with
/// Nesterov's look ahead w + momentum * m - learning_rate * g.
/// </summary>
public class SGD : OptimizerV2
{
    private readonly float momentum;
    private readonly bool nesterov;

    /// <param name="learning_rate">Step size.</param>
    /// <param name="momentum">How much of the last step goes on into the next; 0 keeps none.</param>
    /// <param name="nesterov">Whether the momentum looks one step ahead.</param>
    /// <param name="decay">How fast the step size falls: step t uses learning_rate / (1 + decay * t), t counted from 0.</param>
    public SGD(float learning_rate, float momentum = 0.0f, bool nesterov = false, float decay = 0.0f)
        : base(new OptimizerV2Args { LearningRate = learning_rate, InitialDecay = decay })
    {
        this.momentum = momentum;
        this.nesterov = nesterov;
    }

    private protected override TorchTensor Step(ResourceVariable variable, TorchTensor values, TorchTensor gradient, TorchTensor rate)
    {
        // Each product and each difference is rounded on its own, as in Keras on a CPU.
        using TorchTensor downhill = gradient.mul(rate);
        if (momentum == 0)
            return values.sub(downhill);

        var velocity = (ResourceVariable)add_slot(variable, "momentum");
        // Keras passes momentum through float32 in float64 as well, hence no reading by its decimal.
        using TorchScalar kept = (double)momentum;
        using (TorchTensor before = velocity.Values.mul(kept))
            velocity.Replace(before.sub(downhill));
        TorchTensor current = velocity.Values;
        if (!nesterov)
            return values.Plus(current);
        using TorchTensor ahead = current.mul(kept);
        using TorchTensor moved = values.Plus(ahead);
        return moved.sub(downhill);
    }
}
