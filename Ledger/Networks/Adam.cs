using System.Globalization;

namespace Ledger.Networks;

/// <summary>
/// Adam as Keras computes it: m += (g - m)·(1 - beta_1); v += (g² - v)·(1 - beta_2);
/// w -= learning_rate·√(1 - beta_2^t) / (1 - beta_1^t) · m / (√v + epsilon), t being the step.
/// </summary>
/// <param name="Beta1">What is kept of the gradients' mean, from 0 to below 1.</param>
/// <param name="Beta2">What is kept of their squares' mean, from 0 to below 1.</param>
/// <param name="Epsilon">What is added to the root.</param>
public sealed record Adam(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-7) : Optimizer("adam")
{
    /// <summary>The prefix of the name of the gradients' mean.</summary>
    public const string Mean = "m_";

    /// <summary>The prefix of the name of their squares' mean.</summary>
    public const string Square = "v_";

    /// <inheritdoc/>
    public override IReadOnlyList<string> State => [Mean, Square];

    /// <inheritdoc/>
    private protected override string Constants => string.Create(CultureInfo.InvariantCulture, $"beta_1 {Beta1}, beta_2 {Beta2}, epsilon {Epsilon}");
}
