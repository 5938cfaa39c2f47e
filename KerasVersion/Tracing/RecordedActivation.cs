using Tensorflow;
using Tensorflow.Keras;

namespace KerasVersion.Tracing;

/// <summary>
/// An activation that remembers what last went in and came out, so that a layer's pre-activation can be read from the
/// very forward pass whose gradients are applied.
/// </summary>
internal sealed class RecordedActivation
{
    /// <param name="inner">The framework's own activation, which does the computing.</param>
    public RecordedActivation(Activation inner) =>
        Activation = new Activation
        {
            Name = inner.Name,
            ActivationFunction = (input, name) => Output = inner.Apply(Input = input, name),
        };

    /// <summary>The activation to give to a layer.</summary>
    public Activation Activation { get; }

    /// <summary>The pre-activation of the last forward pass, shape (rows, units).</summary>
    public Tensor Input { get; private set; } = null!;

    /// <summary>The activation of the last forward pass, shape (rows, units).</summary>
    public Tensor Output { get; private set; } = null!;
}
