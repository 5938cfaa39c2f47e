using KerasVersion;

namespace Comparison.Tests;

/// <summary>A test of Keras's own files: where the engine writes none, it reports itself as not supported.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class NeedsKerasFilesAttribute : ConditionBaseAttribute
{
    public NeedsKerasFilesAttribute()
        : base(ConditionMode.Include) => IgnoreMessage = $"{Engine.Current} writes no files of Keras 3.";

    /// <inheritdoc/>
    public override string GroupName => nameof(NeedsKerasFilesAttribute);

    /// <inheritdoc/>
    public override bool IsConditionMet => Engine.Current.WritesKerasFiles;
}
