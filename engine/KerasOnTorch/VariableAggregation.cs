namespace Tensorflow;

/// <summary>How the values of a variable spread over several devices are joined.</summary>
public enum VariableAggregation
{
    /// <summary>They are not: there is one device.</summary>
    None,
}
