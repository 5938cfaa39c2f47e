namespace Tensorflow;

/// <summary>The axes along which an operation works.</summary>
/// <param name="axis">Indices of the axes; a negative one counts from the end.</param>
public class Axis(params int[] axis)
{
    /// <summary>Indices of the axes; a negative one counts from the end.</summary>
    public int[] axis { get; } = axis;

    /// <summary>One axis.</summary>
    public static implicit operator Axis(int axis) => new(axis);

    /// <summary>Several axes.</summary>
    public static implicit operator Axis(int[] axis) => new(axis);

    internal long[] Indices => Array.ConvertAll(axis, index => (long)index);
}
