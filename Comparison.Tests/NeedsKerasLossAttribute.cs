using KerasVersion;

namespace Comparison.Tests;

/// <summary>A test against recorded numbers of Python Keras: where the engine's loss is another formula, it reports itself as not supported.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsKerasLossAttribute : ConditionBaseAttribute
{
    public NeedsKerasLossAttribute()
        : base(ConditionMode.Include) => IgnoreMessage = $"This engine's cross-entropy is not Keras's, so that its numbers are not either ({Engine.Current}).";

    /// <inheritdoc/>
    public override string GroupName => nameof(NeedsKerasLossAttribute);

    /// <inheritdoc/>
    public override bool IsConditionMet => Engine.Current.Loss == LossFormula.FromLogits;
}
