namespace DataSets.Preparing;

/// <summary>What a target is.</summary>
public enum TargetKind
{
    /// <summary>Classes where it holds texts, or whole numbers of which no more than <see cref="Selection.FewClasses"/> differ; otherwise a number.</summary>
    Auto,

    /// <summary>Classes.</summary>
    Classes,

    /// <summary>A number.</summary>
    Number,
}
