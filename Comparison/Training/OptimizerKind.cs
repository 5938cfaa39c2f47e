namespace Comparison.Training;

/// <summary>How parameters follow their gradients, with Keras's constants.</summary>
public enum OptimizerKind
{
    /// <summary>Gradient descent.</summary>
    Sgd,

    /// <summary>Gradient descent with momentum.</summary>
    Momentum,

    /// <summary>The same with Nesterov's momentum.</summary>
    Nesterov,

    /// <summary>Adam.</summary>
    Adam,
}
