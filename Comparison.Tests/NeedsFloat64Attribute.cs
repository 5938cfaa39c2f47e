using KerasVersion;
using Ledger.Arithmetic;

namespace Comparison.Tests;

/// <summary>A test that trains the Keras side in float64: where the engine has only float32, it reports itself as not supported.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class NeedsFloat64Attribute : ConditionBaseAttribute
{
    public NeedsFloat64Attribute()
        : base(ConditionMode.Include) => IgnoreMessage = Message;

    /// <inheritdoc/>
    public override string GroupName => nameof(NeedsFloat64Attribute);

    /// <inheritdoc/>
    public override bool IsConditionMet => Engine.Current.HasFloat64;

    private static string Message => $"float64 is not supported by this engine ({Engine.Current}).";

    /// <summary>The same for one row of a test's data: ends the test as skipped where the engine does not have the row's dtype.</summary>
    public static void Check(FloatFormat format)
    {
        if (format == FloatFormat.Float64 && !Engine.Current.HasFloat64)
            Assert.Inconclusive(Message);
    }
}
