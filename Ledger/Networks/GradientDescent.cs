using System.Globalization;

namespace Ledger.Networks;

/// <summary>
/// Gradient descent: w -= learning_rate·g, or with momentum velocity = momentum·velocity - learning_rate·g and
/// w += velocity, which Nesterov's replaces by w += momentum·velocity - learning_rate·g.
/// </summary>
/// <param name="Momentum">The part of the last change that is repeated, from 0 to 1; without it nothing is remembered.</param>
/// <param name="Nesterov">Whether the momentum is Nesterov's; without momentum it says nothing.</param>
public sealed record GradientDescent(double Momentum = 0, bool Nesterov = false) : Optimizer("sgd")
{
    /// <summary>The prefix of a velocity's name.</summary>
    public const string Velocity = "velocity_";

    /// <inheritdoc/>
    public override IReadOnlyList<string> State => Momentum == 0 ? [] : [Velocity];

    /// <inheritdoc/>
    private protected override string Constants => Momentum == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(Nesterov ? "Nesterov's " : "")}momentum {Momentum}");
}
