namespace DataSets.Preparing;

/// <summary>What becomes of a missing value.</summary>
public enum MissingPolicy
{
    /// <summary>It is refused, by its line and column.</summary>
    Refuse,

    /// <summary>Its row is left out.</summary>
    Drop,

    /// <summary>The mean of its column's training rows takes its place; in a column of texts, the most frequent one.</summary>
    Mean,

    /// <summary>The most frequent value of its column's training rows takes its place; of several, the least number or the first text in ordinal order.</summary>
    MostFrequent,
}
