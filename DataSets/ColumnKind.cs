namespace DataSets;

/// <summary>What stands in a column.</summary>
public enum ColumnKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Texts, each one of few.</summary>
    Text,

    /// <summary>More different texts than are kept; such a column can only be left out.</summary>
    FreeText,
}
