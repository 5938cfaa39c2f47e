namespace Comparison.Training;

/// <summary>Which sides train.</summary>
public enum SideChoice
{
    /// <summary>Both, on the same rows in the same order from the same start.</summary>
    Both,

    /// <summary>The hand-written side alone.</summary>
    Scratch,

    /// <summary>The framework's side alone.</summary>
    Keras,
}
