namespace Comparison.Studies;

/// <summary>What a difference of the loss says of one element of a gradient.</summary>
public enum ElementVerdict
{
    /// <summary>The gradient lies within the bound.</summary>
    Agrees,

    /// <summary>The difference crosses a kink of ReLU, or rounding put the pre-activation on the other side of it.</summary>
    CrossesKink,

    /// <summary>The gradient is NaN or infinite, or may be off by any amount, because the network's numbers saturate.</summary>
    Saturated,

    /// <summary>The gradient lies outside the bound.</summary>
    Differs,
}

/// <summary>One element of a gradient, and the central difference of the loss.</summary>
/// <param name="Step">The training's step, from 1.</param>
/// <param name="Index">The element's indices.</param>
/// <param name="Gradient">The hand-written gradient.</param>
/// <param name="Difference">The difference quotient.</param>
/// <param name="Bound">
/// How far a right gradient can be from it: truncation and rounding of the quotient, and the honest rounding of the gradient.
/// </param>
/// <param name="Verdict">What follows.</param>
public sealed record CheckedElement(int Step, int[] Index, double Gradient, double Difference, double Bound, ElementVerdict Verdict)
{
    /// <summary>How far the gradient is from the difference.</summary>
    public double Distance => Math.Abs(Gradient - Difference);
}
