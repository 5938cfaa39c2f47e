namespace Ledger.Networks;

/// <summary>How gradients change parameters. The learning rate is the trace's.</summary>
/// <param name="Name">Its name.</param>
public abstract record Optimizer(string Name)
{
    /// <summary>
    /// Whether a float64 training holds some of the constants rounded to float32, as Keras does: gradient descent's momentum,
    /// and Adam's two decay rates where their powers are taken.
    /// </summary>
    public bool Float32Constants { get; init; }

    /// <summary>The same with the constants as Keras holds them: those of an optimizer that remembers something, rounded.</summary>
    public Optimizer AsInKeras() => this with { Float32Constants = State.Count > 0 };

    /// <summary>What it remembers of each parameter, by the prefixes of the names; each is 0 before the first step.</summary>
    public abstract IReadOnlyList<string> State { get; }

    /// <summary>Its constants, for people.</summary>
    private protected abstract string Constants { get; }

    /// <summary>Its name and constants: adam (beta_1 0.9, beta_2 0.999, epsilon 1E-07).</summary>
    public sealed override string ToString() =>
        $"{Name}{(Constants.Length == 0 ? "" : $" ({Constants})")}{(Float32Constants ? ", constants in float32" : "")}";

    /// <summary>A constant as a training holds it before it meets the training's dtype.</summary>
    internal double Held(double constant) => Float32Constants ? (float)constant : constant;
}
